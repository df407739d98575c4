import type { ReceptionState, VisitState } from '@lunjie/contracts';
import type { FilledForm, LocalMoment, Story, TellingLoss, TellingVisit } from '@lunjie/reports';
import { Injectable } from '@nestjs/common';
import { momentIn } from '../floor/office-moment';
import type { Reading } from '../platform/database/tx';
import { DealStories } from './deal-stories';

interface StoredVisit {
  readonly id: string;
  readonly entry_number: number | string;
  readonly at: number | string;
  readonly business_date: string;
  readonly channel: 'visit' | 'call';
  readonly state: VisitState;
  readonly visitor_class: string;
  readonly customer_id: string | null;
  readonly receiver_id: string | null;
  readonly reception_state: ReceptionState | null;
  readonly new_customer: number | null;
  readonly form: string | null;
  readonly answered_by: string | null;
  readonly is_repeat: number | null;
  readonly call_form: string | null;
}

interface StoredLoss {
  readonly entry_number: number | string;
  readonly at: number | string;
  readonly business_date: string;
  readonly customer_id: string;
  readonly agent_id: string | null;
  readonly reason: string;
}

/** A story with whose it is. */
export interface ToldStory extends Story {
  readonly subject: string;
}

/** Question marks for a list of values. */
export const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ');

/** An instant of the office with its hour. */
export function localMoment(zone: string, at: number, date: string): LocalMoment {
  return { at, date, hour: Number(momentIn(zone, at).time.slice(0, 2)) };
}

/** Gathers what is told of customers, entries of one person as one. */
@Injectable()
export class Stories {
  constructor(private readonly deals: DealStories) {}

  /**
   * Whose stories entries of the register belong to.
   * @param subjects what the entries are about, whatever that is: visits and customers are found among them
   * @returns every customer they concern, those merged with them included, and visits by themselves
   */
  async concerned(reading: Reading, officeId: string, subjects: readonly string[]): Promise<readonly string[]> {
    if (subjects.length === 0) return [];
    const { rows: visits } = await reading.run<{ id: string; customer_id: string | null }>(`SELECT id, customer_id FROM visit WHERE office_id = ? AND id IN (${marks(subjects)})`, [officeId, ...subjects]);
    const asked = [...new Set([...subjects, ...visits.map(({ customer_id }) => customer_id).filter((id) => id !== null)])];
    const { rows: customers } = await reading.run<{ id: string; merged_into: string | null }>(`SELECT id, merged_into FROM customer WHERE office_id = ? AND id IN (${marks(asked)})`, [officeId, ...asked]);
    const known = customers.flatMap(({ id, merged_into }) => merged_into === null ? [id] : [id, merged_into]);
    // A merge that was undone leaves two stories where one was told.
    const { rows: merges } = known.length === 0 ? { rows: [] } : await reading.run<{ into_id: string; from_id: string }>(
      `SELECT into_id, from_id FROM customer_merge WHERE office_id = ? AND (into_id IN (${marks(known)}) OR from_id IN (${marks(known)}))`, [officeId, ...known, ...known]);
    return [...new Set([...visits.map(({ id }) => id), ...known, ...merges.flatMap(({ into_id, from_id }) => [into_id, from_id])])];
  }

  /** The stories of customers and of visits without a customer, by `concerned`; of what is merged into another one, none. */
  async of(reading: Reading, officeId: string, zone: string, subjects: readonly string[]): Promise<readonly ToldStory[]> {
    if (subjects.length === 0) return [];
    const { rows: entries } = await reading.run<{ id: string; merged_into: string | null }>(
      `SELECT id, merged_into FROM customer WHERE office_id = ? AND (id IN (${marks(subjects)}) OR merged_into IN (${marks(subjects)}))`, [officeId, ...subjects, ...subjects]);
    const people = new Map(entries.map(({ id, merged_into }) => [id, merged_into ?? id]));
    const visits = await this.visits(reading, officeId, zone, [...people.keys()], subjects);
    const losses = await this.losses(reading, officeId, zone, [...people.keys()]);
    const deals = await this.deals.of(reading, officeId, zone, [...people.keys()]);
    const own = (customer: string | null): string | null => customer === null ? null : people.get(customer) ?? customer;
    const persons = [...new Set(people.values())].map((person): ToldStory => ({
      subject: person, customer: person,
      visits: visits.filter(({ customer }) => own(customer) === person).map(({ visit }) => visit),
      losses: losses.filter(({ customer }) => own(customer) === person).map(({ loss }) => loss),
      deals: deals.filter(({ customer }) => own(customer) === person).map(({ deal }) => deal),
      receipts: deals.filter(({ customer }) => own(customer) === person).flatMap(({ receipts }) => receipts),
    }));
    const strangers = visits.filter(({ customer }) => customer === null).map(({ visit }): ToldStory => ({ subject: visit.id, customer: null, visits: [visit], losses: [], deals: [], receipts: [] }));
    return [...persons, ...strangers];
  }

  private async visits(reading: Reading, officeId: string, zone: string, customers: readonly string[], ids: readonly string[]): Promise<readonly { readonly customer: string | null; readonly visit: TellingVisit }[]> {
    const columns = `v.id, v.entry_number, v.at, v.business_date, v.channel, v.state, v.visitor_class, v.customer_id, v.receiver_id, r.state AS reception_state, r.new_customer,
      CASE WHEN r.ended_at IS NULL THEN NULL ELSE r.form END AS form, k.answered_by, k.is_repeat, k.form AS call_form`;
    const from = 'FROM visit v LEFT JOIN reception r ON r.id = v.reception_id LEFT JOIN call_record k ON k.id = v.id WHERE v.office_id = ?';
    const { rows: strangers } = await reading.run<StoredVisit>(`SELECT ${columns} ${from} AND v.customer_id IS NULL AND v.id IN (${marks(ids)})`, [officeId, ...ids]);
    const { rows: known } = customers.length === 0 ? { rows: [] } : await reading.run<StoredVisit>(`SELECT ${columns} ${from} AND v.customer_id IN (${marks(customers)})`, [officeId, ...customers]);
    return [...strangers, ...known].map((row) => ({ customer: row.customer_id, visit: visitOf(zone, row) }));
  }

  private async losses(reading: Reading, officeId: string, zone: string, customers: readonly string[]): Promise<readonly { readonly customer: string; readonly loss: TellingLoss }[]> {
    if (customers.length === 0) return [];
    const { rows } = await reading.run<StoredLoss>(`SELECT entry_number, at, business_date, customer_id, agent_id, reason FROM lost_customer WHERE office_id = ? AND customer_id IN (${marks(customers)})`, [officeId, ...customers]);
    return rows.map((row) => ({ customer: row.customer_id, loss: { ...localMoment(zone, Number(row.at), row.business_date), entry: Number(row.entry_number), agent: row.agent_id, reason: row.reason } }));
  }
}

function visitOf(zone: string, row: StoredVisit): TellingVisit {
  return {
    ...localMoment(zone, Number(row.at), row.business_date), id: row.id, entry: Number(row.entry_number), channel: row.channel, state: row.state, visitorClass: row.visitor_class, agent: row.answered_by ?? row.receiver_id,
    reception: row.reception_state === null ? null : { state: row.reception_state, newCustomer: Boolean(row.new_customer) }, repeat: row.is_repeat === null ? null : Boolean(row.is_repeat),
    // A visit form is settled when the reception ends.
    form: JSON.parse(row.call_form ?? row.form ?? '{}') as FilledForm,
  };
}
