import type { CallForm, CallFormField, CallGift, CallRow, PersonRef, ReceptionDecision, ReceptionMode } from '@lunjie/contracts';
import type { PolicyValues } from '@lunjie/policy';
import { Injectable } from '@nestjs/common';
import { maskedPhone } from '../customers/phone';
import { Floors } from '../floor/floors';
import type { Reading } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import { limitsOf } from './call-facts';

interface StoredCall {
  readonly id: string;
  readonly at: number | string;
  readonly entry_number: number | string;
  readonly label: string;
  readonly customer_id: string | null;
  readonly phone_last4: string | null;
  readonly state: string;
  readonly mode: ReceptionMode;
  readonly counts: number;
  readonly visitor_class: string;
  readonly undo_until: number | string | null;
  readonly decision: string;
  readonly form: string;
  readonly answered_by: string | null;
  readonly answered_name: string | null;
  readonly receiver_id: string | null;
  readonly receiver_name: string | null;
  readonly asked_for: string | null;
  readonly asked_name: string | null;
  readonly rings: number | null;
  readonly seconds: number | null;
  readonly gives: CallGift;
  readonly is_repeat: number;
  readonly missing: string;
  readonly invited_for: number | string | null;
  readonly due_date: string | null;
  readonly task_agent: string | null;
  readonly task_name: string | null;
  readonly task_done: number | string | null;
}

const select = `SELECT r.id, r.at, v.entry_number, COALESCE(c.label, v.label) AS label, v.customer_id, c.phone_last4, v.state, v.mode, v.counts, v.visitor_class, v.undo_until, v.decision,
  r.answered_by, a.name AS answered_name, v.receiver_id, p.name AS receiver_name, r.asked_for, w.name AS asked_name, r.rings, r.seconds, r.gives, r.is_repeat, r.missing, r.form, r.invited_for,
  t.due_date, t.agent_id AS task_agent, b.name AS task_name, t.done_at AS task_done
  FROM call_record r JOIN visit v ON v.id = r.id LEFT JOIN customer c ON c.id = v.customer_id LEFT JOIN person a ON a.id = r.answered_by LEFT JOIN person p ON p.id = v.receiver_id
  LEFT JOIN person w ON w.id = r.asked_for LEFT JOIN follow_up_task t ON t.visit_id = r.id AND t.kind = 'call_back' LEFT JOIN person b ON b.id = t.agent_id`;

const person = (id: string | null, name: string | null): PersonRef | null => id === null ? null : { id, name: name ?? '' };
const numberOr = (value: number | string | null): number | null => value === null ? null : Number(value);

function rowOf(row: StoredCall, phone: PolicyValues['phone']): CallRow {
  return {
    id: row.id, entry: Number(row.entry_number), at: Number(row.at), customerLabel: row.label, customerId: row.customer_id, phoneMasked: maskedPhone(row.phone_last4),
    answeredBy: person(row.answered_by, row.answered_name), receiver: person(row.receiver_id, row.receiver_name), askedFor: person(row.asked_for, row.asked_name),
    rings: row.rings, seconds: row.seconds, limits: limitsOf(phone, row.rings, row.seconds), mode: row.mode, counts: Boolean(row.counts), visitorClass: row.visitor_class,
    gives: row.gives, missing: JSON.parse(row.missing) as CallFormField[], repeat: Boolean(row.is_repeat), invitedFor: numberOr(row.invited_for),
    callBack: row.due_date === null ? null : { dueDate: row.due_date, by: person(row.task_agent, row.task_name), done: row.task_done !== null },
    undoUntil: numberOr(row.undo_until), undone: row.state === 'undone', decision: JSON.parse(row.decision) as ReceptionDecision, form: JSON.parse(row.form) as CallForm,
  };
}

/** Reads of the register of calls (来电登记表). */
@Injectable()
export class CallRows {
  constructor(private readonly floors: Floors) {}

  /** @throws Problem 404 `call_not_found` */
  async byId(reading: Reading, officeId: string, id: string): Promise<CallRow> {
    const { rows: [row] } = await reading.run<StoredCall>(`${select} WHERE r.office_id = ? AND r.id = ?`, [officeId, id]);
    if (!row) throw new Problem('call_not_found', 404);
    return rowOf(row, await this.phoneRules(reading, officeId));
  }

  /** A business day's calls, newest first. @param answeredBy only those this agent answered or has; null = all */
  async ofDay(reading: Reading, officeId: string, date: string, answeredBy: string | null): Promise<readonly CallRow[]> {
    const mine = answeredBy === null ? '' : ' AND (r.answered_by = ? OR v.receiver_id = ?)';
    const { rows } = await reading.run<StoredCall>(
      `${select} WHERE r.office_id = ? AND r.business_date = ?${mine} ORDER BY r.at DESC, v.entry_number DESC LIMIT 1000`, [officeId, date, ...answeredBy === null ? [] : [answeredBy, answeredBy]]);
    const phone = await this.phoneRules(reading, officeId);
    return rows.map((row) => rowOf(row, phone));
  }

  private async phoneRules(reading: Reading, officeId: string): Promise<PolicyValues['phone']> {
    return (await this.floors.now(reading, officeId)).rules.policy.values.phone;
  }
}
