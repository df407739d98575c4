import type { ContactWay, CustomerGrade, TaskKind, TaskOutcome, TaskRow } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { Cipher } from '../platform/cipher/cipher';
import type { Reading } from '../platform/database/tx';

/** A task as stored, with the names it is told by. */
export interface StoredTask {
  readonly id: string;
  readonly kind: TaskKind;
  readonly customer_id: string;
  readonly label: string;
  readonly grade: CustomerGrade | null;
  readonly agent_id: string;
  readonly agent_name: string | null;
  readonly due_date: string;
  readonly due_at: number | string;
  readonly way: ContactWay | null;
  readonly step_sealed: string | null;
  readonly level: number;
  readonly done_at: number | string | null;
  readonly outcome: TaskOutcome | null;
}

const select = `SELECT t.id, t.kind, t.customer_id, c.label, c.grade, t.agent_id, p.name AS agent_name, t.due_date, t.due_at, t.way, t.step_sealed, t.level, t.done_at, t.outcome
  FROM follow_up_task t JOIN customer c ON c.id = t.customer_id LEFT JOIN person p ON p.id = t.agent_id`;

/** Who reads follow-ups. */
export interface TaskReader {
  readonly personId: string;
  readonly manages: boolean;
}

/** Reads of follow-ups. What is to be done is for who does it and who manages them. */
@Injectable()
export class FollowUpRows {
  constructor(private readonly cipher: Cipher) {}

  /** What is open of an agent, or of everybody (null), by the day it is due; at most 200. */
  async open(reading: Reading, officeId: string, agentId: string | null, reader: TaskReader): Promise<readonly TaskRow[]> {
    const { rows } = await reading.run<StoredTask>(
      `${select} WHERE t.office_id = ?${agentId === null ? '' : ' AND t.agent_id = ?'} AND t.done_at IS NULL ORDER BY t.due_date, t.due_at, t.id LIMIT 200`, agentId === null ? [officeId] : [officeId, agentId]);
    return rows.map((row) => this.rowOf(row, reader));
  }

  /** All of a customer, newest first. */
  async ofCustomer(reading: Reading, officeId: string, customerId: string, reader: TaskReader): Promise<readonly TaskRow[]> {
    const { rows } = await reading.run<StoredTask>(`${select} WHERE t.office_id = ? AND (t.customer_id = ? OR c.merged_into = ?) ORDER BY t.created_at DESC, t.id DESC LIMIT 100`, [officeId, customerId, customerId]);
    return rows.map((row) => this.rowOf(row, reader));
  }

  /** Visits agreed on for a day, by the hour. */
  async invitations(reading: Reading, officeId: string, date: string): Promise<readonly StoredTask[]> {
    const { rows } = await reading.run<StoredTask>(`${select} WHERE t.office_id = ? AND t.kind = 'invitation' AND t.due_date = ? AND (t.outcome IS NULL OR t.outcome <> 'dropped') ORDER BY t.due_at, t.id LIMIT 200`, [officeId, date]);
    return rows;
  }

  private rowOf(row: StoredTask, { personId, manages }: TaskReader): TaskRow {
    const isTheirs = manages || row.agent_id === personId;
    return {
      id: row.id, kind: row.kind, customer: { id: row.customer_id, label: row.label }, grade: row.grade, agent: { id: row.agent_id, name: row.agent_name ?? '' }, dueDate: row.due_date, dueAt: Number(row.due_at),
      way: row.way, step: row.step_sealed === null || !isTheirs ? null : this.cipher.decrypt(row.step_sealed), level: row.level, doneAt: row.done_at === null ? null : Number(row.done_at), outcome: row.outcome, mayCall: isTheirs,
    };
  }
}
