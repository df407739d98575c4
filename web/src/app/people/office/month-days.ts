/** A month of a year as a calendar shows it. */
export interface Month {
  /** 1 to 12. */
  readonly month: number;
  /** Empty places before the first, in a week that begins on Monday. */
  readonly before: number;
  readonly dates: readonly string[];
}

/** The twelve months of a year with their business dates. */
export function monthsOf(year: number): readonly Month[] {
  return Array.from({ length: 12 }, (_, index) => {
    const days = new Date(Date.UTC(year, index + 1, 0)).getUTCDate();
    return {
      month: index + 1,
      before: (new Date(Date.UTC(year, index, 1)).getUTCDay() + 6) % 7,
      dates: Array.from({ length: days }, (_day, day) => new Date(Date.UTC(year, index, day + 1)).toISOString().slice(0, 10)),
    };
  });
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

/** Every date from one to another, both with them; none where the second is earlier or either is no date. */
export function datesBetween(from: string, to: string): readonly string[] {
  const [start, end] = [Date.parse(`${from}T00:00:00Z`), Date.parse(`${to}T00:00:00Z`)];
  if (!Number.isFinite(start) || !Number.isFinite(end)) return [];
  return Array.from({ length: Math.max(0, Math.min(366, Math.round((end - start) / 86_400_000) + 1)) }, (_, day) => new Date(start + day * 86_400_000).toISOString().slice(0, 10));
}
