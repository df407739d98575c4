import { compileOwnership, decideOwnership, type CaseMoment, type CustomerCase, type OwnershipRules } from '@lunjie/attribution';
import type { ApprovalRequest, ConflictDecision, DisputeDecision, OwnershipDecision, ReceptionDecision, RulingOccasion, RulingRow, RulingState } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import type { Scene } from '../floor/scene';
import { Ids } from '../platform/clock/ids';
import type { Reading } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import { Policies, type PolicyInForce } from '../policies/policies';
import { Cases } from './cases';
import { Claims } from './claims';
import { Impartiality } from './impartiality';
import { Ruling } from './ruling.entity';

interface StoredRuling {
  readonly id: string;
  readonly customer_id: string;
  readonly at: number | string;
  readonly entry_number: number | string;
  readonly occasion: RulingOccasion;
  readonly state: RulingState;
  readonly owner_before: string | null;
  readonly before_name: string | null;
  readonly owner_id: string | null;
  readonly owner_name: string | null;
  readonly clause: string;
  readonly policy_version: number;
  readonly decision: string;
}

const columns = `SELECT r.id, r.customer_id, r.at, r.entry_number, r.occasion, r.state, r.owner_before, b.name AS before_name, r.owner_id, o.name AS owner_name, r.clause, r.policy_version, r.decision
  FROM ruling r LEFT JOIN person b ON b.id = r.owner_before LEFT JOIN person o ON o.id = r.owner_id`;

function rulingRow(row: StoredRuling): RulingRow {
  const decision = JSON.parse(row.decision) as OwnershipDecision | ConflictDecision | DisputeDecision;
  return {
    id: row.id, at: Number(row.at), entry: Number(row.entry_number), occasion: row.occasion, state: row.state,
    ownerBefore: row.owner_before === null ? null : { id: row.owner_before, name: row.before_name ?? '' },
    owner: row.owner_id === null ? null : { id: row.owner_id, name: row.owner_name ?? '' }, clause: row.clause, policyVersion: row.policy_version,
    decision: decision.kind === 'ownership' ? decision : null, conflict: decision.kind === 'conflict' ? decision : null,
    ...decision.kind === 'dispute' ? { dispute: decision } : {},
  };
}

/**
 * Whether a reception is more than a first registration or the owner's own: only then the ownership table has something
 * to say, and an arrival that has nothing to do with others' customers stays as quick as it is.
 */
function bearsOnOwnership({ chosen, mode, facts }: ReceptionDecision): boolean {
  if (chosen === null || mode === 'owner_return') return false;
  return facts.owner !== 'none' || facts.refuses !== 'none' || facts.brought_by !== 'none' || facts.named === 'forgot';
}

const momentOfDeal = ({ at, date }: Pick<CaseMoment, 'at' | 'date'>, closer: string | null, depositDate: string): CaseMoment =>
  ({ kind: 'deal', at, date, closing: { closer, byManager: closer === null, depositDate, signedDate: date } });

/** Whose customer somebody is: the ownership table decides the case, and the claim moves where it says so (rulebook 3.6). */
@Injectable()
export class Rulings {
  /** Compiled once a version; versions never change. */
  private readonly compiled = new WeakMap<PolicyInForce['policy'], OwnershipRules>();

  constructor(
    private readonly ids: Ids,
    private readonly cases: Cases,
    private readonly claims: Claims,
    private readonly policies: Policies,
    private readonly impartiality: Impartiality,
  ) {}

  rulesOf({ policy, version }: PolicyInForce): OwnershipRules {
    const known = this.compiled.get(policy);
    if (known) return known;
    const rules = compileOwnership(policy, version);
    this.compiled.set(policy, rules);
    return rules;
  }

  /** How the case stands: what would be ruled now. Nothing is written. */
  async outlook(reading: Reading, officeId: string, customerId: string, rules: PolicyInForce, moment: Pick<CaseMoment, 'at' | 'date'>): Promise<OwnershipDecision> {
    return decideOwnership(await this.cases.gather(reading, officeId, customerId), { ...moment, kind: 'case', closing: null }, this.rulesOf(rules));
  }

  /**
   * Rules on a customer's case and writes the ruling. Where the row names another owner the claim moves at once, unless
   * the row needs somebody's approval; then it is proposed.
   */
  async rule(scene: Scene, customerId: string, occasion: RulingOccasion): Promise<RulingRow> {
    const given = await this.cases.gather(scene.tx, scene.officeId, customerId);
    const kind = occasion === 'arrival' ? 'arrival' : 'case';
    return this.decide(scene, customerId, occasion, given, { kind, at: scene.now.at, date: scene.now.date, closing: null }, scene.rules);
  }

  /**
   * Rules on who has the credit and the commission of a deal that closes now.
   * @param dispute what has become of a dispute about it
   * @param depositDate the day of the first deposit, where that was not today
   */
  async ruleDeal(scene: Scene, customerId: string, closer: string | null, dispute: CustomerCase['dispute'], depositDate: string = scene.now.date): Promise<RulingRow> {
    const given = await this.cases.gather(scene.tx, scene.officeId, customerId);
    return this.decide(scene, customerId, 'deal', { ...given, dispute }, momentOfDeal(scene.now, closer, depositDate), await this.rulesOfDeal(scene.tx, scene.officeId, scene.rules, given));
  }

  /** What `ruleDeal` would decide now. Nothing is written. */
  async dealOutlook(reading: Reading, officeId: string, customerId: string, rules: PolicyInForce, now: Pick<CaseMoment, 'at' | 'date'>, { closer, dispute, depositDate }: { readonly closer: string | null; readonly dispute: CustomerCase['dispute']; readonly depositDate: string | null }): Promise<OwnershipDecision> {
    const given = await this.cases.gather(reading, officeId, customerId);
    return decideOwnership({ ...given, dispute }, momentOfDeal(now, closer, depositDate ?? now.date), this.rulesOf(await this.rulesOfDeal(reading, officeId, rules, given)));
  }

  /** The version a deal is tested by: of its day, of the first registration or of the latest visit (P149). */
  private async rulesOfDeal(reading: Reading, officeId: string, rules: PolicyInForce, { claims, receptions }: CustomerCase): Promise<PolicyInForce> {
    const testedOn = rules.policy.values.change.deal_tested_on;
    const at = testedOn === 'registration_date' ? claims[0]?.fromAt : testedOn === 'visit_date' ? receptions.at(-1)?.at : undefined;
    return at === undefined ? rules : this.policies.inForce(reading, officeId, at);
  }

  private async decide(scene: Scene, customerId: string, occasion: RulingOccasion, given: CustomerCase, moment: CaseMoment, rules: PolicyInForce): Promise<RulingRow> {
    const decision = decideOwnership(given, moment, this.rulesOf(rules));
    const moves = decision.owner !== decision.ownerBefore;
    const state = moves && decision.approval !== 'none' ? 'proposed' : 'in_force';
    const ruling = await this.write(scene, customerId, occasion, decision, { state, owner: decision.owner, ownerBefore: decision.ownerBefore, clause: decision.clause });
    if (moves && state === 'in_force') await this.move(scene, customerId, decision.owner, decision.row ?? 'ruling');
    return ruling;
  }

  /** An arrival was received: rules on the case where the reception bears on it. Called once the visit is written. */
  async arrived(scene: Scene, customerId: string | null, decision: ReceptionDecision): Promise<void> {
    if (customerId !== null && bearsOnOwnership(decision)) await this.rule(scene, customerId, 'arrival');
  }

  /**
   * Takes back what was ruled because of a reception that never was: nobody approves it any more.
   * @param at when that reception began
   * @param visitEntry the visit's register entry: its ruling was entered after it
   */
  async withdraw(scene: Scene, customerId: string, at: number, visitEntry: number): Promise<void> {
    const { rows } = await scene.tx.run<{ id: string; entry_number: number | string }>(
      "SELECT id, entry_number FROM ruling WHERE customer_id = ? AND at = ? AND entry_number > ? AND occasion = 'arrival' AND state IN ('in_force', 'proposed') ORDER BY entry_number", [customerId, at, visitEntry]);
    for (const { id, entry_number: entry } of rows) {
      scene.enter({ kind: 'ruling_withdrawn', subject: customerId, corrects: Number(entry), content: {} });
      await scene.tx.run("UPDATE ruling SET state = 'withdrawn' WHERE id = ?", [id]);
    }
  }

  /** Writes a ruling that was decided, with its register entry; a reason is sealed beside it. */
  async write(scene: Scene, customerId: string, occasion: RulingOccasion, decision: OwnershipDecision | ConflictDecision | DisputeDecision, given: { readonly state: RulingState; readonly owner: string | null; readonly ownerBefore: string | null; readonly clause: string; readonly reason?: string }): Promise<RulingRow> {
    const entryNumber = scene.enter({ kind: 'ruling', subject: customerId, content: { occasion, state: given.state, decision }, personal: given.reason === undefined ? null : { reason: given.reason } });
    const ruling: Ruling = {
      id: this.ids.next(), officeId: scene.officeId, customerId, at: scene.now.at, occasion, state: given.state, ownerBefore: given.ownerBefore, ownerId: given.owner,
      clause: given.clause, policyVersion: decision.policyVersion, decision, entryNumber,
    };
    await scene.tx.insert(Ruling, [ruling]);
    return this.byId(scene.tx, scene.officeId, ruling.id);
  }

  /** Gives the customer to whom a ruling names; null leaves them nobody's. */
  async move(scene: Scene, customerId: string, owner: string | null, because: string): Promise<void> {
    if (owner === null) {
      await this.claims.endClaim(scene, customerId, because);
      return;
    }
    const { rows } = await scene.tx.run<{ id: string; agent_id: string; from_date: string; until_date: string | null }>(
      "SELECT id, agent_id, from_date, until_date FROM claim WHERE customer_id = ? AND kind = 'claim' AND ended_at IS NULL", [customerId]);
    const [held] = rows;
    if (held?.agent_id === owner) return;
    const claim = held ? { id: held.id, agent: held.agent_id, agentName: '', fromDate: held.from_date, until: held.until_date } : null;
    await this.claims.claim(scene, { id: customerId, claim }, owner, { because, source: 'ruling' });
  }

  /**
   * Approves or rejects a proposed ruling; nobody rules on a case they are party to.
   * @throws Problem 404 `ruling_not_found`, 409 `ruling_not_open`, 403 `party_to_the_case`, `own_team_case`
   */
  async approve(scene: Scene, rulingId: string, by: string, { approved, reason }: ApprovalRequest): Promise<RulingRow> {
    const ruling = await this.byId(scene.tx, scene.officeId, rulingId);
    if (ruling.state !== 'proposed') throw new Problem('ruling_not_open', 409);
    await this.impartiality.mustHold(scene, by, [ruling.owner?.id ?? null, ruling.ownerBefore?.id ?? null]);
    const { rows } = await scene.tx.run<{ customer_id: string }>('SELECT customer_id FROM ruling WHERE id = ?', [rulingId]);
    const customerId = rows[0]?.customer_id ?? '';
    scene.enter({ kind: approved ? 'ruling_approved' : 'ruling_rejected', subject: customerId, corrects: ruling.entry, content: {}, personal: { reason } });
    await scene.tx.run('UPDATE ruling SET state = ? WHERE id = ?', [approved ? 'in_force' : 'rejected', rulingId]);
    if (approved) await this.move(scene, customerId, ruling.owner?.id ?? null, ruling.decision?.row ?? 'ruling');
    return this.byId(scene.tx, scene.officeId, rulingId);
  }

  /** @throws Problem 404 `ruling_not_found` */
  private async byId(reading: Reading, officeId: string, id: string): Promise<RulingRow> {
    const { rows } = await reading.run<StoredRuling>(`${columns} WHERE r.office_id = ? AND r.id = ?`, [officeId, id]);
    if (!rows[0]) throw new Problem('ruling_not_found', 404);
    return rulingRow(rows[0]);
  }

  /** Every ruling on a customer, newest first. */
  async of(reading: Reading, officeId: string, customerId: string): Promise<readonly RulingRow[]> {
    const { rows } = await reading.run<StoredRuling>(`${columns} WHERE r.office_id = ? AND r.customer_id = ? ORDER BY r.entry_number DESC LIMIT 200`, [officeId, customerId]);
    return rows.map(rulingRow);
  }
}
