import { Injectable } from '@nestjs/common';
import type { Scene } from '../floor/scene';
import { Ids } from '../platform/clock/ids';
import { Referral } from './ties.entity';

export interface NewReferral {
  readonly customer: string;
  /** Ids of the customers who brought them. */
  readonly referrers: readonly string[];
  /** They asked for the agent of whom they know (P81k). */
  readonly askedFor: boolean;
  /** The arrival at which it was said; null where it is entered by hand. */
  readonly visitId: string | null;
}

/** Who brought whom (S3-32): several at once, each told once. */
@Injectable()
export class Referrals {
  constructor(private readonly ids: Ids) {}

  /** Enters those not entered yet. Answers their ids and the register entry; null where all were known. */
  async enter(scene: Scene, { customer, referrers, askedFor, visitId }: NewReferral): Promise<{ readonly ids: readonly string[]; readonly entry: number } | null> {
    const { tx, officeId } = scene;
    const wanted = [...new Set(referrers)].filter((referrer) => referrer !== customer);
    if (wanted.length === 0) return null;
    const { rows } = await tx.run<{ referrer_id: string }>('SELECT referrer_id FROM referral WHERE customer_id = ?', [customer]);
    const known = new Set(rows.map(({ referrer_id: referrer }) => referrer));
    const fresh = wanted.filter((referrer) => !known.has(referrer));
    if (fresh.length === 0) return null;
    const entry = scene.enter({ kind: 'referral_entered', subject: customer, content: { referrers: fresh, askedFor, visit: visitId } });
    const referrals = fresh.map((referrer): Referral => ({ id: this.ids.next(), officeId, customerId: customer, referrerId: referrer, askedFor, visitId, at: scene.now.at, entryNumber: entry }));
    await tx.insert(Referral, referrals);
    return { ids: referrals.map(({ id }) => id), entry };
  }
}
