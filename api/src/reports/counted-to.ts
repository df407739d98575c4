import type { Asking } from '../platform/database/tx';

/** How far an office's register was counted: over these tables, these columns. One where nobody acted yet has no floor. */
export const countedTables = 'office o LEFT JOIN floor f ON f.office_id = o.id LEFT JOIN report_mark m ON m.office_id = o.id';

/** Somebody joining a team enters nothing, and yet earlier days count for another team. */
export const countedColumns = `m.entry_number AS counted,
  COALESCE(f.entry_number, 0) > COALESCE(m.entry_number, 0) OR EXISTS (SELECT 1 FROM team_period j WHERE j.office_id = o.id AND j.created_at >= COALESCE(m.at, 0)) AS behind`;

/** A row with those columns. */
export interface CountedToRow {
  readonly counted: number | string | null;
  /** 1 or 0. */
  readonly behind: number | string;
}

/** Up to which entry the office is counted, and whether its register tells more than that. */
export interface CountedTo {
  readonly entry: number;
  readonly isBehind: boolean;
}

export const countedToOf = (row: CountedToRow | undefined): CountedTo => ({ entry: Number(row?.counted ?? 0), isBehind: Number(row?.behind ?? 0) !== 0 });

/** The same of an office, by one statement. */
export async function countedTo(reading: Asking, officeId: string): Promise<CountedTo> {
  const { rows: [row] } = await reading.run<CountedToRow>(`SELECT ${countedColumns} FROM ${countedTables} WHERE o.id = ?`, [officeId]);
  return countedToOf(row);
}
