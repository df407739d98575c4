import type { AuditPage, AuditRow } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { OfficeTime } from '../offices/office-time';
import type { Reading } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';

/** Which entries are wanted; days are the office's own, both included. */
export interface AuditFilter {
  readonly kind?: string | undefined;
  readonly person?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

interface EntryRow {
  readonly id: string;
  readonly at: number | string;
  readonly person_id: string | null;
  readonly name: string | null;
  readonly kind: string;
  readonly data: string;
}

interface Condition {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** Reads what was recorded, newest first. */
@Injectable()
export class AuditTrail {
  constructor(private readonly officeTime: OfficeTime) {}

  /**
   * A page of an office's entries.
   * @param before where the page begins, from the page before; null for the first
   * @throws Problem 400 `invalid_request` for a cursor no page gave
   */
  async page(reading: Reading, officeId: string, filter: AuditFilter, before: string | null, size: number): Promise<AuditPage> {
    const conditions = [...this.conditions(await this.officeTime.zone(reading, officeId), filter), ...(before === null ? [] : [after(before)])];
    const { rows } = await reading.run<EntryRow>(
      `SELECT a.id, a.at, a.person_id, p.name, a.kind, a.data FROM audit_entry a LEFT JOIN person p ON p.id = a.person_id
       WHERE a.office_id = ? ${conditions.map(({ sql }) => `AND ${sql}`).join(' ')} ORDER BY a.at DESC, a.id DESC LIMIT ${size + 1}`,
      [officeId, ...conditions.flatMap(({ values }) => values)],
    );
    const shown = rows.slice(0, size);
    const last = shown.at(-1);
    return { entries: await this.told(reading, officeId, shown), next: rows.length > size && last ? `${Number(last.at)}.${last.id}` : null };
  }

  private conditions(zone: string, { kind, person, from, to }: AuditFilter): readonly Condition[] {
    const startOf = (day: string, plusDays: number): number => DateTime.fromISO(day, { zone }).plus({ days: plusDays }).startOf('day').toMillis();
    return [
      ...(kind === undefined ? [] : [{ sql: 'a.kind = ?', values: [kind] }]),
      ...(person === undefined ? [] : [{ sql: 'a.person_id = ?', values: [person] }]),
      ...(from === undefined ? [] : [{ sql: 'a.at >= ?', values: [startOf(from, 0)] }]),
      ...(to === undefined ? [] : [{ sql: 'a.at < ?', values: [startOf(to, 1)] }]),
    ];
  }

  private async told(reading: Reading, officeId: string, rows: readonly EntryRow[]): Promise<readonly AuditRow[]> {
    const told = rows.map((row) => ({ ...row, data: JSON.parse(row.data) as Record<string, unknown> }));
    const labels = await this.labels(reading, officeId, [...new Set(told.flatMap(({ data }) => typeof data['customer'] === 'string' ? data['customer'] : []))]);
    return told.map(({ id, at, person_id, name, kind, data }) => ({
      id, at: Number(at), person: person_id === null ? null : { id: person_id, name: name ?? '' }, kind, data, customerLabel: labels.get(String(data['customer'])) ?? null,
    }));
  }

  private async labels(reading: Reading, officeId: string, customers: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (customers.length === 0) return new Map();
    const { rows } = await reading.run<{ id: string; label: string }>(
      `SELECT id, label FROM customer WHERE office_id = ? AND id IN (${customers.map(() => '?').join(', ')})`, [officeId, ...customers]);
    return new Map(rows.map(({ id, label }) => [id, label]));
  }
}

function after(text: string): Condition {
  const [, at, id] = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(text) ?? [];
  if (at === undefined || id === undefined) throw new Problem('invalid_request', 400, { count: 1 }, [{ path: 'before', code: 'matches' }]);
  return { sql: '(a.at < ? OR (a.at = ? AND a.id < ?))', values: [Number(at), Number(at), id] };
}
