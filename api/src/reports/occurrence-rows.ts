import type { OccurrenceRow } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import type { Reading } from '../platform/database/tx';
import { Staff } from '../staff/staff';
import { Counted, type AskedOccurrences, type CountedOccurrence } from './counted';
import { marks } from './stories';

const mostListed = 500;

/** A row with its office. */
export interface RowOfOffice {
  readonly office: string;
  readonly row: OccurrenceRow;
}

/** What stands behind figures: occurrences with the people, customers and deals they happened to. */
@Injectable()
export class OccurrenceRows {
  constructor(
    private readonly staff: Staff,
    private readonly counted: Counted,
  ) {}

  /** The latest of some offices first. */
  async behind(reading: Reading, offices: readonly string[], asked: AskedOccurrences): Promise<{ readonly rows: readonly RowOfOffice[]; readonly inAll: number }> {
    const { rows, inAll } = await this.counted.latest(reading, offices, asked, mostListed);
    return { rows: await this.told(reading, rows), inAll };
  }

  private async told(reading: Reading, occurrences: readonly (CountedOccurrence & { readonly office: string })[]): Promise<readonly RowOfOffice[]> {
    const offices = [...new Set(occurrences.map(({ office }) => office))];
    const labels = await labelled(reading, 'SELECT id, label AS told FROM customer WHERE id IN', offices, occurrences.map(({ customer }) => customer));
    const units = await labelled(reading, 'SELECT id, unit AS told FROM deal WHERE id IN', offices, occurrences.map(({ about }) => about));
    const names = await this.staff.names(reading, offices, [...new Set(occurrences.map(({ traits }) => traits.agent))].filter((agent) => agent !== ''));
    return occurrences.map(({ office, kind, date, entry, customer, about, traits, area, fen }) => ({
      office,
      row: {
        kind, date, entry, area, fen, agent: traits.agent === '' ? null : { id: traits.agent, name: names[traits.agent] ?? '' }, customer: customer === null ? null : { id: customer, label: labels.get(customer) ?? '' },
        deal: about !== null && units.has(about) ? about : null, unit: about === null ? null : units.get(about) ?? null,
      },
    }));
  }
}

async function labelled(reading: Reading, select: string, offices: readonly string[], ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const asked = [...new Set(ids.filter((id) => id !== null))];
  if (asked.length === 0) return new Map();
  const { rows } = await reading.run<{ id: string; told: string | null }>(`${select} (${marks(asked)}) AND office_id IN (${marks(offices)})`, [...asked, ...offices]);
  return new Map(rows.map(({ id, told }) => [id, told ?? '']));
}
