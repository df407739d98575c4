import { validUntil } from '@lunjie/attribution';
import { Injectable } from '@nestjs/common';
import type { CustomerRecord } from '../customers/customers';
import type { Scene } from '../floor/scene';
import { Ids } from '../platform/clock/ids';
import { Claim } from './claim.entity';

/** Who may call a customer theirs: claims given, ended and withdrawn, each by a register entry. */
@Injectable()
export class Claims {
  constructor(private readonly ids: Ids) {}

  /** Ends the claim in force, if there is one. */
  async endClaim(scene: Scene, customerId: string, because: string): Promise<void> {
    await scene.tx.run('UPDATE claim SET ended_at = ?, ended_because = ? WHERE customer_id = ? AND ended_at IS NULL', [scene.now.at, because, customerId]);
  }

  /** Registers the customer as an agent's, from today and as long as the policy says; enters the registration. */
  async claim(scene: Scene, { id: customerId, claim: held }: Pick<CustomerRecord, 'id' | 'claim'>, agentId: string, because: string): Promise<void> {
    const until = validUntil(scene.now.date, scene.rules.policy.values.validity);
    if (held) await this.endClaim(scene, customerId, because);
    const entryNumber = scene.enter({ kind: 'registration', subject: customerId, content: { agent: agentId, until, because } });
    const claim: Claim = { id: this.ids.next(), officeId: scene.officeId, customerId, agentId, fromDate: scene.now.date, fromAt: scene.now.at, untilDate: until, entryNumber, endedAt: null, endedBecause: null };
    await scene.tx.insert(Claim, [claim]);
  }

  /**
   * Ends the claim a visit's reception gave, and gives the one it had ended back to its owner.
   * @param givenAt when that reception began
   * @param visitEntry the visit's register entry: its claims were entered after it, all others before
   */
  async withdrawClaim(scene: Scene, customerId: string, givenAt: number, visitEntry: number): Promise<void> {
    const { affected } = await scene.tx.run(
      "UPDATE claim SET ended_at = ?, ended_because = 'withdrawn' WHERE customer_id = ? AND ended_at IS NULL AND from_at = ? AND entry_number > ?",
      [scene.now.at, customerId, givenAt, visitEntry]);
    if (affected === 0) return;
    await scene.tx.run(
      "UPDATE claim SET ended_at = NULL, ended_because = NULL WHERE customer_id = ? AND ended_at = ? AND ended_because <> 'withdrawn' AND entry_number < ?",
      [customerId, givenAt, visitEntry]);
  }
}
