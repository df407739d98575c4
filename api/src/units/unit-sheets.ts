import type { Readable } from 'node:stream';
import { unitRowOutcomes, unitSheetFieldTexts, type UnitRowOutcome, type UnitSheetDone, type UnitSheetTrial } from '@lunjie/contracts';
import { columnsOf, missingColumns, planUnits, type PlannedUnit } from '@lunjie/deal-life';
import { digestOf } from '@lunjie/register';
import { Injectable } from '@nestjs/common';
import { uploadedLines } from '../customer-sheets/uploaded';
import { Floors } from '../floor/floors';
import { Transactions } from '../platform/database/transactions';
import type { Reading } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { sha256 } from '../register/sha256';
import type { SheetLine } from '../staff/spreadsheet';
import { StoredUnits } from './stored-units';
import { UnitImports } from './unit-imports';
import { Units } from './units';

const mostNoted = 500;
const counted = (plan: readonly PlannedUnit[]): Readonly<Record<UnitRowOutcome, number>> =>
  Object.fromEntries(unitRowOutcomes.map((outcome) => [outcome, plan.filter((row) => row.outcome === outcome).length])) as Record<UnitRowOutcome, number>;
const digest = (plan: readonly PlannedUnit[]): string => digestOf(plan, sha256);

/** Price lists from sheets: tried first, then entered exactly as the trial showed. A price list names nobody: nothing of it is kept between. */
@Injectable()
export class UnitSheets {
  constructor(
    private readonly transactions: Transactions,
    private readonly floors: Floors,
    private readonly stored: StoredUnits,
    private readonly units: Units,
    private readonly imports: UnitImports,
  ) {}

  /** What would become of every row. @throws Problem 413 `import_too_large`, 400 `import_unreadable`, 422 `import_empty`, `unit_columns_missing` */
  async trial(officeId: string, file: Readable, type: string): Promise<UnitSheetTrial> {
    const lines = await uploadedLines(file, type);
    const plan = await this.transactions.read((reading) => this.planned(reading, officeId, lines));
    return { counts: counted(plan), noted: plan.filter(({ outcome }) => outcome !== 'enter').slice(0, mostNoted).map(({ row, outcome, code, faults }) => ({ row, outcome, code, faults })), digest: digest(plan) };
  }

  /** Enters and changes what the trial of the same file showed, in one act; faulty rows are left out. @throws Problem as `trial`, 409 `import_changed`, 422 `import_nothing_to_do` */
  async carryOut(write: WriteContext, file: Readable, type: string, shown: string): Promise<UnitSheetDone> {
    const lines = await uploadedLines(file, type);
    // The body came as a stream: the same cells are the same request.
    return this.floors.act({ ...write, body: [write.officeId, shown, digestOf(lines, sha256)] }, async (scene) => {
      const plan = await this.planned(scene.tx, scene.officeId, lines);
      if (digest(plan) !== shown) throw new Problem('import_changed', 409);
      const counts = counted(plan);
      if (counts.enter + counts.change === 0) throw new Problem('import_nothing_to_do', 422);
      const entering = plan.flatMap(({ outcome, facts }) => outcome === 'enter' && facts !== null ? [facts] : []);
      const entries: number[] = [];
      if (entering.length > 0) entries.push((await this.units.enterAll(scene, entering)).entry);
      for (const { outcome, facts, known } of plan) {
        if (outcome !== 'change' || facts === null || known === null) continue;
        const { building: _, entrance: __, floor: ___, room: ____, ...terms } = facts;
        entries.push(await this.units.changeOne(scene, await this.stored.locked(scene.tx, scene.officeId, known), { ...terms, reason: 'price list' }));
      }
      await this.imports.record(scene, entries, { entered: counts.enter, changed: counts.change });
      return { counts };
    });
  }

  private async planned(reading: Reading, officeId: string, [heading, ...rows]: readonly SheetLine[]): Promise<readonly PlannedUnit[]> {
    const columns = columnsOf(heading?.cells ?? []);
    const missing = missingColumns(columns);
    if (missing.length > 0) throw new Problem('unit_columns_missing', 422, { zh: missing.map((field) => unitSheetFieldTexts[field].zh).join('、'), en: missing.map((field) => unitSheetFieldTexts[field].en).join(', ') });
    return planUnits(rows, columns, await this.stored.all(reading, officeId));
  }
}
