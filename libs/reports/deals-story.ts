import type { OccurrenceKind } from '@lunjie/contracts';
import type { LocalMoment, TellingKind } from './customers-story';
import type { Occurrence, Traits } from './occurrence';
import { areaBand, layoutOf, priceBand } from './profile';

export interface TellingEvent extends LocalMoment {
  readonly entry: number;
  readonly kind: TellingKind;
  readonly data: Readonly<Record<string, string | number | boolean | null>>;
}

export interface TellingUnit {
  readonly layout: string;
  /** Hundredths of a square metre. */
  readonly area: number;
}

/** A deal with what happened to it, the earliest first. */
export interface TellingDeal {
  readonly id: string;
  /** Who closed it, or who looks after it. */
  readonly agent: string | null;
  /** The code of its unit now. */
  readonly unit: string | null;
  /** 分; of a deal whose events tell no price. */
  readonly priceFen: number;
  readonly events: readonly TellingEvent[];
  /** The units it ever had, by code. */
  readonly units: Readonly<Record<string, TellingUnit>>;
}

export interface TellingReceipt extends LocalMoment {
  readonly entry: number;
  readonly deal: string;
  readonly kind: 'deposit' | 'price' | 'loan' | 'refund' | 'fee';
  /** 分 as written: negative for a refund, and for a receipt that takes another one back. */
  readonly fen: number;
  readonly withdraws: boolean;
}

export interface DealsOf {
  readonly customer: string | null;
  readonly deals: readonly TellingDeal[];
  readonly receipts: readonly TellingReceipt[];
  /** What was known of the customer by an entry. */
  readonly known: (entry: number) => Traits;
  readonly by: (agent: string | null, date: string) => Pick<Traits, 'agent' | 'team'>;
}

const amount = (data: TellingEvent['data'], name: string): number | null => typeof data[name] === 'number' ? data[name] : null;
const signed: readonly unknown[] = ['contract', 'delivered', 'closed'];

function kindOf({ kind, data }: TellingEvent): OccurrenceKind | null {
  switch (kind) {
    case 'closed': case 'contract': return 'contract';
    // What a buyer defaults on is taken back as well (挞定).
    case 'cancellation': case 'forfeiture': return data['from'] === 'soft_deposit' ? null : signed.includes(data['from']) ? 'contract_cancelled' : 'subscription_cancelled';
    default: return kind;
  }
}

/** What is counted of deals and their money: each step with the unit and the price as they then were. */
export function dealOccurrences({ customer, deals, receipts, known, by }: DealsOf): readonly Occurrence[] {
  return deals.flatMap((deal) => [...stepsOf(deal, customer, known, by), ...receipts.filter((receipt) => receipt.deal === deal.id).flatMap((receipt) => moneyOf(deal, receipt, customer, known, by))]);
}

function stepsOf(deal: TellingDeal, customer: string | null, known: DealsOf['known'], by: DealsOf['by']): readonly Occurrence[] {
  const begunWith = deal.events.find(({ kind }) => kind === 'exchange')?.data['from'];
  let unit = typeof begunWith === 'string' ? begunWith : deal.unit;
  let price = amount(deal.events.find(({ data }) => amount(data, 'priceFen') !== null)?.data ?? {}, 'priceFen') ?? deal.priceFen;
  return deal.events.flatMap((event): readonly Occurrence[] => {
    const { entry, date, hour, data } = event;
    const before = area(deal, unit);
    const isSigned = deal.events.some((earlier) => earlier.entry < entry && earlier.kind === 'contract');
    if (event.kind === 'exchange' && typeof data['to'] === 'string') unit = data['to'];
    price = amount(data, 'priceFen') ?? amount(data, 'toFen') ?? price;
    const kind = kindOf(event);
    if (kind === null) return [];
    const common = { kind, entry, date, hour, about: deal.id, customer, traits: { ...known(entry), ...bought(deal, unit, price), ...by(deal.agent, date) } };
    // An exchange leaves as many contracts as there were: only what a signed one is worth changes.
    if (kind === 'exchange') return [{ ...common, number: 1, area: isSigned ? area(deal, unit) - before : 0, fen: isSigned ? amount(data, 'differenceFen') ?? 0 : 0 }];
    return [{ ...common, number: 1, area: area(deal, unit), fen: price }];
  });
}

function moneyOf(deal: TellingDeal, { kind, fen, entry, date, hour, withdraws }: TellingReceipt, customer: string | null, known: DealsOf['known'], by: DealsOf['by']): readonly Occurrence[] {
  if (kind === 'fee') return [];
  const common = { entry, date, hour, about: deal.id, customer, traits: { ...known(entry), ...bought(deal, deal.unit, deal.priceFen), ...by(deal.agent, date) }, number: withdraws ? -1 : 1, area: 0 };
  return [kind === 'refund' ? { ...common, kind: 'refund', fen: -fen } : { ...common, kind: 'receipt', fen }];
}

const area = (deal: TellingDeal, unit: string | null): number => unit === null ? 0 : deal.units[unit]?.area ?? 0;

function bought(deal: TellingDeal, code: string | null, priceFen: number): Partial<Traits> {
  const unit = code === null ? undefined : deal.units[code];
  return { ...unit ? { layout: layoutOf(unit.layout), area: areaBand(unit.area) } : {}, ...priceFen > 0 ? { price: priceBand(priceFen) } : {} };
}
