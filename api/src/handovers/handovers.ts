import type { CountedItem, HandoverPlace, HandoverRequest, HandoverSheet, HandoversView, HandoverView, Role, TakeOverRequest } from '@lunjie/contracts';
import { differencesOf, handedItems, listOf, postsOf, takenOver } from '@lunjie/handovers';
import { Injectable } from '@nestjs/common';
import { Floors } from '../floor/floors';
import { Ids } from '../platform/clock/ids';
import type { Reading } from '../platform/database/tx';
import { Transactions } from '../platform/database/transactions';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { Register } from '../register/register';
import { labelled, mattersNow } from './handed-matters';
import { ShiftHandover, type StoredSheet } from './handover.entity';

interface HandoverRow {
  readonly id: string;
  readonly place: HandoverPlace;
  readonly at: number | string;
  readonly business_date: string;
  readonly by_person: string;
  readonly by_name: string | null;
  readonly entry_number: number | string;
  readonly sheet: string;
  readonly taken_at: number | string | null;
  readonly taken_by: string | null;
  readonly taken_name: string | null;
  readonly taken_entry: number | string | null;
  readonly differences: string | null;
}

export interface HandoverReader {
  readonly id: string;
  readonly roles: readonly Role[];
}

const most = 60;
const select = `SELECT h.id, h.place, h.at, h.business_date, h.by_person, b.name AS by_name, h.entry_number, h.sheet, h.taken_at, h.taken_by, t.name AS taken_name, h.taken_entry, h.differences
  FROM shift_handover h LEFT JOIN person b ON b.id = h.by_person LEFT JOIN person t ON t.id = h.taken_by`;

/** Shifts handed over at the desk and in the show flat: who goes writes, who comes confirms and says what differs. */
@Injectable()
export class Handovers {
  constructor(
    private readonly ids: Ids,
    private readonly floors: Floors,
    private readonly transactions: Transactions,
    private readonly register: Register,
  ) {}

  /** What would be handed on now, filled in as far as the office knows it. @throws Problem 403 `handover_not_yours` */
  sheet(officeId: string, { roles }: HandoverReader, place: HandoverPlace): Promise<HandoverSheet> {
    mustBeTheirs(roles, place);
    return this.transactions.read(async (reading) => {
      const { floor, rules } = await this.floors.now(reading, officeId);
      const last = await lastAt(reading, officeId, place);
      const [matters] = await labelled(reading, officeId, [await mattersNow(reading, officeId, place, floor)]);
      return { place, matters: matters ?? { waiting: [], requests: [], flatVisitors: 0 }, items: listOf(rules.policy.values.handover.items, place, last?.counts ?? []), open: last?.isOpen ? last.id : null };
    });
  }

  /** The open ones first, then newest first, at most 60. */
  list(officeId: string, reader: HandoverReader): Promise<HandoversView> {
    return this.transactions.read(async (reading) => {
      const posts = postsOf(reader.roles);
      if (posts.length === 0) return { handovers: [] };
      const { rows } = await reading.run<HandoverRow>(`${select} WHERE h.office_id = ? AND h.place IN (${posts.map(() => '?').join(', ')}) ORDER BY CASE WHEN h.taken_entry IS NULL THEN 0 ELSE 1 END, h.entry_number DESC LIMIT ${most}`, [officeId, ...posts]);
      return { handovers: await this.views(reading, officeId, rows, reader) };
    });
  }

  /** @throws Problem 404 `handover_not_found` */
  view(officeId: string, reader: HandoverReader, id: string): Promise<HandoverView> {
    return this.transactions.read(async (reading) => {
      const [view] = await this.views(reading, officeId, await one(reading, officeId, reader.roles, id), reader);
      if (!view) throw new Problem('handover_not_found', 404);
      return view;
    });
  }

  /**
   * Hands a shift over: with what was counted, the office puts down itself what it waits for. Answers the id.
   * @throws Problem 409 `handover_open` while the post's last sheet was not taken over, 422 `handover_items_differ`, 403 `handover_not_yours`
   */
  handOver(write: WriteContext, roles: readonly Role[], { place, items: counted, remarks }: HandoverRequest): Promise<string> {
    mustBeTheirs(roles, place);
    return this.floors.act(write, async (scene) => {
      const { tx, officeId } = scene;
      const last = await lastAt(tx, officeId, place);
      if (last?.isOpen) throw new Problem('handover_open', 409);
      const items = handedItems(listOf(scene.rules.policy.values.handover.items, place, []), counted);
      if (items === null) throw new Problem('handover_items_differ', 422);
      const sheet: StoredSheet = { ...await mattersNow(tx, officeId, place, scene.floor), items: items.map(({ found: _, ...item }) => item) };
      const id = this.ids.next();
      const entryNumber = scene.enter({ kind: 'shift_handed_over', subject: id, content: { place, sheet }, ...remarks === null ? {} : { personal: { remarks } } });
      await tx.insert(ShiftHandover, [{ id, officeId, place, at: scene.now.at, businessDate: scene.now.date, byPerson: write.personId, entryNumber, sheet, takenAt: null, takenBy: null, takenEntry: null, differences: null }]);
      return id;
    });
  }

  /**
   * Takes a shift over, once, by somebody else.
   * @throws Problem 404 `handover_not_found`; 409 `handover_taken`, 403 `handover_own`; 422 `handover_items_differ`
   */
  takeOver(write: WriteContext, roles: readonly Role[], id: string, { differences: found, remarks }: TakeOverRequest): Promise<void> {
    return this.floors.act(write, async (scene) => {
      const [row] = await one(scene.tx, scene.officeId, roles, id);
      if (!row) throw new Problem('handover_not_found', 404);
      if (row.taken_entry !== null) throw new Problem('handover_taken', 409);
      if (row.by_person === write.personId) throw new Problem('handover_own', 403);
      const differences = differencesOf(itemsOf(row), found);
      if (differences === null) throw new Problem('handover_items_differ', 422);
      const entry = scene.enter({ kind: 'shift_taken_over', subject: id, corrects: Number(row.entry_number), content: { differences }, ...remarks === null ? {} : { personal: { remarks } } });
      await scene.tx.run('UPDATE shift_handover SET taken_at = ?, taken_by = ?, taken_entry = ?, differences = ? WHERE id = ?', [scene.now.at, write.personId, entry, JSON.stringify(differences), id]);
    });
  }

  private async views(reading: Reading, officeId: string, rows: readonly HandoverRow[], reader: HandoverReader): Promise<readonly HandoverView[]> {
    const matters = await labelled(reading, officeId, rows.map(({ sheet }) => JSON.parse(sheet) as StoredSheet));
    const sealed = await this.register.personalOf(reading, officeId, rows.flatMap((row) => [Number(row.entry_number), ...row.taken_entry === null ? [] : [Number(row.taken_entry)]]));
    const said = (entry: number | string): string | null => {
      const remarks = sealed.get(Number(entry))?.['remarks'];
      return typeof remarks === 'string' ? remarks : null;
    };
    return rows.map((row, index) => {
      const differences = row.differences === null ? [] : JSON.parse(row.differences) as readonly CountedItem[];
      return {
        id: row.id, place: row.place, date: row.business_date, at: Number(row.at), by: { id: row.by_person, name: row.by_name ?? '' }, entry: Number(row.entry_number), remarks: said(row.entry_number),
        matters: matters[index] ?? { waiting: [], requests: [], flatVisitors: 0 }, items: row.taken_entry === null ? itemsOf(row) : takenOver(itemsOf(row), differences),
        taken: row.taken_entry === null ? null : { at: Number(row.taken_at), by: { id: row.taken_by ?? '', name: row.taken_name ?? '' }, entry: Number(row.taken_entry), remarks: said(row.taken_entry), differences: differences.length },
        may: row.taken_entry === null && row.by_person !== reader.id && reader.roles.some((role) => role !== 'auditor' && role !== 'admin') ? ['take_over'] : [],
      };
    });
  }
}

/** None where there is no such sheet, or it is another post's. */
async function one(reading: Reading, officeId: string, roles: readonly Role[], id: string): Promise<readonly HandoverRow[]> {
  const { rows } = await reading.run<HandoverRow>(`${select} WHERE h.office_id = ? AND h.id = ?`, [officeId, id]);
  return rows.filter(({ place }) => postsOf(roles).includes(place));
}

function mustBeTheirs(roles: readonly Role[], place: HandoverPlace): void {
  if (!postsOf(roles).includes(place)) throw new Problem('handover_not_yours', 403);
}

const itemsOf = ({ sheet }: HandoverRow): HandoverView['items'] => (JSON.parse(sheet) as StoredSheet).items.map((item) => ({ ...item, found: null }));

/** The post's last sheet, with what was there in the end. */
async function lastAt(reading: Reading, officeId: string, place: HandoverPlace): Promise<{ readonly id: string; readonly isOpen: boolean; readonly counts: readonly CountedItem[] } | null> {
  const { rows: [row] } = await reading.run<HandoverRow>(`${select} WHERE h.office_id = ? AND h.place = ? ORDER BY h.entry_number DESC LIMIT 1`, [officeId, place]);
  if (!row) return null;
  const differences = row.differences === null ? [] : JSON.parse(row.differences) as readonly CountedItem[];
  return { id: row.id, isOpen: row.taken_entry === null, counts: takenOver(itemsOf(row), differences).map(({ item, found, count }) => ({ item, count: found ?? count })) };
}
