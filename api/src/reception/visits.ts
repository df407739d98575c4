import type { ArrivalAnswer, NotCountedClaim, PersonRef, ReceptionDecision, ReceptionRow, VisitRow } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import type { CustomerRecord } from '../customers/customers';
import { maskedPhone } from '../customers/phone';
import type { Reading } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import type { KeptRequest, Reception, Visit } from './reception.entity';

/** A visit with its latest reception, as stored. */
export interface StoredVisit {
  readonly row: VisitRow;
  readonly businessDate: string;
  readonly request: KeptRequest;
  readonly declined: readonly string[];
  /** The full name, for the agent who receives; empty where none was given. */
  readonly customerName: string;
  readonly reception: { readonly id: string; readonly agent: string; readonly queue: string; readonly counts: boolean; readonly newCustomer: boolean; readonly startedAt: number; readonly form: string } | null;
}

interface JoinedRow {
  readonly id: string;
  readonly at: number | string;
  readonly business_date: string;
  readonly channel: 'visit' | 'call';
  readonly customer_id: string | null;
  readonly label: string;
  readonly state: VisitRow['state'];
  readonly visitor_class: string;
  readonly mode: VisitRow['mode'];
  readonly counts: number;
  readonly receiver_id: string | null;
  readonly receiver_name: string | null;
  readonly handed_back_by: string | null;
  readonly handed_back_name: string | null;
  readonly entry_number: number | string;
  readonly undo_until: number | string | null;
  readonly declined: string;
  readonly request: string;
  readonly decision: string;
  readonly customer_name: string | null;
  readonly phone_last4: string | null;
  readonly reception_id: string | null;
  readonly agent_id: string | null;
  readonly queue: string | null;
  readonly reception_counts: number | null;
  readonly new_customer: number | null;
  readonly reception_state: ReceptionRow['state'] | null;
  readonly started_at: number | string | null;
  readonly accepted_at: number | string | null;
  readonly accept_by: number | string | null;
  readonly ended_at: number | string | null;
  readonly outcome: ReceptionRow['outcome'];
  readonly form: string | null;
  readonly not_counted: string | null;
}

const columns = `v.id, v.at, v.business_date, v.channel, v.customer_id, COALESCE(c.label, v.label) AS label, v.state, v.visitor_class, v.mode, v.counts,
  v.receiver_id, a.name AS receiver_name, v.handed_back_by, h.name AS handed_back_name, v.entry_number, v.undo_until, v.declined, v.request, v.decision,
  c.name AS customer_name, c.phone_last4, r.id AS reception_id, r.agent_id, r.queue, r.counts AS reception_counts, r.new_customer, r.state AS reception_state, r.started_at,
  r.accepted_at, r.accept_by, r.ended_at, r.outcome, r.form, r.not_counted`;
const tables = `visit v LEFT JOIN reception r ON r.id = v.reception_id LEFT JOIN customer c ON c.id = v.customer_id
  LEFT JOIN person a ON a.id = v.receiver_id LEFT JOIN person h ON h.id = v.handed_back_by`;

const number = (value: number | string | null): number | null => value === null ? null : Number(value);
const person = (id: string | null, name: string | null): PersonRef | null => id === null ? null : { id, name: name ?? '' };

function receptionOf(row: JoinedRow): ReceptionRow | null {
  if (row.reception_id === null || row.reception_state === null) return null;
  return {
    id: row.reception_id, state: row.reception_state, startedAt: Number(row.started_at), acceptedAt: number(row.accepted_at), acceptBy: number(row.accept_by),
    endedAt: number(row.ended_at), outcome: row.outcome, notCountedClaim: row.not_counted === null ? null : JSON.parse(row.not_counted) as NotCountedClaim | null,
  };
}

function visitOf(row: JoinedRow): StoredVisit {
  return {
    businessDate: row.business_date,
    request: JSON.parse(row.request) as KeptRequest,
    declined: JSON.parse(row.declined) as string[],
    customerName: row.customer_name ?? '',
    reception: row.reception_id === null || row.agent_id === null ? null : {
      id: row.reception_id, agent: row.agent_id, queue: row.queue ?? '', counts: Boolean(row.reception_counts), newCustomer: Boolean(row.new_customer),
      startedAt: Number(row.started_at), form: row.form ?? '{}',
    },
    row: {
      id: row.id, entry: Number(row.entry_number), at: Number(row.at), channel: row.channel, customerLabel: row.label, customerId: row.customer_id,
      phoneMasked: maskedPhone(row.phone_last4), state: row.state, visitorClass: row.visitor_class, mode: row.mode, counts: Boolean(row.counts),
      receiver: person(row.receiver_id, row.receiver_name), handedBackBy: person(row.handed_back_by, row.handed_back_name),
      reception: receptionOf(row), undoUntil: number(row.undo_until), decision: JSON.parse(row.decision) as ReceptionDecision,
    },
  };
}

/** Reads of the day's register of visits. */
@Injectable()
export class Visits {
  /** @throws Problem 404 `visit_not_found` */
  async byId(reading: Reading, officeId: string, id: string): Promise<StoredVisit> {
    const { rows } = await reading.run<JoinedRow>(`SELECT ${columns} FROM ${tables} WHERE v.office_id = ? AND v.id = ?`, [officeId, id]);
    if (!rows[0]) throw new Problem('visit_not_found', 404);
    return visitOf(rows[0]);
  }

  /** The visit a reception belongs to, whether or not it is the visit's latest. @throws Problem 404 `reception_not_found` */
  async byReception(reading: Reading, officeId: string, receptionId: string): Promise<StoredVisit> {
    const { rows } = await reading.run<{ visit_id: string }>('SELECT visit_id FROM reception WHERE office_id = ? AND id = ?', [officeId, receptionId]);
    if (!rows[0]) throw new Problem('reception_not_found', 404);
    const visit = await this.byId(reading, officeId, rows[0].visit_id);
    if (visit.reception?.id !== receptionId) throw new Problem('reception_not_open', 409);
    return visit;
  }

  /** A business day's visits, newest first. */
  async ofDay(reading: Reading, officeId: string, date: string): Promise<readonly StoredVisit[]> {
    const { rows } = await reading.run<JoinedRow>(`SELECT ${columns} FROM ${tables} WHERE v.office_id = ? AND v.business_date = ? ORDER BY v.at DESC, v.entry_number DESC`, [officeId, date]);
    return rows.map(visitOf);
  }

  /** Several visits at once, e.g. those open on the floor. */
  async byIds(reading: Reading, officeId: string, ids: readonly string[]): Promise<ReadonlyMap<string, StoredVisit>> {
    if (ids.length === 0) return new Map();
    const { rows } = await reading.run<JoinedRow>(`SELECT ${columns} FROM ${tables} WHERE v.office_id = ? AND v.id IN (${ids.map(() => '?').join(', ')})`, [officeId, ...ids]);
    return new Map(rows.map((row) => [row.id, visitOf(row)]));
  }

  /** When the customer last came or called, leaving one visit and what was undone out; null where never. */
  async lastOf(reading: Reading, customerId: string, without: string): Promise<number | null> {
    const { rows } = await reading.run<{ last: number | string | null }>(
      "SELECT MAX(at) AS last FROM visit WHERE customer_id = ? AND id <> ? AND state <> 'undone'", [customerId, without]);
    return number(rows[0]?.last ?? null);
  }

  /** A visit that begins in this very transaction, told from what is written rather than read back: the office's row is locked. */
  async begun(reading: Reading, visit: Visit, reception: Reception | null, customer: Pick<CustomerRecord, 'phoneLast4'> | null): Promise<VisitRow> {
    const { id, at, channel, customerId, label, state, visitorClass, mode, counts, receiverId, entryNumber: entry, undoUntil, decision } = visit;
    const { rows } = receiverId === null ? { rows: [] } : await reading.run<{ name: string }>('SELECT name FROM person WHERE id = ?', [receiverId]);
    return {
      id, entry, at, channel, customerLabel: label, customerId, phoneMasked: maskedPhone(customer?.phoneLast4 ?? null), state, visitorClass, mode, counts,
      receiver: person(receiverId, rows[0]?.name ?? null), handedBackBy: null, undoUntil, decision,
      reception: reception && {
        id: reception.id, state: reception.state, startedAt: reception.startedAt, acceptedAt: null, acceptBy: reception.acceptBy, endedAt: null, outcome: null, notCountedClaim: null,
      },
    };
  }

  async answer(reading: Reading, officeId: string, id: string, seq: number): Promise<ArrivalAnswer> {
    return { visit: (await this.byId(reading, officeId, id)).row, seq };
  }
}
