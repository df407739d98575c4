import type { TellingDeal, TellingEvent, TellingKind, TellingReceipt, TellingUnit } from '@lunjie/reports';
import { Injectable } from '@nestjs/common';
import type { Reading } from '../platform/database/tx';
import { localMoment, marks } from './stories';

const telling = ['soft_deposit', 'firm_deposit', 'contract', 'exchange', 'cancellation', 'forfeiture', 'closed'] as const satisfies readonly TellingKind[];

interface StoredDeal {
  readonly id: string;
  readonly customer_id: string;
  readonly closer_id: string | null;
  readonly handler_id: string | null;
  readonly unit: string | null;
  readonly price_fen: number | string | null;
}

interface StoredEvent {
  readonly deal_id: string;
  readonly entry_number: number | string;
  readonly at: number | string;
  readonly business_date: string;
  readonly kind: TellingKind;
  readonly data: string;
}

interface StoredReceipt {
  readonly deal_id: string;
  readonly entry_number: number | string;
  readonly at: number | string;
  readonly paid_on: string;
  readonly kind: TellingReceipt['kind'];
  readonly fen: number | string;
  readonly withdraws: number | string | null;
}

/** A deal, whose it is, and the money received for it. */
export interface DealStory {
  readonly customer: string;
  readonly deal: TellingDeal;
  readonly receipts: readonly TellingReceipt[];
}

/** What is told of deals: their steps with the units they ever had, and their money. */
@Injectable()
export class DealStories {
  async of(reading: Reading, officeId: string, zone: string, customers: readonly string[]): Promise<readonly DealStory[]> {
    if (customers.length === 0) return [];
    const { rows: deals } = await reading.run<StoredDeal>(`SELECT id, customer_id, closer_id, handler_id, unit, price_fen FROM deal WHERE office_id = ? AND customer_id IN (${marks(customers)})`, [officeId, ...customers]);
    if (deals.length === 0) return [];
    const ids = deals.map(({ id }) => id);
    const { rows: stored } = await reading.run<StoredEvent>(
      `SELECT deal_id, entry_number, at, business_date, kind, data FROM deal_event WHERE deal_id IN (${marks(ids)}) AND kind IN (${marks(telling)}) ORDER BY entry_number`, [...ids, ...telling]);
    const events = stored.map((row) => ({ deal: row.deal_id, event: { ...localMoment(zone, Number(row.at), row.business_date), entry: Number(row.entry_number), kind: row.kind, data: JSON.parse(row.data) as TellingEvent['data'] } }));
    const units = await this.units(reading, officeId, [...deals.map(({ unit }) => unit), ...events.flatMap(({ event }) => event.kind === 'exchange' ? [event.data['from'], event.data['to']] : [])]);
    const receipts = await this.receipts(reading, zone, ids);
    return deals.map((row) => ({
      customer: row.customer_id, receipts: receipts.filter(({ deal }) => deal === row.id),
      deal: { id: row.id, agent: row.closer_id ?? row.handler_id, unit: row.unit, priceFen: Number(row.price_fen ?? 0), units, events: events.filter(({ deal }) => deal === row.id).map(({ event }) => event) },
    }));
  }

  private async units(reading: Reading, officeId: string, named: readonly unknown[]): Promise<Readonly<Record<string, TellingUnit>>> {
    const codes = [...new Set(named.filter((code) => typeof code === 'string'))];
    if (codes.length === 0) return {};
    const { rows } = await reading.run<{ code: string; layout: string; gross_area: number | string }>(`SELECT code, layout, gross_area FROM unit WHERE office_id = ? AND code IN (${marks(codes)})`, [officeId, ...codes]);
    return Object.fromEntries(rows.map(({ code, layout, gross_area }) => [code, { layout, area: Number(gross_area) }]));
  }

  /** By the day the money came. */
  private async receipts(reading: Reading, zone: string, deals: readonly string[]): Promise<readonly TellingReceipt[]> {
    const { rows } = await reading.run<StoredReceipt>(`SELECT deal_id, entry_number, at, paid_on, kind, fen, withdraws FROM receipt WHERE deal_id IN (${marks(deals)})`, deals);
    return rows.map((row) => ({ ...localMoment(zone, Number(row.at), row.paid_on), entry: Number(row.entry_number), deal: row.deal_id, kind: row.kind, fen: Number(row.fen), withdraws: row.withdraws !== null }));
  }
}
