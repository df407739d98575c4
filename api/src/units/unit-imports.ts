import type { UnitImportList, UnitImportView, UnitTerms } from '@lunjie/contracts';
import { termsOf } from '@lunjie/deal-life';
import { Injectable } from '@nestjs/common';
import { Floors } from '../floor/floors';
import type { Scene } from '../floor/scene';
import { Ids } from '../platform/clock/ids';
import { Transactions } from '../platform/database/transactions';
import type { Reading } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { storedJson } from '../register/register';
import { StoredUnits } from './stored-units';
import { UnitImport } from './unit-import.entity';

const mostListed = 10;
const mostNamed = 10;

interface ImportRow {
  readonly id: string;
  readonly at: number | string;
  readonly by_person: string;
  readonly name: string | null;
  readonly first_entry: number | string;
  readonly last_entry: number | string;
  readonly entered: number;
  readonly changed: number;
  readonly undone_at: number | string | null;
  readonly undone_name: string | null;
}

/** What of a unit a price list says. */
interface Listed extends UnitTerms {
  readonly id: string;
  readonly code: string;
}

/** What a price list did, by its entries: the units it entered, and those it changed as they were before. */
interface Brought {
  readonly entered: readonly Pick<Listed, 'id' | 'code'>[];
  readonly before: readonly Listed[];
}

const importColumns = `i.id, i.at, i.by_person, p.name, i.first_entry, i.last_entry, i.entered, i.changed, i.undone_at, u.name AS undone_name
  FROM unit_import i LEFT JOIN person p ON p.id = i.by_person LEFT JOIN person u ON u.id = i.undone_by`;

/** Price lists that were brought in, and taking one back: by an entry, and only while none of its units has changed since. */
@Injectable()
export class UnitImports {
  constructor(
    private readonly ids: Ids,
    private readonly floors: Floors,
    private readonly transactions: Transactions,
    private readonly stored: StoredUnits,
  ) {}

  /** Keeps which entries a price list made. @param entries their numbers, at least one */
  async record(scene: Scene, entries: readonly number[], counts: { readonly entered: number; readonly changed: number }): Promise<void> {
    await scene.tx.insert(UnitImport, [{ id: this.ids.next(), officeId: scene.officeId, at: scene.now.at, byPerson: scene.by ?? '', firstEntry: Math.min(...entries), lastEntry: Math.max(...entries), ...counts, undoneAt: null, undoneBy: null }]);
  }

  /** The latest first, each with the units that keep it from being taken back. */
  list(officeId: string): Promise<UnitImportList> {
    return this.transactions.read(async (reading) => {
      const { rows } = await reading.run<ImportRow>(`SELECT ${importColumns} WHERE i.office_id = ? ORDER BY i.first_entry DESC LIMIT ${mostListed}`, [officeId]);
      const imports: UnitImportView[] = [];
      for (const row of rows) {
        const changed = row.undone_at === null ? await this.changedSince(reading, officeId, row, await this.brought(reading, officeId, row)) : [];
        imports.push({
          id: row.id, at: Number(row.at), by: { id: row.by_person, name: row.name ?? '' }, entered: row.entered, changed: row.changed, entry: Number(row.first_entry),
          undone: row.undone_at === null ? null : { at: Number(row.undone_at), by: row.undone_name ?? '' }, changedSince: changed.slice(0, mostNamed), changedInAll: changed.length,
        });
      }
      return { imports };
    });
  }

  /** Takes a price list back: its new units are gone, the others as they were before. @throws Problem 404 `import_not_found`, 409 `unit_import_undone`, `units_changed_since` with the units */
  undo(write: WriteContext, importId: string): Promise<{ readonly withdrawn: number; readonly restored: number }> {
    return this.floors.act(write, async (scene) => {
      const { tx, officeId, now } = scene;
      const { rows: [row] } = await tx.lock<ImportRow>(`SELECT ${importColumns} WHERE i.office_id = ? AND i.id = ?`, [officeId, importId]);
      if (!row) throw new Problem('import_not_found', 404);
      if (row.undone_at !== null) throw new Problem('unit_import_undone', 409);
      const brought = await this.brought(tx, officeId, row);
      const changed = await this.changedSince(tx, officeId, row, brought);
      if (changed.length > 0) throw new Problem('units_changed_since', 409, { units: changed.slice(0, mostNamed).join('、'), count: changed.length });
      scene.enter({ kind: 'units_withdrawn', subject: null, corrects: Number(row.first_entry), content: { import: importId, units: brought.entered, restored: brought.before } });
      if (brought.entered.length > 0) await tx.run(`DELETE FROM unit WHERE office_id = ? AND id IN (${marks(brought.entered)})`, [officeId, ...brought.entered.map(({ id }) => id)]);
      for (const unit of brought.before) await this.stored.setTerms(tx, unit.id, unit);
      await tx.run('UPDATE unit_import SET undone_at = ?, undone_by = ? WHERE id = ?', [now.at, write.personId, importId]);
      return { withdrawn: brought.entered.length, restored: brought.before.length };
    });
  }

  private async brought(reading: Reading, officeId: string, { first_entry: first, last_entry: last }: ImportRow): Promise<Brought> {
    const { rows } = await reading.run<{ kind: string; subject_id: string | null; content: string }>(
      "SELECT kind, subject_id, content FROM register_entry WHERE office_id = ? AND number BETWEEN ? AND ? AND kind IN ('units_entered', 'unit_changed') ORDER BY number", [officeId, Number(first), Number(last)]);
    const said = rows.map(({ kind, subject_id: id, content }) => ({ kind, id, content: storedJson(content) as { readonly units?: readonly Listed[]; readonly unit?: string; readonly before?: Omit<Listed, 'id' | 'code'> } }));
    return {
      entered: said.flatMap(({ content }) => content.units ?? []).map(({ id, code }) => ({ id, code })),
      before: said.flatMap(({ kind, id, content: { unit = '', before } }) => kind === 'unit_changed' && id !== null && before ? [{ id, code: unit, ...termsOf(before) }] : []),
    };
  }

  /** Codes of the units that something happened to since, in their order; what was taken back itself does not count. */
  private async changedSince(reading: Reading, officeId: string, { at, last_entry: last }: ImportRow, { entered, before }: Brought): Promise<readonly string[]> {
    const all = [...entered, ...before];
    if (all.length === 0) return [];
    const ids = all.map(({ id }) => id);
    const { rows: standing } = await reading.run<{ id: string; state: string; state_since: number | string | null }>(`SELECT id, state, state_since FROM unit WHERE office_id = ? AND id IN (${marks(all)})`, [officeId, ...ids]);
    const { rows: told } = await reading.run<{ subject_id: string }>(
      `SELECT DISTINCT e.subject_id FROM register_entry e WHERE e.office_id = ? AND e.subject_id IN (${marks(all)}) AND e.number > ?
       AND NOT EXISTS (SELECT 1 FROM unit_import i WHERE i.office_id = e.office_id AND i.undone_at IS NOT NULL AND e.number BETWEEN i.first_entry AND i.last_entry)`, [officeId, ...ids, Number(last)]);
    const touched = new Set(told.map(({ subject_id: id }) => id));
    const stands = new Map(standing.map((unit) => [unit.id, unit]));
    const isNew = new Set(entered.map(({ id }) => id));
    return all.filter(({ id }) => {
      const unit = stands.get(id);
      // A deposit moves a unit and its entry names the customer: how the unit stands tells of it.
      return unit === undefined || touched.has(id) || Number(unit.state_since ?? 0) > Number(at) || (isNew.has(id) && unit.state !== 'available');
    }).map(({ code }) => code);
  }
}

const marks = (all: readonly unknown[]): string => all.map(() => '?').join(', ');
