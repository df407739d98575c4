/** How much of the ledger is looked at. */
export const periods = ['day', 'week'] as const;
export type Period = (typeof periods)[number];

export interface Span {
  readonly from: string;
  readonly to: string;
}

const dayMs = 86_400_000;

function plus(date: string, days: number): string {
  return new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);
}

/** A business date from an address, or the given one where it is none. */
export function dateFrom(text: string | undefined, otherwise: string): string {
  return text !== undefined && /^\d{4}-\d\d-\d\d$/.test(text) && Number.isFinite(Date.parse(text)) && plus(text, 0) === text ? text : otherwise;
}

/** The days a period around a business date holds; weeks begin on Monday. */
export function spanOf(period: Period, date: string): Span {
  if (period === 'day') return { from: date, to: date };
  const monday = plus(date, -((new Date(Date.parse(date)).getUTCDay() + 6) % 7));
  return { from: monday, to: plus(monday, 6) };
}

/** The same day so many periods on. */
export function moved(period: Period, date: string, by: -1 | 1): string {
  return plus(date, by * (period === 'day' ? 1 : 7));
}
