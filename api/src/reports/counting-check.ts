import { keptSums, spanOf, tallyOf } from '@lunjie/reports';
import { Injectable } from '@nestjs/common';
import type { Reading } from '../platform/database/tx';
import { Transactions } from '../platform/database/transactions';
import { Counted, keyOf, recordOf, type CountedOccurrence } from './counted';
import { Counting } from './counting';
import { Tallies } from './tallies';

/** Something of the statistics that is not what the stories tell: an occurrence by its entry, or the sums of a period. */
export type CountingFault =
  | { readonly what: 'occurrence'; readonly entry: number }
  | { readonly what: 'tally'; readonly period: 'week' | 'month'; readonly startsOn: string };

const atOnce = 500;

/** Counts an office anew from its customers' stories, beside what is kept. */
@Injectable()
export class CountingCheck {
  constructor(
    private readonly transactions: Transactions,
    private readonly counting: Counting,
    private readonly counted: Counted,
    private readonly tallies: Tallies,
  ) {}

  /** What does not fit; the first occurrence alone, and every period. What the register told since it was last counted, is counted first. */
  async faults(officeId: string): Promise<readonly CountingFault[]> {
    await this.counting.catchUp(officeId);
    return this.transactions.read(async (reading) => {
      const told = await this.told(reading, officeId);
      const kept = await this.counted.within(reading, officeId, { from: '0000-01-01', to: '9999-12-31' });
      return [...firstDifference(officeId, told, kept), ...await this.sums(reading, officeId, told)];
    });
  }

  private async told(reading: Reading, officeId: string): Promise<readonly CountedOccurrence[]> {
    const told: CountedOccurrence[] = [];
    for (const sql of ['SELECT id FROM customer WHERE office_id = ? AND merged_into IS NULL AND id > ? ORDER BY id', 'SELECT id FROM visit WHERE office_id = ? AND customer_id IS NULL AND id > ? ORDER BY id']) {
      for (let after = ''; ;) {
        const { rows } = await reading.run<{ id: string }>(`${sql} LIMIT ${atOnce}`, [officeId, after]);
        told.push(...await this.counting.told(reading, officeId, rows.map(({ id }) => id)));
        const last = rows.at(-1);
        if (!last || rows.length < atOnce) break;
        after = last.id;
      }
    }
    return told;
  }

  private async sums(reading: Reading, officeId: string, told: readonly CountedOccurrence[]): Promise<readonly CountingFault[]> {
    const faults: CountingFault[] = [];
    for (const period of ['week', 'month'] as const) {
      const { rows } = await reading.run<{ starts_on: string }>('SELECT DISTINCT starts_on FROM report_tally WHERE office_id = ? AND period = ?', [officeId, period]);
      const parts = new Map<string, CountedOccurrence[]>(rows.map(({ starts_on }) => [starts_on, []]));
      for (const occurrence of told) {
        const startsOn = spanOf(period, occurrence.date).from;
        const part = parts.get(startsOn);
        if (part) part.push(occurrence);
        else parts.set(startsOn, [occurrence]);
      }
      for (const startsOn of [...parts.keys()].sort()) {
        if (written(await this.tallies.texts(reading, officeId, period, startsOn)) !== written(keptSums(tallyOf(parts.get(startsOn) ?? [])))) faults.push({ what: 'tally', period, startsOn });
      }
    }
    return faults;
  }
}

const written = (sums: ReadonlyMap<string, string>): string => [...sums].map(([dimension, kept]) => `${dimension} ${kept}`).sort().join('\n');

function firstDifference(officeId: string, told: readonly CountedOccurrence[], kept: readonly CountedOccurrence[]): readonly CountingFault[] {
  const rows = (occurrences: readonly CountedOccurrence[]) => new Map(occurrences.map((occurrence) => [keyOf(occurrence), { entry: occurrence.entry, row: JSON.stringify(recordOf(officeId, occurrence)) }]));
  const [one, other] = [rows(told), rows(kept)];
  const differing = [...new Set([...one.keys(), ...other.keys()])].filter((key) => one.get(key)?.row !== other.get(key)?.row).map((key) => (one.get(key) ?? other.get(key))?.entry ?? 0);
  return differing.length === 0 ? [] : [{ what: 'occurrence', entry: Math.min(...differing) }];
}
