import type { DrawAssignment, DrawEntry, DrawList, DrawRecord, DrawRow, DrawsPage, DrawState, DrawView, RedistributionMethod, RedistributionReason } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import type { Reading } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import { storedJson } from '../register/register';

const pageSize = 30;

interface DrawColumns {
  readonly id: string;
  readonly state: DrawState;
  readonly method: RedistributionMethod;
  readonly reason: RedistributionReason;
  readonly from_agent: string;
  readonly list: string;
  readonly list_hash: string;
  readonly seed: string | null;
  readonly result: string;
  readonly moved: string;
  readonly published_at: number | string;
  readonly published_by: string;
  readonly published_entry: number | string;
  readonly done_at: number | string | null;
  readonly done_by: string | null;
  readonly done_entry: number | string | null;
}

/** A redistribution as it is stored. */
export interface StoredDraw extends Omit<DrawColumns, 'list' | 'result' | 'moved'> {
  readonly list: DrawList;
  readonly result: readonly DrawAssignment[];
  readonly moved: readonly string[];
}

const columns = 'id, state, method, reason, from_agent, list, list_hash, seed, result, moved, published_at, published_by, published_entry, done_at, done_by, done_entry';
const wholeOr = (value: number | string | null): number | null => value === null ? null : Number(value);

function storedOf(row: DrawColumns): StoredDraw {
  return { ...row, list: JSON.parse(row.list) as DrawList, result: JSON.parse(row.result) as DrawAssignment[], moved: JSON.parse(row.moved) as string[] };
}

/** Redistributions to look at, and the published record from which anybody recomputes a draw. */
@Injectable()
export class DrawRecords {
  /** @throws Problem 404 `draw_not_found` */
  async stored(reading: Reading, officeId: string, drawId: string): Promise<StoredDraw> {
    const { rows: [row] } = await reading.run<DrawColumns>(`SELECT ${columns} FROM redistribution WHERE office_id = ? AND id = ?`, [officeId, drawId]);
    if (!row) throw new Problem('draw_not_found', 404);
    return storedOf(row);
  }

  /** @throws Problem 404 `draw_not_found` */
  async view(reading: Reading, officeId: string, drawId: string): Promise<DrawView> {
    const draw = await this.stored(reading, officeId, drawId);
    const [people, labels] = [await this.names(reading, [draw]), await this.labels(reading, officeId, draw.list)];
    const agentOf = new Map(draw.result.map(({ customer, agent }) => [customer, agent]));
    const moved = new Set(draw.moved);
    return {
      draw: rowOf(draw, people),
      customers: draw.list.customers.map((customer) => {
        const agent = agentOf.get(customer.id);
        return { ...customer, label: labels.get(customer.id) ?? '', agent: agent === undefined ? null : { id: agent, name: people.get(agent) ?? '' }, moved: moved.has(customer.id) };
      }),
      record: draw.method === 'random' ? await this.recordOf(reading, officeId, draw, people, labels) : null,
    };
  }

  /** What anybody recomputes a random draw from. @throws Problem 404 `draw_not_found`, also for what was not drawn by chance */
  async record(reading: Reading, officeId: string, drawId: string): Promise<DrawRecord> {
    const { record } = await this.view(reading, officeId, drawId);
    if (!record) throw new Problem('draw_not_found', 404);
    return record;
  }

  /** Newest first. @param before `next` of the page before */
  async page(reading: Reading, officeId: string, before: string | undefined): Promise<DrawsPage> {
    const [at = Number.MAX_SAFE_INTEGER, last = ''] = before?.split('.') ?? [];
    const { rows } = await reading.run<DrawColumns>(
      `SELECT ${columns} FROM redistribution WHERE office_id = ? AND (published_at < ? OR (published_at = ? AND id < ?)) ORDER BY published_at DESC, id DESC LIMIT ${pageSize + 1}`, [officeId, Number(at), Number(at), last]);
    const shown = rows.slice(0, pageSize).map(storedOf);
    const people = await this.names(reading, shown);
    const tail = shown.at(-1);
    return { draws: shown.map((draw) => rowOf(draw, people)), next: rows.length > pageSize && tail ? `${Number(tail.published_at)}.${tail.id}` : null };
  }

  private async recordOf(reading: Reading, officeId: string, draw: StoredDraw, people: ReadonlyMap<string, string>, labels: ReadonlyMap<string, string>): Promise<DrawRecord> {
    const published = await this.entry(reading, officeId, Number(draw.published_entry));
    const isDrawn = draw.state === 'done' && draw.done_entry !== null;
    return {
      format: 'lunjie-draw-1', list: draw.list, listHash: draw.list_hash, published, seed: draw.seed, drawn: isDrawn ? await this.entry(reading, officeId, Number(draw.done_entry)) : null, result: draw.result,
      names: { agents: Object.fromEntries([draw.list.from, ...draw.list.agents].map((id) => [id, people.get(id) ?? ''])), customers: Object.fromEntries(labels) },
    };
  }

  private async entry(reading: Reading, officeId: string, number: number): Promise<DrawEntry> {
    const { rows: [row] } = await reading.run<{ at: number | string; kind: string; by_person: string | null; subject_id: string | null; corrects: number | string | null; content: string; commitment: string | null; previous_hash: string; hash: string }>(
      'SELECT at, kind, by_person, subject_id, corrects, content, commitment, previous_hash, hash FROM register_entry WHERE office_id = ? AND number = ?', [officeId, number]);
    if (!row) throw new Problem('draw_not_found', 404);
    return {
      officeId, number, at: Number(row.at), kind: row.kind, by: row.by_person, subject: row.subject_id, corrects: wholeOr(row.corrects), content: storedJson(row.content), commitment: row.commitment, previous: row.previous_hash, hash: row.hash,
    };
  }

  private async names(reading: Reading, draws: readonly StoredDraw[]): Promise<ReadonlyMap<string, string>> {
    const ids = [...new Set(draws.flatMap(({ list, published_by: by, done_by: done }) => [list.from, ...list.agents, by, ...done === null ? [] : [done]]))];
    if (ids.length === 0) return new Map();
    const { rows } = await reading.run<{ id: string; name: string }>(`SELECT id, name FROM person WHERE id IN (${ids.map(() => '?').join(', ')})`, ids);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  private async labels(reading: Reading, officeId: string, { customers }: DrawList): Promise<ReadonlyMap<string, string>> {
    const { rows } = await reading.run<{ id: string; label: string }>(
      `SELECT id, label FROM customer WHERE office_id = ? AND id IN (${customers.map(() => '?').join(', ')})`, [officeId, ...customers.map(({ id }) => id)]);
    return new Map(rows.map(({ id, label }) => [id, label]));
  }
}

function rowOf(draw: StoredDraw, people: ReadonlyMap<string, string>): DrawRow {
  const person = (id: string) => ({ id, name: people.get(id) ?? '' });
  return {
    id: draw.id, state: draw.state, method: draw.method, reason: draw.reason, from: person(draw.from_agent), agents: draw.list.agents.map(person), customers: draw.list.customers.length, listHash: draw.list_hash,
    publishedAt: Number(draw.published_at), publishedBy: person(draw.published_by), publishedEntry: Number(draw.published_entry),
    doneAt: wholeOr(draw.done_at), doneBy: draw.done_by === null ? null : person(draw.done_by), doneEntry: wholeOr(draw.done_entry),
  };
}
