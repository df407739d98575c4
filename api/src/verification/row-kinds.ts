import type { DealEventKind } from '@lunjie/contracts';
import { numberIn, rowsIn, sumIn, textIn, type Entered } from '@lunjie/deal-life';
import type { MoneyPart } from '../floor/money-fault';
import { Covering, type Expected } from './compared';
import { houseRows } from './house-rows';
import { penaltyRows } from './penalty-rows';

/** What earlier entries say that a later row depends on. */
export class Running {
  /** Postings of a deal so far. */
  readonly postings = new Map<string, number>();
  /** The present plan of a deal, by the entry that made it. */
  readonly plans = new Map<string, number>();
  /** What a penalty costs, by the entry that issued it. */
  readonly costs = new Map<number, readonly [deductFen: number, fineFen: number, points: number]>();

  take(entry: Entered): void {
    if (entry.kind === 'payment_plan') this.plans.set(textIn(entry, 'deal') ?? '', entry.number);
  }
}

/** A table whose rows stand each under one entry of the register. */
export interface RowKind {
  readonly part: MoneyPart;
  readonly table: string;
  readonly columns: readonly string[];
  /** The column that bears the entry's number. */
  readonly number: 'entry_number' | 'plan' | 'published_entry' | 'taken_entry';
  readonly order: string;
  /** What an entry makes of rows, in their order. */
  readonly expected: (entry: Entered, running: Running) => readonly Expected[];
}

const postings: Readonly<Record<string, string>> = {
  commission_accrued: 'accrual', commission_reversed: 'reversal', commission_adjusted: 'adjustment', commission_released: 'release', commission_clawed_back: 'clawback',
};

const events: Readonly<Record<string, DealEventKind>> = {
  deal_closed: 'closed', soft_deposit: 'soft_deposit', firm_deposit: 'firm_deposit', subscription_signed: 'subscription', contract_signed: 'contract', unit_delivered: 'delivery', unit_exchanged: 'exchange', buyer_name_changed: 'name_change',
  deal_cancelled: 'cancellation', deal_forfeited: 'forfeiture', soft_deposit_lapsed: 'lapse', payment_plan: 'plan', receipt_recorded: 'receipt', receipt_withdrawn: 'receipt_withdrawn', payment_demanded: 'demand', payment_breached: 'breach',
  commission_accrued: 'accrual', commission_reversed: 'reversal', commission_adjusted: 'adjustment', commission_released: 'release', commission_clawed_back: 'clawback', deal_settlement: 'settlement',
};

/** Parts of an entry of which the history of its deal says nothing. */
const notTold = new Set(['deal', 'closer', 'until', 'claimedBy', 'paidOn', 'digest', 'ledger', 'ruling', 'amounts', 'instalments', 'on', 'layout', 'grossArea', 'netArea', 'batch', 'propertyType', 'measuredGross', 'measuredNet']);

function eventData(entry: Entered): Covering {
  if (entry.kind === 'payment_plan') return new Covering({ payments: rowsIn(entry, 'instalments').length, fen: sumIn(entry, 'instalments') });
  if (entry.kind in postings) return new Covering({ fen: sumIn(entry, 'amounts') });
  if (entry.kind === 'subscription_signed') return new Covering({ number: numberIn(entry, 'number') });
  if (entry.kind === 'deal_closed') return new Covering({ commissionFen: numberIn(entry, 'commissionFen') });
  return new Covering(Object.fromEntries(Object.entries(entry.content).filter(([name]) => !notTold.has(name))));
}

const whenAndWhose = (entry: Entered) => ({ at: entry.at, business_date: entry.date, by_person: entry.by });

export const rowKinds: readonly RowKind[] = [
  {
    part: 'commission', table: 'commission_posting', columns: ['deal_id', 'seq', 'business_date', 'kind', 'payee', 'agent_id', 'fen', 'ruling_id'], number: 'entry_number', order: 'seq',
    expected: (entry, { postings: made }) => {
      const kind = postings[entry.kind];
      const deal = entry.subject ?? '';
      if (kind === undefined) return [];
      const before = made.get(deal) ?? 0;
      const amounts = rowsIn(entry, 'amounts');
      made.set(deal, before + amounts.length);
      // An older entry does not say from which month a clawback counts.
      const date = kind === 'clawback' ? textIn(entry, 'on') ?? undefined : entry.date;
      return amounts.map(({ payee, agent, fen }, index) => ({ deal_id: deal, kind, payee, agent_id: agent ?? null, fen, ruling_id: textIn(entry, 'ruling'), seq: before + index, business_date: date }));
    },
  },
  {
    part: 'receipt', table: 'receipt', columns: ['deal_id', 'number', 'kind', 'fen', 'method', 'paid_on', 'at', 'by_person', 'withdraws'], number: 'entry_number', order: 'number',
    expected: (entry) => entry.kind !== 'receipt_recorded' && entry.kind !== 'receipt_withdrawn' ? [] : [{
      deal_id: textIn(entry, 'deal'), number: numberIn(entry, 'number'), kind: textIn(entry, 'kind'), fen: numberIn(entry, 'fen'), method: textIn(entry, 'method'), paid_on: textIn(entry, 'paidOn'), withdraws: numberIn(entry, 'withdraws'),
      at: entry.at, by_person: entry.by,
    }],
  },
  {
    part: 'subscription', table: 'subscription', columns: ['deal_id', 'number', 'at', 'business_date', 'by_person', 'terms', 'copies', 'digest'], number: 'entry_number', order: 'number',
    expected: (entry) => {
      if (entry.kind !== 'subscription_signed') return [];
      const { deal, number, digest, ledger: _ledger, ...terms } = entry.content;
      return [{ deal_id: deal, number, digest, terms, ...whenAndWhose(entry) }];
    },
  },
  {
    part: 'instalment', table: 'instalment', columns: ['deal_id', 'number', 'due_on', 'fen', 'kind'], number: 'plan', order: 'number',
    expected: (entry) => entry.kind !== 'payment_plan' ? [] : rowsIn(entry, 'instalments').map(({ dueOn, fen, kind }, index) => ({ deal_id: textIn(entry, 'deal'), number: index + 1, due_on: dueOn, fen, kind })),
  },
  {
    part: 'demand', table: 'payment_demand', columns: ['deal_id', 'plan', 'number', 'kind', 'fen', 'business_date'], number: 'entry_number', order: 'number',
    expected: (entry, { plans }) => entry.kind !== 'payment_demanded' && entry.kind !== 'payment_breached' ? [] : [{
      deal_id: textIn(entry, 'deal'), number: numberIn(entry, 'number'), fen: numberIn(entry, 'fen'), kind: entry.kind === 'payment_demanded' ? 'notice' : 'breach', plan: plans.get(textIn(entry, 'deal') ?? ''), business_date: entry.date,
    }],
  },
  {
    part: 'deal_event', table: 'deal_event', columns: ['deal_id', 'at', 'business_date', 'kind', 'by_person', 'data'], number: 'entry_number', order: 'id',
    expected: (entry) => {
      const kind = events[entry.kind];
      return kind === undefined ? [] : [{ deal_id: textIn(entry, 'deal') ?? entry.subject, kind, data: eventData(entry), ...whenAndWhose(entry) }];
    },
  },
  {
    part: 'ruling', table: 'ruling', columns: ['customer_id', 'at', 'occasion', 'decision'], number: 'entry_number', order: 'id',
    expected: (entry) => entry.kind !== 'ruling' ? [] : [{ customer_id: entry.subject, at: entry.at, occasion: textIn(entry, 'occasion'), decision: entry.content['decision'] }],
  },
  {
    part: 'dispute_act', table: 'dispute_act', columns: ['dispute_id', 'kind', 'at', 'by_person', 'data'], number: 'entry_number', order: 'id',
    expected: (entry) => {
      if (!entry.kind.startsWith('dispute_') || entry.kind === 'dispute_opened') return [];
      const { dispute, case: _case, state: _state, appealUntil: _until, ledger: _ledger, ...data } = entry.content;
      return [{ dispute_id: dispute, kind: entry.kind.slice('dispute_'.length), data, at: entry.at, by_person: entry.by }];
    },
  },
  ...penaltyRows,
  ...houseRows,
];
