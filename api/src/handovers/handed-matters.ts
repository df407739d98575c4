import type { HandedMatters, HandoverPlace, RequestClass } from '@lunjie/contracts';
import type { Floor } from '@lunjie/rotation';
import type { Reading } from '../platform/database/tx';
import type { StoredSheet } from './handover.entity';

type Matters = Omit<StoredSheet, 'items'>;

const mostRequests = 50;

interface RequestRow {
  readonly id: string;
  readonly request_class: RequestClass;
  readonly promised_at: number | string | null;
}

/** What the office waits for at a post: parties and unanswered requests at the desk, visitors not handed to sales in the show flat. */
export async function mattersNow(reading: Reading, officeId: string, place: HandoverPlace, floor: Floor): Promise<Matters> {
  if (place === 'show_flat') {
    const { rows: [row] } = await reading.run<{ number: number | string }>('SELECT COUNT(*) AS number FROM show_flat_visit WHERE office_id = ? AND handed_over_at IS NULL', [officeId]);
    return { waiting: [], requests: [], flatVisitors: Number(row?.number ?? 0) };
  }
  const { rows } = await reading.run<RequestRow>(
    `SELECT id, request_class, promised_at FROM customer_request WHERE office_id = ? AND answered_at IS NULL AND step <> 'closed' ORDER BY promised_at, entry_number LIMIT ${mostRequests}`, [officeId]);
  return {
    waiting: floor.waiting.map(({ visit, since }) => ({ visit, since })), flatVisitors: 0,
    requests: rows.map((row) => ({ request: row.id, class: row.request_class, promisedAt: row.promised_at === null ? null : Number(row.promised_at) })),
  };
}

/** With the labels of today: whoever was erased since has none. */
export async function labelled(reading: Reading, officeId: string, sheets: readonly Matters[]): Promise<readonly HandedMatters[]> {
  const labels = new Map([
    ...await labelsIn(reading, 'SELECT v.id, COALESCE(c.label, v.label) AS label FROM visit v LEFT JOIN customer c ON c.id = v.customer_id WHERE v.office_id = ? AND v.id IN', officeId, sheets.flatMap(({ waiting }) => waiting.map(({ visit }) => visit))),
    ...await labelsIn(reading, 'SELECT id, label FROM customer_request WHERE office_id = ? AND id IN', officeId, sheets.flatMap(({ requests }) => requests.map(({ request }) => request))),
  ]);
  return sheets.map(({ waiting, requests, flatVisitors }) => ({
    flatVisitors, waiting: waiting.map((one) => ({ ...one, label: labels.get(one.visit) ?? '' })), requests: requests.map((one) => ({ ...one, label: labels.get(one.request) ?? '' })),
  }));
}

async function labelsIn(reading: Reading, select: string, officeId: string, ids: readonly string[]): Promise<readonly (readonly [string, string])[]> {
  if (ids.length === 0) return [];
  const { rows } = await reading.run<{ id: string; label: string | null }>(`${select} (${ids.map(() => '?').join(', ')})`, [officeId, ...ids]);
  return rows.map(({ id, label }) => [id, label ?? '']);
}
