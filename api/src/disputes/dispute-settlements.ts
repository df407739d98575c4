import type { AgentPart, DisputeDecision, DisputeOutcome, Portion } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { Rulings } from '../attribution/rulings';
import { ClaimRefreshes } from '../attribution/claim-refreshes';
import { DisputedDeals } from '../deals/disputed-deals';
import { instantAfter } from '../floor/office-moment';
import type { Scene } from '../floor/scene';
import { Problem } from '../platform/errors/problem';
import { DisputeRows, type StoredDispute } from './dispute-rows';

/** What was decided, before it has an effect. */
export interface Settlement {
  readonly outcome: DisputeOutcome;
  readonly owner?: string | null;
  readonly shares?: readonly { readonly agent: string; readonly percent: number }[];
  readonly isAppeal?: boolean;
}

const whole = 10_000;

/** Carries out how a case ended: the decision, the claim, the postings, the case itself; all in the act that decided. */
@Injectable()
export class DisputeSettlements {
  constructor(
    private readonly rulings: Rulings,
    private readonly refreshes: ClaimRefreshes,
    private readonly deals: DisputedDeals,
    private readonly rows: DisputeRows,
  ) {}

  /**
   * The shares a settlement gives, in basis points; null where the ownership table says to whom it is forfeited (P102).
   * @throws Problem 422 `owner_not_a_party`, `shares_not_the_whole`
   */
  sharesOf(dispute: StoredDispute, { outcome, owner = null, shares = [] }: Settlement): readonly Portion[] | null {
    if (outcome === 'quarrel' || outcome === 'refusal') return null;
    if (owner === null || !dispute.parties.includes(owner)) throw new Problem('owner_not_a_party', 422);
    const portion = (agent: string, points: number): Portion => ({ payee: (agent === owner ? 'owner' : 'claimant') satisfies AgentPart, agent, points, range: null });
    if (outcome !== 'shared') return [portion(owner, whole)];
    const points = shares.map(({ agent, percent }) => portion(agent, Math.round(percent * 100)));
    if (points.some(({ agent }) => agent === null || !dispute.parties.includes(agent)) || new Set(shares.map(({ agent }) => agent)).size < shares.length) throw new Problem('owner_not_a_party', 422);
    if (points.length < 2 || points.reduce((sum, one) => sum + one.points, 0) !== whole) throw new Problem('shares_not_the_whole', 422);
    return points;
  }

  /**
   * @param words why, kept beside the entry
   * @param by who ruled; null where the parties agreed
   */
  async settle(scene: Scene, dispute: StoredDispute, given: Settlement, words: string | null, by: string | null): Promise<void> {
    const { rules, now, zone, tx } = scene;
    const { disputes } = rules.policy.values;
    const shares = this.sharesOf(dispute, given);
    const forfeits = given.outcome === 'quarrel' || given.outcome === 'refusal';
    const effect = given.outcome === 'quarrel' ? disputes.quarrel_effect : disputes.refusal_effect;
    const before = await this.holder(scene, dispute.customer.id);
    // What is forfeited is nobody's any more; where the policy forfeits nothing the customer stays whose they are (P102).
    const owner = !forfeits ? given.owner ?? null : effect === 'none' ? before : null;
    const decision: DisputeDecision = {
      kind: 'dispute', dispute: dispute.id, outcome: given.outcome, clause: 'ruling', owner, ownerBefore: before, proposed: dispute.file.proposal.owner, shares: shares ?? forfeitedTo(effect),
      isAppeal: given.isAppeal ?? false, decidedAt: now.at, policyVersion: rules.version,
    };
    // What the parties agreed on, and what an appeal decided, is final.
    const within = by === null || given.isAppeal === true ? null : disputes.appeal_within;
    const until = within === null ? null : instantAfter(zone, now.at, within);
    const state = by === null ? 'agreed' : until === null ? 'closed' : 'ruled';
    await this.rows.act(scene, dispute, given.isAppeal ? 'appeal_heard' : 'settled', { outcome: given.outcome, owner, ...given.isAppeal ? { upheld: true } : {} }, words, { state, appealUntil: until });
    const ruling = await this.rulings.write(scene, dispute.customer.id, 'dispute', decision, { state: 'in_force', owner, ownerBefore: before, clause: 'ruling' });
    if (disputes.holds_claims && owner !== null && owner === before) await this.refreshes.heldUp(scene, dispute.customer.id, dispute.openedOn);
    await this.rulings.move(scene, dispute.customer.id, owner, 'dispute');
    await this.deals.adjust(scene, dispute.customer.id, ruling, shares, forfeits ? given.outcome : 'none');
    await tx.run('UPDATE dispute SET state = ?, due_at = ?, outcome = ?, owner_id = ?, decision = ?, settled_at = ?, settled_by = ?, appeal_until = COALESCE(appeal_until, ?) WHERE id = ?',
      [state, until, given.outcome, owner, JSON.stringify(decision), now.at, by, until, dispute.id]);
  }

  /** A ruling is appealed: pay-out waits again. */
  async contest(scene: Scene, dispute: StoredDispute): Promise<void> {
    if (dispute.dealId !== null) await this.deals.reopen(scene, dispute.dealId);
  }

  /** The ruling stands after all: its postings are those that were made. */
  async stands(scene: Scene, dispute: StoredDispute): Promise<void> {
    if (dispute.dealId !== null) await this.deals.released(scene, dispute.dealId, dispute.outcome === 'quarrel' || dispute.outcome === 'refusal' ? dispute.outcome : 'none');
    await scene.tx.run("UPDATE dispute SET state = 'closed' WHERE id = ?", [dispute.id]);
  }

  private async holder({ tx }: Scene, customerId: string): Promise<string | null> {
    const { rows: [held] } = await tx.run<{ agent_id: string }>("SELECT agent_id FROM claim WHERE customer_id = ? AND kind = 'claim' AND ended_at IS NULL", [customerId]);
    return held?.agent_id ?? null;
  }
}

function forfeitedTo(effect: 'none' | 'department' | 'house'): readonly Portion[] {
  return effect === 'none' ? [] : [{ payee: effect, agent: null, points: whole, range: null }];
}
