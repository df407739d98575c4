import { eveningDealKinds, type EveningArrival, type EveningCall, type EveningDeal, type EveningDealKind, type EveningFigures, type MinutesRow } from '@lunjie/contracts';
import { eveningFigures } from '@lunjie/evening';
import { Injectable } from '@nestjs/common';
import { CallRows } from '../calls/call-rows';
import type { Reading } from '../platform/database/tx';
import { Visits } from '../reception/visits';
import { Register } from '../register/register';
import type { StoredMention } from './evening.entity';

interface DealRow {
  readonly entry_number: number | string;
  readonly at: number | string;
  readonly kind: EveningDealKind;
  readonly unit: string | null;
  readonly customer_id: string;
  readonly label: string;
  readonly agent_id: string | null;
  readonly agent_name: string | null;
}

interface StoredMinutes {
  readonly id: string;
  readonly at: number | string;
  readonly by_person: string;
  readonly by_name: string | null;
  readonly entry_number: number | string;
  readonly mentions: string;
}

/** What the evening meeting speaks of. */
export interface DaysMaterial {
  readonly arrivals: readonly EveningArrival[];
  readonly calls: readonly EveningCall[];
  readonly deals: readonly EveningDeal[];
  readonly figures: EveningFigures;
}

/** Reads what happened on a day; what was undone is left out. */
@Injectable()
export class EveningMaterials {
  constructor(
    private readonly visits: Visits,
    private readonly calls: CallRows,
    private readonly register: Register,
  ) {}

  /** Oldest first, and counted. */
  async of(reading: Reading, officeId: string, date: string): Promise<DaysMaterial> {
    const visits = (await this.visits.ofDay(reading, officeId, date)).filter(({ row }) => row.channel === 'visit' && row.state !== 'undone').toReversed();
    const arrivals = visits.map(({ row, reception }): EveningArrival => ({
      id: row.id, entry: row.entry, at: row.at, customerLabel: row.customerLabel, customerId: row.customerId, state: row.state, receiver: row.receiver, mode: row.mode,
      counts: reception?.counts ?? row.counts, newCustomer: reception?.newCustomer ?? null,
    }));
    const calls = (await this.calls.ofDay(reading, officeId, date, null)).filter(({ undone }) => !undone).toReversed()
      .map(({ id, entry, at, customerLabel, answeredBy, gives, repeat }): EveningCall => ({ id, entry, at, customerLabel, answeredBy, gives, repeat }));
    const deals = await this.deals(reading, officeId, date);
    const { rows: [entered] } = await reading.run<{ minutes: number | string }>('SELECT COUNT(*) AS minutes FROM evening_minutes WHERE office_id = ? AND business_date = ?', [officeId, date]);
    const figures = eveningFigures({
      arrivals: visits.map(({ reception, row }) => ({ receiver: reception === null ? null : row.receiver?.id ?? null, counts: reception?.counts ?? false, newCustomer: reception?.newCustomer ?? false })),
      calls: calls.map(({ answeredBy }) => ({ answeredBy: answeredBy?.id ?? null })), deals, minutes: Number(entered?.minutes ?? 0),
    });
    return { arrivals, calls, deals, figures };
  }

  /** In the order they were entered. */
  async minutes(reading: Reading, officeId: string, date: string): Promise<readonly MinutesRow[]> {
    const { rows } = await reading.run<StoredMinutes>(
      'SELECT m.id, m.at, m.by_person, p.name AS by_name, m.entry_number, m.mentions FROM evening_minutes m LEFT JOIN person p ON p.id = m.by_person WHERE m.office_id = ? AND m.business_date = ? ORDER BY m.entry_number', [officeId, date]);
    const stored = rows.map((row) => ({ ...row, entry: Number(row.entry_number), said: JSON.parse(row.mentions) as readonly StoredMention[] }));
    const sealed = await this.register.personalOf(reading, officeId, stored.map(({ entry }) => entry));
    const mentions = stored.flatMap(({ said }) => said);
    const labels = await named(reading, 'customer', 'label', mentions.map(({ customer }) => customer));
    const names = await named(reading, 'person', 'name', mentions.map(({ agent }) => agent));
    return stored.map(({ id, at, by_person, by_name, entry, said }) => ({
      id, at: Number(at), by: { id: by_person, name: by_name ?? '' }, entry, words: wordsOf(sealed.get(entry)),
      mentions: said.map(({ customer, agent, entry: number }) => ({ customer: { id: customer, label: labels.get(customer) ?? '' }, agent: { id: agent, name: names.get(agent) ?? '' }, entry: number })),
    }));
  }

  private async deals(reading: Reading, officeId: string, date: string): Promise<readonly EveningDeal[]> {
    const { rows } = await reading.run<DealRow>(
      `SELECT e.entry_number, e.at, e.kind, d.unit, d.customer_id, c.label, p.id AS agent_id, p.name AS agent_name FROM deal_event e JOIN deal d ON d.id = e.deal_id JOIN customer c ON c.id = d.customer_id
         LEFT JOIN person p ON p.id = COALESCE(d.handler_id, d.closer_id)
       WHERE e.office_id = ? AND e.business_date = ? AND e.kind IN (${eveningDealKinds.map(() => '?').join(', ')}) ORDER BY e.entry_number`, [officeId, date, ...eveningDealKinds]);
    return rows.map((row) => ({
      entry: Number(row.entry_number), at: Number(row.at), kind: row.kind, unit: row.unit, customer: { id: row.customer_id, label: row.label }, agent: row.agent_id === null ? null : { id: row.agent_id, name: row.agent_name ?? '' },
    }));
  }
}

function wordsOf(sealed: Readonly<Record<string, unknown>> | undefined): string | null {
  const words = sealed?.['words'];
  return typeof words === 'string' ? words : null;
}

async function named(reading: Reading, table: 'customer' | 'person', column: 'label' | 'name', ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const asked = [...new Set(ids)];
  if (asked.length === 0) return new Map();
  const { rows } = await reading.run<{ id: string; told: string }>(`SELECT id, ${column} AS told FROM ${table} WHERE id IN (${asked.map(() => '?').join(', ')})`, asked);
  return new Map(rows.map(({ id, told }) => [id, told]));
}
