import { claimTimes, lifeBegun } from '@lunjie/attribution';
import type { ClaimKind, ClaimSource } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import type { CustomerRecord } from '../customers/customers';
import type { Scene } from '../floor/scene';
import { Ids } from '../platform/clock/ids';
import { storedJson } from '../register/register';
import { Claim } from './claim.entity';
import { ClaimRefreshes } from './claim-refreshes';
import { ClaimTransfers, type HandedOver } from './claim-transfers';

/** A claim to give. */
export interface NewClaim {
  /** A code: the row of the table that decided, or one of `claimEnds`. It also says why the claim before ended. */
  readonly because: string;
  readonly source: ClaimSource;
  /** A claim unless said otherwise. */
  readonly kind?: ClaimKind;
  /** The register entry of the act it is part of, where several claims are given by one. */
  readonly act?: number;
  /** The customer was entered by this very act, so they cannot be in the shared pool. */
  readonly isFresh?: boolean;
}

/** Who may call a customer theirs: claims given, ended and withdrawn, each by a register entry. */
@Injectable()
export class Claims {
  constructor(
    private readonly ids: Ids,
    private readonly refreshes: ClaimRefreshes,
    private readonly transfers: ClaimTransfers,
  ) {}

  /**
   * Gives the customer to an agent from today and as long as the policy says, and ends the claim of the same kind somebody
   * may have had; out of the shared pool with it. Answers the number of the entry (registration or preference_noted).
   */
  async claim(scene: Scene, { id: customerId, claim: held }: Pick<CustomerRecord, 'id' | 'claim'>, agentId: string, given: NewClaim): Promise<number> {
    const { because, source, kind = 'claim', act, isFresh = false } = given;
    if (kind === 'preference') {
      const preferred = await this.open(scene, customerId, kind);
      if (preferred?.agent_id === agentId) return Number(preferred.entry_number);
    }
    const { until, hardUntil } = lifeBegun(scene.now.date, source, claimTimes(scene.rules.policy.values));
    const entryNumber = scene.enter({
      kind: kind === 'claim' ? 'registration' : 'preference_noted', subject: customerId,
      content: { agent: agentId, until, because, source, ...hardUntil === null ? {} : { hardUntil }, ...act === undefined ? {} : { act } },
    });
    if (held || kind === 'preference') {
      await scene.tx.write("UPDATE claim SET standing = 'ended', awaits = NULL, ended_at = ?, ended_because = ?, ended_entry = ? WHERE customer_id = ? AND kind = ? AND ended_at IS NULL", [scene.now.at, because, entryNumber, customerId, kind]);
    } else if (!isFresh) await leavePool(scene, customerId, entryNumber);
    const claim: Claim = {
      id: this.ids.next(), officeId: scene.officeId, customerId, agentId, kind, source, standing: 'in_force', fromDate: scene.now.date, fromAt: scene.now.at, untilDate: until, hardUntil,
      refreshed: 0, lastRefreshAt: null, policyVersion: scene.rules.version, lapsedEntry: null, awaits: null, entryNumber, endedAt: null, endedBecause: null, endedEntry: null,
    };
    await scene.tx.append(Claim, [claim]);
    return entryNumber;
  }

  /** Hands customers over to an agent, whoever had them; see `ClaimTransfers.handOver`. */
  handOver(scene: Scene, customers: readonly string[], agentId: string, reason: string): Promise<HandedOver> {
    return this.transfers.handOver(scene, customers, agentId, reason);
  }

  /** Ends the claim that has not ended, lapsed or not. Answers the number of the entry, null where there is none. */
  async endClaim(scene: Scene, customerId: string, because: string, kind: ClaimKind = 'claim'): Promise<number | null> {
    const held = await this.open(scene, customerId, kind);
    return held ? this.end(scene, customerId, held, because) : null;
  }

  /**
   * Takes back what a visit did to claims: ends the claims its reception and its ruling gave, the last one first, and gives
   * the one they had ended back to its owner; a prolongation by the visit is taken back too.
   * @param givenAt when that reception began
   * @param visitEntry the visit's register entry: its claims were entered after it, all others before
   */
  async withdrawClaim(scene: Scene, customerId: string, givenAt: number, visitEntry: number): Promise<void> {
    // What is restored may be of the same visit: its ruling moved what its reception had given.
    for (let given = await this.givenBy(scene, customerId, givenAt, visitEntry); given.length > 0; given = await this.givenBy(scene, customerId, givenAt, visitEntry)) {
      for (const claim of given) {
        await this.end(scene, customerId, claim, 'withdrawn');
        await this.restoreEndedBy(scene, customerId, Number(claim.entry_number), givenAt);
      }
    }
    await this.refreshes.withdraw(scene, customerId, givenAt, visitEntry);
  }

  private async givenBy({ tx }: Scene, customerId: string, givenAt: number, visitEntry: number): Promise<readonly OpenClaim[]> {
    const { rows } = await tx.run<OpenClaim>(
      'SELECT id, entry_number FROM claim WHERE customer_id = ? AND ended_at IS NULL AND from_at = ? AND entry_number > ?', [customerId, givenAt, visitEntry]);
    return rows;
  }

  /** Gives a claim back that had ended, as it was: in force, or lapsed and waiting for whom it waited for. */
  async restore(scene: Scene, customerId: string, { id, entry_number: claim }: OpenClaim): Promise<void> {
    scene.enter({ kind: 'claim_restored', subject: customerId, content: { claim: Number(claim) } });
    const { rows: [lapsed] } = await scene.tx.run<{ content: string }>(
      "SELECT e.content FROM claim k JOIN register_entry e ON e.office_id = k.office_id AND e.number = k.lapsed_entry WHERE k.id = ?", [id]);
    const { awaits = null } = (lapsed ? storedJson(lapsed.content) : {}) as { readonly awaits?: string | null };
    await scene.tx.run("UPDATE claim SET standing = CASE WHEN lapsed_entry IS NULL THEN 'in_force' ELSE 'lapsed' END, awaits = ?, ended_at = NULL, ended_because = NULL, ended_entry = NULL WHERE id = ?", [awaits, id]);
  }

  private async open({ tx }: Scene, customerId: string, kind: ClaimKind): Promise<OpenClaim & { readonly agent_id: string } | undefined> {
    const { rows } = await tx.run<OpenClaim & { readonly agent_id: string }>('SELECT id, entry_number, agent_id FROM claim WHERE customer_id = ? AND kind = ? AND ended_at IS NULL', [customerId, kind]);
    return rows[0];
  }

  private async end(scene: Scene, customerId: string, { id, entry_number: claim }: OpenClaim, because: string): Promise<number> {
    const entry = scene.enter({ kind: 'claim_ended', subject: customerId, content: { claim: Number(claim), because } });
    await scene.tx.run("UPDATE claim SET standing = 'ended', awaits = NULL, ended_at = ?, ended_because = ?, ended_entry = ? WHERE id = ?", [scene.now.at, because, entry, id]);
    // The claim never was, so its customer never left the pool.
    if (because === 'withdrawn') await scene.tx.run('UPDATE pool_stay SET left_at = NULL, left_entry = NULL WHERE customer_id = ? AND left_entry = ?', [customerId, Number(claim)]);
    return entry;
  }

  /** What was ended before ends were entered is found by the instant. */
  private async restoreEndedBy(scene: Scene, customerId: string, entry: number, at: number): Promise<void> {
    const { rows } = await scene.tx.run<OpenClaim>(
      `SELECT id, entry_number FROM claim WHERE customer_id = ? AND (ended_entry = ? OR (ended_entry IS NULL AND ended_at = ? AND ended_because <> 'withdrawn' AND entry_number < ?))`, [customerId, entry, at, entry]);
    for (const claim of rows) await this.restore(scene, customerId, claim);
  }
}

interface OpenClaim {
  readonly id: string;
  readonly entry_number: number | string;
}

/** A customer who is somebody's is in the shared pool no more. */
export async function leavePool(scene: Scene, customerId: string, entry: number): Promise<void> {
  await scene.tx.run('UPDATE pool_stay SET left_at = ?, left_entry = ? WHERE customer_id = ? AND left_at IS NULL', [scene.now.at, entry, customerId]);
}
