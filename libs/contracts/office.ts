/** A day of the week as ISO counts them: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** GET /api/offices/:officeId. */
export interface OfficeView {
  readonly id: string;
  readonly name: string;
  /** IANA name; it decides the office's days and never changes. */
  readonly timeZone: string;
  /** 'HH:MM' in the office's own time, or null for no stated hours. */
  readonly opens: string | null;
  readonly closes: string | null;
  /** The days of the week the office does not work; empty for one that always does. */
  readonly restDays: readonly Weekday[];
}

/** GET /api/offices: an office the reader works in. */
export interface OfficeRow extends OfficeView {
  /** For its admins; null for everybody else. */
  readonly staff: { readonly active: number; readonly agents: number; readonly onLeave: number; readonly gone: number } | null;
}

/** PATCH /api/offices/:officeId; what is left out stays. */
export interface OfficeChange {
  readonly name?: string;
  readonly opens?: string | null;
  readonly closes?: string | null;
  readonly restDays?: readonly Weekday[];
}

/** A day that is not what its weekday says: closed (a holiday), or open (a working weekend). */
export const holidayKinds = ['closed', 'open'] as const;
export type HolidayKind = (typeof holidayKinds)[number];

export interface Holiday {
  readonly date: string;
  readonly kind: HolidayKind;
  readonly name: string;
}

/** GET and PUT /api/offices/:officeId/holidays/:year: the whole year, in order. */
export interface HolidayYear {
  readonly year: number;
  readonly days: readonly Holiday[];
}
