import type { ContactWay, CustomerGrade, TrackedContact, TrackedCustomers } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import type { CustomerReader } from '../customers/customer-sights';
import { OfficeTime } from '../offices/office-time';
import { Cipher } from '../platform/cipher/cipher';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import type { Reading } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import { Staff } from '../staff/staff';

const mostCustomers = 300;
const mostContacts = 5_000;

interface StoredCustomer {
  readonly id: string;
  readonly label: string;
  readonly grade: CustomerGrade;
  readonly source: string | null;
}

/** 客户追踪表 of an agent: their customers of grade A and B with every contact (003 §(四)1–2, forms.md no. 5). */
@Injectable()
export class TrackingSheets {
  constructor(
    private readonly clock: Clock,
    private readonly cipher: Cipher,
    private readonly transactions: Transactions,
    private readonly officeTime: OfficeTime,
    private readonly staff: Staff,
  ) {}

  /**
   * @param agentId the reader where none is given; another agent's only for who manages
   * @throws Problem 403 `not_your_customer`, 422 `not_an_agent_here`
   */
  sheet(officeId: string, reader: CustomerReader, agentId: string | undefined): Promise<TrackedCustomers> {
    return this.transactions.read(async (reading) => {
      const whose = agentId ?? reader.personId;
      if (whose !== reader.personId && !reader.roles.some((role) => role === 'manager' || role === 'supervisor')) throw new Problem('not_your_customer', 403);
      const agent = (await this.staff.people(reading, officeId)).find(({ id }) => id === whose);
      if (!agent) throw new Problem('not_an_agent_here', 422);
      const date = await this.officeTime.businessDate(reading, officeId, this.clock.now());
      const { rows } = await reading.run<StoredCustomer>(
        `SELECT c.id, c.label, c.grade, c.source FROM claim k JOIN customer c ON c.id = k.customer_id
         WHERE k.office_id = ? AND k.agent_id = ? AND k.kind = 'claim' AND k.ended_at IS NULL AND (k.until_date IS NULL OR k.until_date >= ?)
         AND c.grade IN ('A', 'B') AND c.merged_into IS NULL AND c.withdrawn_at IS NULL ORDER BY c.grade, c.created_at, c.id LIMIT ${mostCustomers}`, [officeId, whose, date]);
      const contacts = await this.contacts(reading, officeId, rows.map(({ id }) => id));
      const next = await this.next(reading, officeId, whose);
      return {
        agent: { id: agent.id, name: agent.name }, date,
        customers: rows.map(({ id, label, grade, source }) => ({ customer: { id, label }, grade, source, contacts: contacts.get(id) ?? [], next: next.get(id) ?? null })),
      };
    });
  }

  private async contacts(reading: Reading, officeId: string, customers: readonly string[]): Promise<ReadonlyMap<string, readonly TrackedContact[]>> {
    const of = new Map<string, TrackedContact[]>();
    if (customers.length === 0) return of;
    const marks = customers.map(() => '?').join(', ');
    const { rows } = await reading.run<{ customer_id: string; at: number | string; way: ContactWay; connected: number; note_sealed: string | null }>(
      `SELECT COALESCE(m.merged_into, m.id) AS customer_id, t.at, t.way, t.connected, t.note_sealed FROM customer m JOIN contact t ON t.customer_id = m.id
       WHERE t.office_id = ? AND (m.id IN (${marks}) OR m.merged_into IN (${marks})) ORDER BY t.at, t.entry_number LIMIT ${mostContacts}`, [officeId, ...customers, ...customers]);
    for (const { customer_id: customer, at, way, connected, note_sealed: note } of rows) {
      of.set(customer, [...of.get(customer) ?? [], { at: Number(at), way, connected: Boolean(connected), note: note === null ? null : this.cipher.decrypt(note) }]);
    }
    return of;
  }

  /** What is open of an agent, the earliest of each customer. */
  private async next(reading: Reading, officeId: string, agentId: string): Promise<ReadonlyMap<string, { readonly dueDate: string; readonly step: string | null }>> {
    const { rows } = await reading.run<{ customer_id: string; due_date: string; step_sealed: string | null }>(
      'SELECT customer_id, due_date, step_sealed FROM follow_up_task WHERE office_id = ? AND agent_id = ? AND done_at IS NULL ORDER BY due_at DESC, id DESC', [officeId, agentId]);
    return new Map(rows.map(({ customer_id, due_date, step_sealed }) => [customer_id, { dueDate: due_date, step: step_sealed === null ? null : this.cipher.decrypt(step_sealed) }]));
  }
}
