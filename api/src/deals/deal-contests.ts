import type { CommissionRow, DealContest, DealDispute, DisputeKind, DisputeState, DisputeStep, PersonRef, SettlementPreview, SettlementResult } from '@lunjie/contracts';
import { accountsOf, type Posting } from '@lunjie/commission';
import type { PolicyValues } from '@lunjie/policy';
import { Injectable } from '@nestjs/common';
import { Rulings } from '../attribution/rulings';
import { Floors } from '../floor/floors';
import { momentIn } from '../floor/office-moment';
import { OfficeTime } from '../offices/office-time';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import type { Reading } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import { Staff } from '../staff/staff';
import { CommissionLedger } from './commission-ledger';
import { CommissionReleases } from './commission-releases';
import { StoredDeals, type StoredDeal } from './stored-deals';

/** A disputed deal as it stands: the case about it, what waits for its end, and what settling it would move. */
@Injectable()
export class DealContests {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly floors: Floors,
    private readonly officeTime: OfficeTime,
    private readonly staff: Staff,
    private readonly rulings: Rulings,
    private readonly stored: StoredDeals,
    private readonly ledger: CommissionLedger,
    private readonly releases: CommissionReleases,
  ) {}

  /** The agents who each call the deal theirs, by the case that is open about it. */
  async parties(reading: Reading, officeId: string, { id, customerId }: Pick<StoredDeal, 'id' | 'customerId'>): Promise<readonly string[]> {
    const { rows } = await reading.run<{ agent_id: string }>(
      "SELECT p.agent_id FROM dispute_party p JOIN dispute d ON d.id = p.dispute_id WHERE d.office_id = ? AND d.customer_id = ? AND (d.deal_id = ? OR d.deal_id IS NULL) AND d.state IN ('open', 'appealed')", [officeId, customerId, id]);
    return rows.map(({ agent_id: agent }) => agent);
  }

  /** The open case about a deal and what its pay-out waits with; null where nothing is disputed. */
  async of(reading: Reading, officeId: string, deal: StoredDeal, values: PolicyValues, today: string): Promise<DealContest | null> {
    if (deal.dispute !== 'open') return null;
    const { rows: [row] } = await reading.run<{ id: string; kind: DisputeKind; state: DisputeState; step: DisputeStep; due_at: number | string | null }>(
      "SELECT id, kind, state, step, due_at FROM dispute WHERE office_id = ? AND customer_id = ? AND (deal_id = ? OR deal_id IS NULL) AND state IN ('open', 'appealed') ORDER BY entry_number DESC LIMIT 1", [officeId, deal.customerId, deal.id]);
    const named = await this.named(reading, officeId);
    const accounts = await this.ledger.accounts(reading, deal.id);
    const waits = values.disputes.freeze && deal.rulingId !== null ? await this.releases.waiting(reading, officeId, deal, accounts, values, today) : [];
    return {
      case: row === undefined ? null : { id: row.id, kind: row.kind, state: row.state, step: row.step, dueAt: row.due_at === null ? null : Number(row.due_at) },
      parties: (await this.parties(reading, officeId, deal)).map((agent) => named(agent) ?? { id: agent, name: '' }),
      waits: rowsOf(waits, named),
    };
  }

  /**
   * What settling a disputed deal would move, and what could be paid out at once. Nothing is written.
   * @throws Problem 404 `deal_not_found`, 409 `deal_not_disputed`
   */
  preview(officeId: string, dealId: string, result: SettlementResult): Promise<SettlementPreview> {
    return this.transactions.read(async (reading) => {
      const deal = await this.stored.byId(reading, officeId, dealId);
      if (deal.dispute !== 'open') throw new Problem('deal_not_disputed', 409);
      const { rules } = await this.floors.now(reading, officeId);
      const now = momentIn(await this.officeTime.zone(reading, officeId), this.clock.now());
      const { values } = rules.policy;
      const named = await this.named(reading, officeId);
      const before = await this.ledger.accounts(reading, dealId);
      const forfeits = forfeiting(result);
      if (forfeits === null || deal.endedDate !== null) return { before: earned(before, named), after: earned(before, named), payable: result === 'failed' || deal.rulingId === null ? [] : rowsOf(await this.releases.waiting(reading, officeId, deal, before, values, now.date), named) };
      const decision = await this.rulings.dealOutlook(reading, officeId, deal.customerId, rules, now, { closer: deal.closerId, dispute: forfeits, depositDate: null });
      const accruals = await this.ledger.accruals(reading, officeId, deal.commissionFen, decision.shares, values.commission);
      const after = accountsOf([...before.map(({ payee, agent, releasedFen }): Posting => ({ kind: 'release', payee, agent, fen: releasedFen })), ...accruals]);
      return { before: earned(before, named), after: earned(after, named), payable: rowsOf(await this.releases.waiting(reading, officeId, deal, after, values, now.date), named) };
    });
  }

  private async named(reading: Reading, officeId: string): Promise<(id: string | null) => PersonRef | null> {
    const names = new Map((await this.staff.people(reading, officeId)).map(({ id, name }) => [id, name]));
    return (id) => id === null ? null : { id, name: names.get(id) ?? '' };
  }
}

const forfeiting = (result: SettlementResult): Exclude<DealDispute, 'none' | 'open'> | null => result === 'quarrel' || result === 'refusal' ? result : null;

type Named = (id: string | null) => PersonRef | null;

const rowsOf = (postings: readonly Posting[], named: Named): readonly CommissionRow[] => postings.map(({ payee, agent, fen }) => ({ payee, agent: named(agent), fen }));

const earned = (accounts: readonly { readonly payee: CommissionRow['payee']; readonly agent: string | null; readonly earnedFen: number }[], named: Named): readonly CommissionRow[] =>
  accounts.flatMap(({ payee, agent, earnedFen }) => earnedFen === 0 ? [] : [{ payee, agent: named(agent), fen: earnedFen }]);
