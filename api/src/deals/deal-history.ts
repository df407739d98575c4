import type { DealEventKind, PersonRef } from '@lunjie/contracts';
import { changeKinds } from '@lunjie/deal-life';
import { Injectable } from '@nestjs/common';
import type { Scene } from '../floor/scene';
import { Ids } from '../platform/clock/ids';
import type { Reading } from '../platform/database/tx';
import { DealEvent } from './deal.entity';

/** One thing that happened to a deal. */
export interface HistoryRow {
  readonly kind: DealEventKind;
  readonly at: number;
  readonly date: string;
  readonly by: PersonRef | null;
  readonly entry: number;
  readonly data: DealEvent['data'];
}

interface StoredEvent {
  readonly deal_id: string;
  readonly kind: DealEventKind;
  readonly at: number | string;
  readonly business_date: string;
  readonly by_person: string | null;
  readonly name: string | null;
  readonly entry_number: number | string;
  readonly data: string;
}

const columns = 'e.deal_id, e.kind, e.at, e.business_date, e.by_person, p.name, e.entry_number, e.data FROM deal_event e LEFT JOIN person p ON p.id = e.by_person';

const historyOf = (row: StoredEvent): HistoryRow => ({
  kind: row.kind, at: Number(row.at), date: row.business_date, by: row.by_person === null ? null : { id: row.by_person, name: row.name ?? '' }, entry: Number(row.entry_number), data: JSON.parse(row.data) as DealEvent['data'],
});

/** The history of each deal: read off the register's own numbers, kept beside it so that a page need not read the register. */
@Injectable()
export class DealHistory {
  constructor(private readonly ids: Ids) {}

  /** @param data codes, dates and amounts; nothing personal */
  async add(scene: Scene, dealId: string, kind: DealEventKind, entryNumber: number, data: DealEvent['data'] = {}): Promise<void> {
    await scene.tx.insert(DealEvent, [{ id: this.ids.next(), officeId: scene.officeId, dealId, entryNumber, at: scene.now.at, businessDate: scene.now.date, kind, byPerson: scene.by, data }]);
  }

  /** Oldest first. */
  async of(reading: Reading, dealId: string): Promise<readonly HistoryRow[]> {
    const { rows } = await reading.run<StoredEvent>(`SELECT ${columns} WHERE e.deal_id = ? ORDER BY e.entry_number`, [dealId]);
    return rows.map(historyOf);
  }

  /** The whole histories of the office's deals that were exchanged, renamed or cancelled, by deal, each oldest first. */
  async ofChanged(reading: Reading, officeId: string): Promise<ReadonlyMap<string, readonly HistoryRow[]>> {
    const { rows } = await reading.run<StoredEvent>(
      `SELECT ${columns} WHERE e.office_id = ? AND e.deal_id IN (SELECT x.deal_id FROM deal_event x WHERE x.office_id = ? AND x.kind IN (${changeKinds.map(() => '?').join(', ')})) ORDER BY e.entry_number`, [officeId, officeId, ...changeKinds]);
    const histories = new Map<string, HistoryRow[]>();
    for (const row of rows) histories.set(row.deal_id, [...histories.get(row.deal_id) ?? [], historyOf(row)]);
    return histories;
  }
}
