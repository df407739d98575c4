import type { AuditKind } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock';
import { Ids } from '../platform/clock/ids';
import type { Tx } from '../platform/database/tx';
import { AuditEntry } from './audit-entry.entity';

/** What happened. `data` holds ids, codes and numbers: never a phone, a password, a token or a customer's name. */
export interface Audited {
  readonly officeId: string | null;
  readonly personId: string | null;
  readonly kind: AuditKind;
  readonly data?: Readonly<Record<string, unknown>>;
  /** The customer whose page tells it. */
  readonly subjectId?: string | null;
  /** When, in epoch ms; now if left out. */
  readonly at?: number | undefined;
}

/** The record of who did what beside the register: people, rules, sign-ins, phones seen, refused alterations. */
@Injectable()
export class Audit {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Adds an entry as part of the transaction that does what it tells. */
  async record(tx: Tx, { officeId, personId, kind, data = {}, subjectId = null, at = this.clock.now() }: Audited): Promise<void> {
    await tx.insert(AuditEntry, [{ id: this.ids.next(), officeId, at, personId, kind, subjectId, data }]);
  }
}
