import type { DisputeAct, DisputeFile, DisputeMay, DisputeRow, DisputeView, DisputesView, PersonRef, RulingPreview } from '@lunjie/contracts';
import { mayRule, rolesOn } from '@lunjie/disputes';
import type { PolicyValues } from '@lunjie/policy';
import { Injectable } from '@nestjs/common';
import { Impartiality } from '../attribution/impartiality';
import { Deals } from '../deals/deals';
import { DisputedDeals } from '../deals/disputed-deals';
import { Floors } from '../floor/floors';
import { OfficeTime } from '../offices/office-time';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import type { Reading } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import { Register } from '../register/register';
import { DisputePrecedents } from './dispute-precedents';
import { DisputeRows, type StoredDispute } from './dispute-rows';
import { DisputeSettlements, type Settlement } from './dispute-settlements';
import type { Acting } from './dispute-steps';

interface ActRow {
  readonly kind: DisputeAct['kind'];
  readonly at: number | string;
  readonly by_person: string | null;
  readonly data: string;
  readonly entry_number: number | string;
  readonly hash: string;
}

/** Whether the reader's team keeps them from ruling between parties. */
type Barred = (parties: readonly string[]) => boolean;

const mostListed = 200;

/** Cases as the desk shows them: an agent sees their own, whoever manages, audits or hears appeals sees all. */
@Injectable()
export class DisputeViews {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly floors: Floors,
    private readonly deals: Deals,
    private readonly disputed: DisputedDeals,
    private readonly register: Register,
    private readonly rows: DisputeRows,
    private readonly settlements: DisputeSettlements,
    private readonly precedents: DisputePrecedents,
    private readonly officeTime: OfficeTime,
    private readonly impartiality: Impartiality,
  ) {}

  /** Open cases by time left, then those that are over, newest first. @param scope `open` leaves out what is over */
  list(officeId: string, reader: Acting, scope: 'open' | 'all', customer: string | null): Promise<DisputesView> {
    return this.transactions.read(async (reading) => {
      const values = await this.values(reading, officeId);
      const barred = await this.barred(reading, officeId, reader, values);
      const own = !seesAll(reader);
      const conditions = ['d.office_id = ?', ...own ? ['EXISTS (SELECT 1 FROM dispute_party p WHERE p.dispute_id = d.id AND p.agent_id = ?)'] : [], ...scope === 'open' ? ["d.state IN ('open', 'ruled', 'appealed')"] : [], ...customer === null ? [] : ['d.customer_id = ?']];
      const { rows } = await reading.run<{ id: string }>(
        `SELECT d.id FROM dispute d WHERE ${conditions.join(' AND ')}
         ORDER BY CASE d.state WHEN 'open' THEN 0 WHEN 'appealed' THEN 0 WHEN 'ruled' THEN 1 ELSE 2 END, CASE WHEN d.state = 'open' THEN COALESCE(d.due_at, 9999999999999) ELSE 0 END, d.entry_number DESC LIMIT ${mostListed}`,
        [officeId, ...own ? [reader.personId] : [], ...customer === null ? [] : [customer]]);
      const disputes: DisputeRow[] = [];
      for (const { id } of rows) disputes.push(await this.row(reading, officeId, await this.rows.byId(reading, officeId, id), reader, values, barred));
      return { disputes, now: this.clock.now() };
    });
  }

  /** @throws Problem 404 `dispute_not_found`, also to an agent who is no party */
  view(officeId: string, reader: Acting, id: string): Promise<DisputeView> {
    return this.transactions.read((reading) => this.read(reading, officeId, reader, id));
  }

  async read(reading: Reading, officeId: string, reader: Acting, id: string): Promise<DisputeView> {
    const dispute = await this.rows.byId(reading, officeId, id);
    if (!seesAll(reader) && !dispute.parties.includes(reader.personId)) throw new Problem('dispute_not_found', 404);
    const values = await this.values(reading, officeId);
    const barred = await this.barred(reading, officeId, reader, values);
    const full = seesAll(reader) || values.privacy.verdict_view === 'full';
    const acts = (await this.acts(reading, officeId, id)).map((act) => full || act.by?.id === reader.personId ? act : { ...act, words: null });
    const deal = dispute.dealId === null ? null : await this.deals.byId(reading, officeId, dispute.dealId, values.disputes.freeze);
    const ids = [...dispute.parties, dispute.openedBy, dispute.settledBy, dispute.file.holder, dispute.owner, ...acts.flatMap((act) => [act.by?.id, act.owner?.id]), ...deal?.shares.map(({ agent }) => agent?.id) ?? []];
    const names = await this.names(reading, ids);
    const named = (person: string | null | undefined): PersonRef | null => person == null ? null : { id: person, name: names[person] ?? '' };
    return {
      row: await this.row(reading, officeId, dispute, reader, values, barred), full, openedBy: named(dispute.openedBy),
      file: fileFor(reader.personId, { ...dispute.file, evidence: await this.withHashes(reading, officeId, dispute) }, full), fileHash: dispute.fileHash, entry: dispute.entry,
      acts: acts.map((act) => ({ ...act, by: named(act.by?.id), owner: named(act.owner?.id) })), decision: dispute.decision,
      // Whose customers others were is not for the parties.
      precedents: seesAll(reader) ? await this.precedents.like(reading, officeId, dispute) : [], deal: deal && { id: deal.id, unit: deal.unit, commissionFen: deal.commissionFen, frozen: deal.frozen, shares: deal.shares },
      may: this.may(dispute, reader, values, barred), ladder: values.disputes.ladder, appealUntil: dispute.appealUntil, names,
    };
  }

  /** What a ruling would move, in money too; nothing is written. @throws Problem as a ruling does */
  preview(officeId: string, id: string, given: Settlement): Promise<RulingPreview> {
    return this.transactions.read(async (reading) => {
      const dispute = await this.rows.byId(reading, officeId, id);
      const { rules } = await this.floors.now(reading, officeId);
      const { disputes } = rules.policy.values;
      const shares = this.settlements.sharesOf(dispute, given);
      const effect = given.outcome === 'quarrel' ? disputes.quarrel_effect : disputes.refusal_effect;
      const owner = shares !== null ? given.owner ?? null : effect === 'none' ? dispute.file.holder : null;
      const deal = dispute.dealId === null ? null : await this.deals.byId(reading, officeId, dispute.dealId, disputes.freeze);
      const names = await this.names(reading, dispute.parties);
      const named = (person: string | null): PersonRef | null => person === null ? null : { id: person, name: names[person] ?? '' };
      const portions = shares ?? (effect === 'none' ? [] : [{ payee: effect, agent: null, points: 10_000, range: null }]);
      const after = deal === null ? [] : portions.length === 0 ? deal.shares : this.disputed.divided(deal.commissionFen, portions, rules, names);
      return { owner: named(owner), ownerBefore: named(dispute.file.holder), commissionFen: deal?.commissionFen ?? null, before: deal?.shares ?? [], after };
    });
  }

  private async values(reading: Reading, officeId: string): Promise<PolicyValues> {
    return (await this.floors.now(reading, officeId)).rules.policy.values;
  }

  private async barred(reading: Reading, officeId: string, { personId }: Acting, values: PolicyValues): Promise<Barred> {
    return this.impartiality.bars(reading, officeId, personId, await this.officeTime.businessDate(reading, officeId, this.clock.now()), values);
  }

  private async row(reading: Reading, officeId: string, dispute: StoredDispute, reader: Acting, values: PolicyValues, barred: Barred): Promise<DisputeRow> {
    const names = await this.names(reading, [...dispute.parties, dispute.owner]);
    const { rows: [deal] } = dispute.dealId === null ? { rows: [] } : await reading.run<{ unit: string | null }>('SELECT unit FROM deal WHERE office_id = ? AND id = ?', [officeId, dispute.dealId]);
    const may = this.may(dispute, reader, values, barred);
    return {
      id: dispute.id, customer: dispute.customer, kind: dispute.kind, step: dispute.step, state: dispute.state, parties: dispute.parties.map((id) => ({ id, name: names[id] ?? '' })), openedAt: dispute.openedAt, dueAt: dispute.dueAt,
      unit: deal?.unit ?? null, outcome: dispute.outcome, owner: dispute.owner === null ? null : { id: dispute.owner, name: names[dispute.owner] ?? '' }, mine: may.some((act) => act !== 'state' && act !== 'move_up'),
    };
  }

  private may(dispute: StoredDispute, { personId, roles }: Acting, values: PolicyValues, barred: Barred): readonly DisputeMay[] {
    const isParty = dispute.parties.includes(personId);
    const isImpartial = !isParty && !barred(dispute.parties);
    const manages = roles.some((role) => role === 'manager' || role === 'supervisor');
    const { disputes } = values;
    if (dispute.state === 'appealed') return isImpartial && dispute.settledBy !== personId && roles.includes(disputes.appeal_to) ? ['hear'] : [];
    if (dispute.state === 'ruled') return isParty && dispute.appealedBy === null && (dispute.appealUntil ?? 0) >= this.clock.now() ? ['appeal'] : [];
    if (dispute.state !== 'open') return [];
    const onStep = isImpartial && rolesOn(dispute.step, values).some((role) => roles.includes(role));
    const movesUp = disputes.ladder.at(-1) !== dispute.step && (onStep || (dispute.step === 'negotiate' && (isParty || (isImpartial && manages))));
    return [
      ...isParty || manages ? ['state' as const] : [], ...isParty ? ['consent' as const] : [], ...movesUp ? ['move_up' as const] : [],
      ...isImpartial && (['owner', 'quarrel'] as const).some((outcome) => mayRule(dispute.step, outcome, roles, values)) ? ['rule' as const] : [],
    ];
  }

  private async acts(reading: Reading, officeId: string, id: string): Promise<readonly DisputeAct[]> {
    const { rows } = await reading.run<ActRow>(
      'SELECT a.kind, a.at, a.by_person, a.data, a.entry_number, e.hash FROM dispute_act a JOIN register_entry e ON e.office_id = a.office_id AND e.number = a.entry_number WHERE a.office_id = ? AND a.dispute_id = ? ORDER BY a.entry_number', [officeId, id]);
    const words = await this.register.personalOf(reading, officeId, rows.map(({ entry_number }) => Number(entry_number)));
    return rows.map((row): DisputeAct => {
      const { step = null, owner = null, outcome = null, upheld = null } = JSON.parse(row.data) as { readonly step?: DisputeAct['step']; readonly owner?: string | null; readonly outcome?: DisputeAct['outcome']; readonly upheld?: boolean };
      const said = words.get(Number(row.entry_number))?.['words'];
      const ref = (person: string | null): PersonRef | null => person === null ? null : { id: person, name: '' };
      return { kind: row.kind, at: Number(row.at), entry: Number(row.entry_number), hash: row.hash, by: ref(row.by_person), step, owner: ref(owner), outcome, upheld, words: typeof said === 'string' ? said : null };
    });
  }

  /** An entry of the act that opened the case has its hash from the register. */
  private async withHashes(reading: Reading, officeId: string, { file: { evidence } }: StoredDispute): Promise<DisputeView['file']['evidence']> {
    const without = evidence.filter(({ hash }) => hash === null).map(({ entry }) => entry);
    if (without.length === 0) return evidence;
    const { rows } = await reading.run<{ number: number | string; hash: string }>(`SELECT number, hash FROM register_entry WHERE office_id = ? AND number IN (${without.map(() => '?').join(', ')})`, [officeId, ...without]);
    const hashes = new Map(rows.map(({ number, hash }) => [Number(number), hash]));
    return evidence.map((one) => one.hash === null ? { ...one, hash: hashes.get(one.entry) ?? null } : one);
  }

  private async names(reading: Reading, people: readonly (string | null | undefined)[]): Promise<Readonly<Record<string, string>>> {
    const ids = [...new Set(people.filter((id): id is string => id != null))];
    if (ids.length === 0) return {};
    const { rows } = await reading.run<{ id: string; name: string }>(`SELECT id, name FROM person WHERE id IN (${ids.map(() => '?').join(', ')})`, ids);
    return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
  }
}

/** What somebody may read of a file: where only the conclusion is shown (P152), what speaks of themselves, and no comparison. */
function fileFor(reader: string, file: DisputeFile, full: boolean): DisputeFile {
  if (full) return file;
  const own = file.claimants.filter(({ agent }) => agent === reader);
  return { ...file, claimants: own, evidence: file.evidence.filter(({ agent }) => agent === reader), proposal: { ...file.proposal, claimants: own, principle: null, principles: [] } };
}

const seesAll = ({ roles }: Acting): boolean => roles.some((role) => role === 'manager' || role === 'supervisor' || role === 'auditor' || role === 'admin');
