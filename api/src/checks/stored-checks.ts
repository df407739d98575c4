import type { CheckKind } from '@lunjie/contracts';
import { standing, type Finding } from '@lunjie/checks';
import type { Reading } from '../platform/database/tx';
import type { Brought, CheckBody, CorrectionBody } from './check.entity';

interface CheckRow {
  readonly id: string;
  readonly kind: CheckKind;
  readonly checked_at: number | string;
  readonly at: number | string;
  readonly by_person: string;
  readonly by_name: string | null;
  readonly entry_number: number | string;
  readonly body: string;
  readonly published_at: number | string | null;
  readonly published_by: string | null;
  readonly publisher: string | null;
  readonly published_entry: number | string | null;
  readonly brought: string | null;
}

interface CorrectionRow {
  readonly check_id: string;
  readonly number: number;
  readonly at: number | string;
  readonly by_person: string;
  readonly name: string | null;
  readonly entry_number: number | string;
  readonly body: string;
  readonly brought_entry: number | string | null;
}

export interface StoredCorrection extends CorrectionBody {
  readonly number: number;
  readonly at: number;
  readonly by: { readonly id: string; readonly name: string };
  readonly entry: number;
  readonly broughtEntry: number | null;
}

/** A check as it is stored, with what was added to it. */
export interface StoredCheck {
  readonly id: string;
  readonly kind: CheckKind;
  readonly checkedAt: number;
  readonly at: number;
  readonly by: { readonly id: string; readonly name: string };
  readonly entry: number;
  readonly body: CheckBody;
  readonly published: { readonly at: number; readonly by: { readonly id: string; readonly name: string }; readonly entry: number } | null;
  readonly brought: readonly Brought[];
  readonly corrections: readonly StoredCorrection[];
}

const most = 200;

/** An office's checks, newest first, at most 200; or one of them. */
export async function storedChecks(reading: Reading, officeId: string, id: string | null = null): Promise<readonly StoredCheck[]> {
  const { rows } = await reading.run<CheckRow>(
    `SELECT k.id, k.kind, k.checked_at, k.at, k.by_person, b.name AS by_name, k.entry_number, k.body, k.published_at, k.published_by, p.name AS publisher, k.published_entry, k.brought
     FROM site_check k LEFT JOIN person b ON b.id = k.by_person LEFT JOIN person p ON p.id = k.published_by WHERE k.office_id = ? ${id === null ? '' : 'AND k.id = ?'} ORDER BY k.entry_number DESC LIMIT ${most}`, [officeId, ...id === null ? [] : [id]]);
  if (rows.length === 0) return [];
  const { rows: added } = await reading.run<CorrectionRow>(
    `SELECT c.check_id, c.number, c.at, c.by_person, p.name, c.entry_number, c.body, c.brought_entry FROM site_check_correction c LEFT JOIN person p ON p.id = c.by_person
     WHERE c.check_id IN (${rows.map(() => '?').join(', ')}) ORDER BY c.entry_number`, rows.map((row) => row.id));
  return rows.map((row) => ({
    id: row.id, kind: row.kind, checkedAt: Number(row.checked_at), at: Number(row.at), by: { id: row.by_person, name: row.by_name ?? '' }, entry: Number(row.entry_number), body: JSON.parse(row.body) as CheckBody,
    published: row.published_entry === null ? null : { at: Number(row.published_at), by: { id: row.published_by ?? '', name: row.publisher ?? '' }, entry: Number(row.published_entry) },
    brought: row.brought === null ? [] : JSON.parse(row.brought) as readonly Brought[],
    corrections: added.filter(({ check_id }) => check_id === row.id).map(correctionOf),
  }));
}

function correctionOf(row: CorrectionRow): StoredCorrection {
  return {
    ...JSON.parse(row.body) as CorrectionBody, number: row.number, at: Number(row.at), by: { id: row.by_person, name: row.name ?? '' }, entry: Number(row.entry_number),
    broughtEntry: row.brought_entry === null ? null : Number(row.brought_entry),
  };
}

/** A finding with its last correction; undefined where the check has no such finding. */
export function standingOf({ body, corrections }: StoredCheck, number: number): Finding | undefined {
  const finding = body.findings[number];
  return finding && standing(finding, corrections.filter((one) => one.number === number));
}

/** The entry of what a finding brought; null where it brought nothing yet. */
export function broughtEntryOf({ brought, corrections }: StoredCheck, number: number): number | null {
  return brought.find((one) => one.number === number)?.entry ?? corrections.findLast((one) => one.number === number && one.broughtEntry !== null)?.broughtEntry ?? null;
}
