import type { Duration } from '@lunjie/policy';

/** A payment that is due on a business date. */
export interface Due {
  readonly number: number;
  readonly dueOn: string;
  readonly fen: number;
}

/** An instalment with how much of it is covered. */
export type Covered<D extends Due> = D & { readonly paidFen: number; readonly overdue: boolean };

/** Money fills the instalments in their order; one is overdue from the day after its own. @param today business date */
export function coveredBy<D extends Due>(instalments: readonly D[], receivedFen: number, today: string): readonly Covered<D>[] {
  let left = Math.max(receivedFen, 0);
  return inOrder(instalments).map((each) => {
    const paidFen = Math.min(left, each.fen);
    left -= paidFen;
    return { ...each, paidFen, overdue: paidFen < each.fen && each.dueOn < today };
  });
}

const inOrder = <D extends Due>(instalments: readonly D[]): readonly D[] => [...instalments].sort((a, b) => a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.number - b.number);

export interface Arrears {
  readonly fen: number;
  /** The day of the earliest payment that is not covered; null where nothing is overdue. */
  readonly since: string | null;
}

/** What is overdue of a plan. */
export function arrearsOf(instalments: readonly Due[], receivedFen: number, today: string): Arrears {
  const overdue = coveredBy(instalments, receivedFen, today).filter((each) => each.overdue);
  return { fen: overdue.reduce((sum, { fen, paidFen }) => sum + fen - paidFen, 0), since: overdue[0]?.dueOn ?? null };
}

/** The business date a length of time after another; parts of a day count as none. Months end with their last day. */
export function dateAfter(date: string, { amount, unit }: Duration): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  if (unit === 'month') {
    const last = new Date(Date.UTC(year, month + amount, 0)).getUTCDate();
    return new Date(Date.UTC(year, month - 1 + amount, Math.min(day, last))).toISOString().slice(0, 10);
  }
  const days = unit === 'week' ? amount * 7 : unit === 'day' ? amount : 0;
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

/** What an overdue payment leads to and when (003 §(六)3): a notice in writing, and after the policy's period a breach. */
export type DemandKind = 'notice' | 'breach';

export interface DueDemand<D extends Due> {
  readonly instalment: D;
  readonly kind: DemandKind;
  /** What is open of it, in 分. */
  readonly fen: number;
}

/**
 * The demands that fall due on a day and were not made yet.
 * @param made what was done already, as `number/kind`
 */
export function demandsDue<D extends Due>(instalments: readonly D[], receivedFen: number, today: string, after: { readonly notice: Duration; readonly breach: Duration }, made: ReadonlySet<string>): readonly DueDemand<D>[] {
  return coveredBy(instalments, receivedFen, today).filter((each) => each.overdue).flatMap((each) =>
    (['notice', 'breach'] as const).filter((kind) => dateAfter(each.dueOn, after[kind]) <= today && !made.has(`${each.number}/${kind}`)).map((kind) => ({ instalment: each, kind, fen: each.fen - each.paidFen })));
}

/** A plan for another price: what is more is added to the last payment, what is less is taken from the last ones. */
export function replanned<D extends Due>(instalments: readonly D[], priceFen: number): readonly D[] {
  const ordered = inOrder(instalments);
  let difference = priceFen - ordered.reduce((sum, { fen }) => sum + fen, 0);
  return ordered.toReversed().map((each) => {
    const fen = Math.max(0, each.fen + difference);
    difference -= fen - each.fen;
    return { ...each, fen };
  }).toReversed().filter(({ fen }) => fen > 0);
}
