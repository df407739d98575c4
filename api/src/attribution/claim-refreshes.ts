import { claimTimes, daysBetween, isMovedBy, later, lifeAfter } from '@lunjie/attribution';
import type { ClaimEvent, ClaimSource } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import type { Scene } from '../floor/scene';
import { storedJson } from '../register/register';

interface LivingClaim {
  readonly id: string;
  readonly entry_number: number | string;
  readonly agent_id: string;
  readonly source: ClaimSource;
  readonly until_date: string | null;
  readonly hard_until: string | null;
  readonly refreshed: number;
  readonly last_refresh_at: number | string | null;
}

/** What a claim was before it was prolonged, as the entry keeps it. */
interface LifeBefore {
  readonly until: string | null;
  readonly refreshed: number;
  readonly lastRefreshAt: number | null;
}

/** Claims kept alive by what happens with the customer (P62, P63), as far as the policy says. */
@Injectable()
export class ClaimRefreshes {
  /**
   * Something happened with a customer: the claim in force lives longer where the policy says so. Nothing is read or
   * written under a policy that never moves a claim's last day.
   * @param by whose contact it was, where only the owner's own keeps a claim alive; null for what the customer did
   */
  async heard(scene: Scene, customerId: string, events: readonly ClaimEvent[], by: string | null = null): Promise<void> {
    const validity = claimTimes(scene.rules.policy.values);
    if (!isMovedBy(events, validity)) return;
    const claim = await this.living(scene, customerId);
    if (!claim || (by !== null && claim.agent_id !== by)) return;
    const life = { until: claim.until_date, hardUntil: claim.hard_until, refreshed: claim.refreshed };
    const after = lifeAfter(life, claim.source, { date: scene.now.date, events }, validity);
    if (after.until === life.until && after.refreshed === life.refreshed) return;
    const before: LifeBefore = { until: life.until, refreshed: life.refreshed, lastRefreshAt: claim.last_refresh_at === null ? null : Number(claim.last_refresh_at) };
    scene.enter({ kind: 'claim_refreshed', subject: customerId, content: { claim: Number(claim.entry_number), events, ...after, before } });
    await this.keep(scene, claim.id, after.until, after.refreshed, scene.now.at);
  }

  /**
   * A claim stood still while it was disputed (P103): it lives on for as many days as the case was open.
   * @param since business date of the case's opening
   */
  async heldUp(scene: Scene, customerId: string, since: string): Promise<void> {
    const claim = await this.living(scene, customerId);
    const days = daysBetween(since, scene.now.date);
    if (!claim || claim.until_date === null || days <= 0) return;
    const prolonged = later(claim.until_date, { amount: days, unit: 'day' });
    const until = claim.hard_until !== null && claim.hard_until < prolonged ? claim.hard_until : prolonged;
    const before: LifeBefore = { until: claim.until_date, refreshed: claim.refreshed, lastRefreshAt: claim.last_refresh_at === null ? null : Number(claim.last_refresh_at) };
    scene.enter({ kind: 'claim_refreshed', subject: customerId, content: { claim: Number(claim.entry_number), events: ['dispute'], until, hardUntil: claim.hard_until, refreshed: claim.refreshed, before } });
    await this.keep(scene, claim.id, until, claim.refreshed, scene.now.at);
  }

  /** Takes back what a visit that never was had prolonged; nothing where the claim was prolonged again since. */
  async withdraw(scene: Scene, customerId: string, at: number, visitEntry: number): Promise<void> {
    const claim = await this.living(scene, customerId);
    if (!claim || claim.last_refresh_at === null || Number(claim.last_refresh_at) !== at) return;
    const { rows: [entry] } = await scene.tx.run<{ number: number | string; content: string }>(
      "SELECT number, content FROM register_entry WHERE office_id = ? AND subject_id = ? AND kind = 'claim_refreshed' AND number > ? AND at = ? ORDER BY number LIMIT 1",
      [scene.officeId, customerId, visitEntry, at]);
    const before = entry && (storedJson(entry.content) as { readonly before: LifeBefore } | undefined)?.before;
    if (!before) return;
    scene.enter({ kind: 'claim_refresh_withdrawn', subject: customerId, corrects: Number(entry.number), content: { claim: Number(claim.entry_number), hardUntil: claim.hard_until, ...before } });
    await this.keep(scene, claim.id, before.until, before.refreshed, before.lastRefreshAt);
  }

  private async living(scene: Scene, customerId: string): Promise<LivingClaim | undefined> {
    const { rows } = await scene.tx.run<LivingClaim>(
      `SELECT id, entry_number, agent_id, source, until_date, hard_until, refreshed, last_refresh_at FROM claim
       WHERE customer_id = ? AND kind = 'claim' AND ended_at IS NULL AND standing = 'in_force'`, [customerId]);
    return rows[0];
  }

  private async keep(scene: Scene, id: string, until: string | null, refreshed: number, at: number | null): Promise<void> {
    await scene.tx.run('UPDATE claim SET until_date = ?, refreshed = ?, last_refresh_at = ? WHERE id = ?', [until, refreshed, at, id]);
  }
}
