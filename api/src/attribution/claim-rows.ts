import { daysBetween, isExpiring } from '@lunjie/attribution';
import type { ClaimKind, ClaimRow, ClaimSource, ClaimStanding, PersonRef } from '@lunjie/contracts';
import type { PolicyValues } from '@lunjie/policy';
import { Injectable } from '@nestjs/common';
import type { Reading } from '../platform/database/tx';

interface StoredRow {
  readonly id: string;
  readonly entry_number: number | string;
  readonly customer_id: string;
  readonly label: string;
  readonly agent_id: string;
  readonly agent_name: string | null;
  readonly kind: ClaimKind;
  readonly source: ClaimSource;
  readonly standing: ClaimStanding;
  readonly from_date: string;
  readonly until_date: string | null;
  readonly hard_until: string | null;
  readonly refreshed: number;
  readonly last_refresh_at: number | string | null;
  readonly awaits: string | null;
  readonly ended_at: number | string | null;
  readonly ended_because: string | null;
  readonly ended_entry: number | string | null;
}

const columns = `SELECT k.id, k.entry_number, k.customer_id, c.label, k.agent_id, p.name AS agent_name, k.kind, k.source, k.standing, k.from_date, k.until_date, k.hard_until,
  k.refreshed, k.last_refresh_at, k.awaits, k.ended_at, k.ended_because, k.ended_entry
  FROM claim k JOIN customer c ON c.id = k.customer_id LEFT JOIN person p ON p.id = k.agent_id`;
const wholeOr = (value: number | string | null): number | null => value === null ? null : Number(value);

function rowOf(row: StoredRow, today: string, validity: PolicyValues['validity']): ClaimRow {
  // A last day that has passed says so, also before the office's clock has entered it.
  const standing = row.standing === 'in_force' && row.until_date !== null && row.until_date < today ? 'lapsed' : row.standing;
  return {
    id: row.id, entry: Number(row.entry_number), customer: { id: row.customer_id, label: row.label }, agent: { id: row.agent_id, name: row.agent_name ?? '' }, kind: row.kind, source: row.source, standing,
    from: row.from_date, until: row.until_date, hardUntil: row.hard_until, daysLeft: standing === 'in_force' && row.until_date !== null ? daysBetween(today, row.until_date) : null,
    expiring: standing === 'in_force' && row.kind === 'claim' && isExpiring(row.until_date, today, validity), refreshed: row.refreshed, lastRefreshAt: wholeOr(row.last_refresh_at),
    endedAt: wholeOr(row.ended_at), endedBecause: row.ended_because, endedEntry: wholeOr(row.ended_entry), awaitsManager: row.awaits === 'manager',
  };
}

/** Claims as pages show them: nothing of a customer but surname and title. */
@Injectable()
export class ClaimRows {
  /** Every claim and preference of a customer, newest first. */
  async ofCustomer(reading: Reading, officeId: string, customerId: string, today: string, validity: PolicyValues['validity']): Promise<readonly ClaimRow[]> {
    const { rows } = await reading.run<StoredRow>(`${columns} WHERE k.office_id = ? AND k.customer_id = ? ORDER BY k.entry_number DESC LIMIT 200`, [officeId, customerId]);
    return rows.map((row) => rowOf(row, today, validity));
  }

  /** The claim that has not ended; null where the customer is nobody's. */
  async inForce(reading: Reading, officeId: string, customerId: string, today: string, validity: PolicyValues['validity']): Promise<ClaimRow | null> {
    const { rows: [row] } = await reading.run<StoredRow>(`${columns} WHERE k.office_id = ? AND k.customer_id = ? AND k.kind = 'claim' AND k.ended_at IS NULL`, [officeId, customerId]);
    return row ? rowOf(row, today, validity) : null;
  }

  /** Lapsed claims on which a manager has to decide, longest first. @param after the entry to go on behind */
  async awaiting(reading: Reading, officeId: string, today: string, validity: PolicyValues['validity'], after: number, size: number): Promise<readonly ClaimRow[]> {
    const { rows } = await reading.run<StoredRow>(
      `${columns} WHERE k.office_id = ? AND k.standing = 'lapsed' AND k.awaits = 'manager' AND k.entry_number > ? ORDER BY k.entry_number LIMIT ${size}`, [officeId, after]);
    return rows.map((row) => rowOf(row, today, validity));
  }

  async person(reading: Reading, id: string): Promise<PersonRef> {
    const { rows: [row] } = await reading.run<{ name: string }>('SELECT name FROM person WHERE id = ?', [id]);
    return { id, name: row?.name ?? '' };
  }
}
