import { isCreditProtected, later } from '@lunjie/attribution';
import type { ClaimSource, DisputeKind, DisputeRequest, Role } from '@lunjie/contracts';
import { digestOf } from '@lunjie/register';
import { Injectable } from '@nestjs/common';
import { DisputedDeals } from '../deals/disputed-deals';
import { Floors } from '../floor/floors';
import { instantAfter } from '../floor/office-moment';
import type { Scene } from '../floor/scene';
import { Ids } from '../platform/clock/ids';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { sha256 } from '../register/sha256';
import { Staff } from '../staff/staff';
import { Dispute, DisputeParty } from './dispute.entity';
import { DisputeFiles } from './dispute-files';
import { DisputeRows } from './dispute-rows';
import { StepTimes } from './step-times';

interface Opened {
  readonly kind: DisputeKind;
  readonly customerId: string;
  readonly parties: readonly string[];
  readonly deal: string | null;
}

/** Opens cases: by an agent who calls a customer theirs, by whoever manages, or by the system where claims meet (003 §(五)1, 4). */
@Injectable()
export class DisputeOpenings {
  constructor(
    private readonly ids: Ids,
    private readonly floors: Floors,
    private readonly staff: Staff,
    private readonly deals: DisputedDeals,
    private readonly files: DisputeFiles,
    private readonly rows: DisputeRows,
    private readonly times: StepTimes,
  ) {}

  /**
   * Opens a case with the opener's own statement. An agent is a party; whoever manages names the parties. Answers its id.
   * @throws Problem 404 `customer_not_found`, 409 `dispute_is_open`, `dispute_settled`, `dispute_too_late` (P104), `credit_protected` (P122), 422 `conflict_needs_two`, `not_an_agent_here`
   */
  request(write: WriteContext, roles: readonly Role[], customerId: string, { against, statement }: DisputeRequest): Promise<string> {
    return this.floors.act(write, async (scene) => {
      const isAgent = !roles.some((role) => role === 'manager' || role === 'supervisor');
      const parties = [...new Set([...against, ...isAgent ? [write.personId] : []])];
      await this.mustBeOpen(scene, customerId, parties, isAgent ? write.personId : null);
      const deal = await this.deals.contest(scene, customerId);
      const { id, entry } = await this.open(scene, { kind: 'contested', customerId, parties, deal });
      await this.rows.act(scene, { id, entry }, 'statement', {}, statement);
      return id;
    });
  }

  /** Opens a case where claims have met, unless one is open: who comes third is named by a later entry. */
  async bySystem(scene: Scene, given: Opened): Promise<void> {
    if (!scene.rules.policy.values.disputes.opens_by_itself || await this.rows.openOf(scene.tx, scene.officeId, given.customerId) !== null) return;
    if (await this.protectedUntil(scene, given.customerId) !== null) return;
    const deal = given.deal ?? await this.deals.contest(scene, given.customerId);
    await this.open(scene, { ...given, deal });
  }

  private async mustBeOpen(scene: Scene, customerId: string, parties: readonly string[], agent: string | null): Promise<void> {
    const { tx, officeId, rules, now, zone } = scene;
    const { rows: [known] } = await tx.run('SELECT id FROM customer WHERE office_id = ? AND id = ?', [officeId, customerId]);
    if (!known) throw new Problem('customer_not_found', 404);
    if (agent !== null && !(await this.isInvolved(scene, customerId, agent))) throw new Problem('customer_not_found', 404);
    if (parties.length < 2) throw new Problem('conflict_needs_two', 422);
    const agents = new Set((await this.staff.agents(tx, officeId)).map(({ id }) => id));
    if (parties.some((party) => !agents.has(party))) throw new Problem('not_an_agent_here', 422);
    const open = await this.rows.openOf(tx, officeId, customerId);
    if (open !== null) throw new Problem('dispute_is_open', 409, { dispute: open });
    if (agent !== null) await this.mustBeNew(scene, customerId, agent);
    const until = await this.protectedUntil(scene, customerId);
    if (until !== null) throw new Problem('credit_protected', 409, { until });
    const { window } = rules.policy.values.disputes;
    if (window === null) return;
    // Counted from the latest thing there is to dispute: a deal, or else the claim (P104).
    const { rows: [latest] } = await tx.run<{ at: number | string | null }>(
      `SELECT COALESCE((SELECT MAX(closed_at) FROM deal WHERE office_id = ? AND customer_id = ?), (SELECT MAX(from_at) FROM claim WHERE office_id = ? AND customer_id = ? AND kind = 'claim')) AS at`,
      [officeId, customerId, officeId, customerId]);
    if (latest?.at != null && instantAfter(zone, Number(latest.at), window) < now.at) throw new Problem('dispute_too_late', 409);
  }

  /** Until when a channel's credit for the customer's latest deal is beyond dispute (P122); null where it is not. */
  private async protectedUntil({ tx, officeId, now, rules }: Scene, customerId: string): Promise<string | null> {
    const { performance_protect: length } = rules.policy.values.channel;
    if (length === null) return null;
    const { rows: [deal] } = await tx.run<{ date: string; source: ClaimSource | null }>(
      `SELECT COALESCE(d.signed_date, d.deposit_date, d.business_date) AS date, (SELECT k.source FROM claim k WHERE k.customer_id = d.customer_id AND k.kind = 'claim' AND k.ended_at IS NULL) AS source
       FROM deal d WHERE d.office_id = ? AND d.customer_id = ? AND d.ended_date IS NULL AND d.ruling_id IS NOT NULL ORDER BY d.entry_number DESC LIMIT 1`, [officeId, customerId]);
    return deal !== undefined && isCreditProtected(deal, now.date, rules.policy.values.channel) ? later(deal.date, length) : null;
  }

  /** What was ruled on is appealed, not disputed again, until something new happened: a deal, or a second registration. */
  private async mustBeNew({ tx, officeId }: Scene, customerId: string, agent: string): Promise<void> {
    const { rows: [ruled] } = await tx.run<{ at: number | string | null }>(
      'SELECT MAX(d.settled_at) AS at FROM dispute d JOIN dispute_party p ON p.dispute_id = d.id WHERE d.office_id = ? AND d.customer_id = ? AND p.agent_id = ? AND d.settled_by IS NOT NULL', [officeId, customerId, agent]);
    if (ruled?.at == null) return;
    const { rows: newer } = await tx.run(
      `SELECT id FROM deal WHERE office_id = ? AND customer_id = ? AND closed_at > ? UNION ALL SELECT id FROM happening WHERE office_id = ? AND customer_id = ? AND kind = 'registered_again' AND at > ? LIMIT 1`,
      [officeId, customerId, ruled.at, officeId, customerId, ruled.at]);
    if (newer.length === 0) throw new Problem('dispute_settled', 409);
  }

  /** An agent disputes a customer they had to do with: a claim, a visit, a contact, a second registration, a deal. */
  private async isInvolved({ tx, officeId }: Scene, customerId: string, agent: string): Promise<boolean> {
    const tables = ["claim WHERE office_id = ? AND customer_id = ? AND agent_id = ?", "visit WHERE office_id = ? AND customer_id = ? AND receiver_id = ?",
      "contact WHERE office_id = ? AND customer_id = ? AND agent_id = ?", "happening WHERE office_id = ? AND customer_id = ? AND agent_id = ?", "deal WHERE office_id = ? AND customer_id = ? AND closer_id = ?"];
    const { rows: [row] } = await tx.run<{ involved: number | string }>(`SELECT ${tables.map((table) => `(SELECT COUNT(*) FROM ${table})`).join(' + ')} AS involved`, tables.flatMap(() => [officeId, customerId, agent]));
    return Number(row?.involved ?? 0) > 0;
  }

  private async open(scene: Scene, { kind, customerId, parties, deal }: Opened): Promise<{ readonly id: string; readonly entry: number }> {
    const file = await this.files.gather(scene, kind, customerId, deal, parties);
    const [step = 'department_manager'] = scene.rules.policy.values.disputes.ladder;
    const id = this.ids.next();
    const fileHash = digestOf(file, sha256);
    const entry = scene.enter({ kind: 'dispute_opened', subject: customerId, content: { dispute: id, kind, step, parties, deal, file: fileHash } });
    const dispute: Dispute = {
      id, officeId: scene.officeId, customerId, dealId: deal, kind, step, state: 'open', openedAt: scene.now.at, businessDate: scene.now.date, openedBy: scene.by,
      dueAt: await this.times.dueAt(scene, step), remindedAt: null, file, fileHash, entryNumber: entry, outcome: null, ownerId: null, decision: null, settledAt: null, settledBy: null, appealUntil: null, appealedBy: null,
    };
    await scene.tx.insert(Dispute, [dispute]);
    await scene.tx.insert(DisputeParty, parties.map((agentId): DisputeParty => ({ id: this.ids.next(), officeId: scene.officeId, disputeId: id, agentId, consentsTo: null })));
    return { id, entry };
  }
}
