import type { PenaltiesView, PenaltyDecision, PenaltyRequest, PenaltyState, PenaltyView, Role, Severity } from '@lunjie/contracts';
import { decidePenalty, lateFine, lateSignIn, triggersOf } from '@lunjie/penalties';
import { standsIn } from '@lunjie/rotation';
import { Injectable } from '@nestjs/common';
import { Impartiality } from '../attribution/impartiality';
import { Floors } from '../floor/floors';
import { instantAfter } from '../floor/office-moment';
import type { Scene } from '../floor/scene';
import { OfficeTime } from '../offices/office-time';
import { Clock } from '../platform/clock/clock';
import { Ids } from '../platform/clock/ids';
import type { Reading } from '../platform/database/tx';
import { Transactions } from '../platform/database/transactions';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { Register } from '../register/register';
import { Staff } from '../staff/staff';
import { Forfeits } from './forfeits';
import { PenaltyLedger } from './penalty-ledger';
import { Penalty } from './penalty.entity';
import { Praises } from './praises';

interface StoredPenalty {
  readonly id: string;
  readonly agent_id: string;
  readonly name: string;
  readonly at: number | string;
  readonly penalty_trigger: string;
  readonly severity: Severity | null;
  readonly decision: string;
  readonly suspended_until: number | string | null;
  readonly policy_version: number;
  readonly entry_number: number | string;
  readonly issued_by: string | null;
  readonly issuer: string | null;
  readonly deal_id: string | null;
  readonly unit: string | null;
  readonly appeal_until: number | string | null;
  readonly state: PenaltyState | null;
  readonly appeal_entry: number | string | null;
  readonly heard_entry: number | string | null;
}

const columns = `SELECT n.id, n.agent_id, p.name, n.at, n.penalty_trigger, n.severity, n.decision, n.suspended_until, n.policy_version, n.entry_number, n.issued_by, i.name AS issuer, n.deal_id, d.unit, n.appeal_until, a.state,
  a.entry_number AS appeal_entry, a.heard_entry
  FROM penalty n JOIN person p ON p.id = n.agent_id LEFT JOIN person i ON i.id = n.issued_by LEFT JOIN deal d ON d.id = n.deal_id LEFT JOIN penalty_appeal a ON a.penalty_id = n.id`;

function viewOf(row: StoredPenalty): PenaltyView {
  return {
    state: row.state ?? 'in_force', issuedBy: row.issued_by === null ? null : { id: row.issued_by, name: row.issuer ?? '' }, dealId: row.deal_id, unit: row.unit,
    appealUntil: row.appeal_until === null ? null : Number(row.appeal_until), reason: null, appealWords: null, heardWords: null, may: [],
    id: row.id, agent: { id: row.agent_id, name: row.name }, at: Number(row.at), trigger: row.penalty_trigger, severity: row.severity, decision: JSON.parse(row.decision) as PenaltyDecision,
    suspendedUntil: row.suspended_until === null ? null : Number(row.suspended_until), policyVersion: row.policy_version, entry: Number(row.entry_number),
  };
}

/** Slips and verified violations by the policy's schedule (P106): the line hears of a suspension and of lost turns at once. */
@Injectable()
export class Penalties {
  constructor(
    private readonly ids: Ids,
    private readonly floors: Floors,
    private readonly staff: Staff,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly register: Register,
    private readonly ledger: PenaltyLedger,
    private readonly forfeits: Forfeits,
    private readonly praises: Praises,
    private readonly impartiality: Impartiality,
    private readonly officeTime: OfficeTime,
  ) {}

  /**
   * @throws Problem 422 `not_an_agent_here`; 403 `severity_not_yours` where another role grades (P107), `party_to_the_case` for oneself, `own_team_case` (P105); 422 `penalty_needs_deal`, 404 `deal_not_found` where the schedule forfeits one
   */
  issue(write: WriteContext, roles: readonly Role[], request: PenaltyRequest): Promise<PenaltyView> {
    return this.floors.act(write, async (scene) => {
      this.mustGrade(scene, roles, request.severity ?? null);
      if (request.agentId === write.personId) throw new Problem('party_to_the_case', 403);
      const agents = await this.staff.agents(scene.tx, scene.officeId);
      if (!agents.some(({ id }) => id === request.agentId)) throw new Problem('not_an_agent_here', 422);
      return this.issueWithin(scene, write.personId, request);
    });
  }

  /** Whether somebody may say how serious it is (P107). @throws Problem 403 `severity_not_yours` */
  mustGrade(scene: Scene, roles: readonly Role[], severity: Severity | null): void {
    const gradedBy = scene.rules.policy.values.disputes.penalty_severity_role;
    if (severity !== null && !roles.includes(gradedBy) && !roles.includes('manager')) throw new Problem('severity_not_yours', 403, { role: gradedBy });
  }

  /**
   * A penalty within another act, already graded by who may.
   * @throws Problem 403 `party_to_the_case` for oneself, `own_team_case` (P105); 422 `penalty_needs_deal`, 404 `deal_not_found` where the schedule forfeits one
   */
  async issueWithin(scene: Scene, by: string, request: PenaltyRequest): Promise<PenaltyView> {
    await this.impartiality.mustHold(scene, by, [request.agentId]);
    const { trigger, severity = null, dealId = null, dayBasePayFen = 0, monthBasePayFen = 0, monthBonusFen = 0 } = request;
    const times = (await this.before(scene, request.agentId, trigger)) + 1;
    const decision = decidePenalty(scene.rules.policy.tables.penalties, { trigger, severity, times, dayBasePayFen, monthBasePayFen, monthBonusFen });
    if (decision.forfeitsDeal && dealId === null) throw new Problem('penalty_needs_deal', 422);
    return this.write(scene, request, decision, by);
  }

  /** The fine for signing in late (P19), within the sign-in itself. The rule issues it, nobody: whoever hears appeals may hear this one. @param fen 分 */
  async fineLate(scene: Scene, agentId: string, fen: number): Promise<void> {
    const times = (await this.before(scene, agentId, lateSignIn)) + 1;
    await this.write(scene, { agentId, trigger: lateSignIn, reason: null }, lateFine(fen, times), null);
  }

  /** How many of the kind stand against the agent: what an appeal reversed never was. */
  private async before({ tx, officeId }: Scene, agentId: string, trigger: string): Promise<number> {
    const { rows } = await tx.run<{ number: number | string }>(
      `SELECT COUNT(*) AS number FROM penalty n LEFT JOIN penalty_appeal a ON a.penalty_id = n.id
       WHERE n.office_id = ? AND n.agent_id = ? AND n.penalty_trigger = ? AND (a.state IS NULL OR a.state <> 'reversed')`, [officeId, agentId, trigger]);
    return Number(rows[0]?.number ?? 0);
  }

  private async write(scene: Scene, { agentId, trigger, severity = null, reason, dealId = null }: Omit<PenaltyRequest, 'reason'> & { readonly reason: string | null }, decision: PenaltyDecision, issuedBy: string | null): Promise<PenaltyView> {
    const { penalty_appeal_within: within } = scene.rules.policy.values.disputes;
    const suspendedUntil = decision.suspendFor === null ? null : instantAfter(scene.zone, scene.now.at, decision.suspendFor);
    const forfeited = decision.forfeitsDeal ? dealId : null;
    const appealUntil = within === null ? null : instantAfter(scene.zone, scene.now.at, within);
    const entryNumber = scene.enter({ kind: 'penalty', subject: agentId, content: { trigger, severity, decision, suspendedUntil, deal: forfeited, appealUntil, policyVersion: scene.rules.version, ...issuedBy === null ? { byRule: true } : {} }, ...reason === null ? {} : { personal: { reason } } });
    // Also of who is not here today: the line finds it as they sign in.
    if (suspendedUntil !== null) scene.post([{ kind: 'suspended', agent: agentId, until: suspendedUntil, reason: trigger }]);
    const queue = Object.values(scene.floor.queues).find((held) => standsIn(scene.floor, held, agentId));
    if (decision.loseTurns > 0 && queue) scene.post([{ kind: 'turns_skipped', queue: queue.id, agent: agentId, turns: decision.loseTurns, reason: trigger }]);
    const penalty: Penalty = {
      id: this.ids.next(), officeId: scene.officeId, agentId, at: scene.now.at, businessDate: scene.now.date, penaltyTrigger: trigger, severity, decision, suspendedUntil,
      policyVersion: scene.rules.version, entryNumber, issuedBy, dealId: forfeited, appealUntil,
    };
    await scene.tx.insert(Penalty, [penalty]);
    await this.ledger.issue(scene, { id: penalty.id, agentId, entry: entryNumber, decision });
    if (penalty.dealId !== null) await this.forfeits.forfeit(scene, penalty.dealId, agentId);
    return { ...await this.byId(scene.tx, scene.officeId, penalty.id), reason };
  }

  /** Without the words, which are sealed. @throws Problem 404 `penalty_not_found` */
  async byId(reading: Reading, officeId: string, id: string): Promise<PenaltyView> {
    const { rows: [row] } = await reading.run<StoredPenalty>(`${columns} WHERE n.office_id = ? AND n.id = ?`, [officeId, id]);
    if (!row) throw new Problem('penalty_not_found', 404);
    return viewOf(row);
  }

  /** Newest first, at most 200, with what was said and what the reader may do. @param agentId only this agent's; null = everybody's */
  list(officeId: string, agentId: string | null, reader: { readonly personId: string; readonly roles: readonly Role[] }): Promise<PenaltiesView> {
    return this.transactions.read(async (reading) => {
      const { policy } = (await this.floors.now(reading, officeId)).rules;
      const penalties = await this.of(reading, officeId, agentId);
      const words = await this.words(reading, officeId, penalties);
      const today = await this.officeTime.businessDate(reading, officeId, this.clock.now());
      const bars = await this.impartiality.bars(reading, officeId, reader.personId, today, policy.values);
      const hears = reader.roles.includes(policy.values.disputes.penalty_appeal_to);
      const mayOf = ({ agent, state, issuedBy, appealUntil }: PenaltyView): PenaltyView['may'] => {
        if (state === 'in_force' && agent.id === reader.personId && (appealUntil ?? 0) >= this.clock.now()) return ['appeal'];
        return state === 'appealed' && hears && agent.id !== reader.personId && !bars([agent.id]) && issuedBy?.id !== reader.personId ? ['hear'] : [];
      };
      const praises = await this.praises.list(reading, officeId, agentId);
      return { praises, penalties: penalties.map((penalty) => ({ ...penalty, ...words.get(penalty.id), may: mayOf(penalty) })), triggers: triggersOf(policy.tables.penalties) };
    });
  }

  /** What was said when each was issued, appealed and heard. */
  private async words(reading: Reading, officeId: string, penalties: readonly PenaltyView[]): Promise<ReadonlyMap<string, Partial<PenaltyView>>> {
    if (penalties.length === 0) return new Map();
    const { rows } = await reading.run<{ penalty_id: string; entry_number: number | string; heard_entry: number | string | null }>(
      `SELECT penalty_id, entry_number, heard_entry FROM penalty_appeal WHERE office_id = ? AND penalty_id IN (${penalties.map(() => '?').join(', ')})`, [officeId, ...penalties.map(({ id }) => id)]);
    const appeals = new Map(rows.map((row) => [row.penalty_id, { appealed: Number(row.entry_number), heard: Number(row.heard_entry ?? 0) }]));
    const sealed = await this.register.personalOf(reading, officeId, [...penalties.map(({ entry }) => entry), ...[...appeals.values()].flatMap(({ appealed, heard }) => [appealed, heard])]);
    const said = (entry: number | undefined, part: 'reason' | 'words'): string | null => {
      const text = entry === undefined ? undefined : sealed.get(entry)?.[part];
      return typeof text === 'string' ? text : null;
    };
    return new Map(penalties.map(({ id, entry }) => [id, { reason: said(entry, 'reason'), appealWords: said(appeals.get(id)?.appealed, 'words'), heardWords: said(appeals.get(id)?.heard, 'words') }]));
  }

  async of(reading: Reading, officeId: string, agentId: string | null): Promise<readonly PenaltyView[]> {
    const { rows } = await reading.run<StoredPenalty>(
      `${columns} WHERE n.office_id = ?${agentId === null ? '' : ' AND n.agent_id = ?'} ORDER BY n.at DESC, n.entry_number DESC LIMIT 200`, agentId === null ? [officeId] : [officeId, agentId]);
    return rows.map(viewOf);
  }
}
