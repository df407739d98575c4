import { callFormFields, visitFormFields, type OccurrenceKind } from '@lunjie/contracts';
import { areaBand, daysAfter, keptSums, monthOf, priceBand, spanOf, tallyOf, untold, type Tally, type Traits } from '@lunjie/reports';
import { Chance } from '../demo/chance';
import type { Ids } from '../platform/clock/ids';
import type { Tx } from '../platform/database/tx';
import { recordOf, type CountedOccurrence } from './counted';
import { OccurrenceRecord, ReportTally } from './report.entity';

/** An office to fill. */
export interface InventedFor {
  readonly office: string;
  readonly agents: readonly string[];
}

/** A week of one office, as rows. */
export interface InventedWeek {
  readonly occurrences: readonly CountedOccurrence[];
  /** Months that end in it, with their sums. */
  readonly months: readonly { readonly startsOn: string; readonly tallies: readonly Tally[] }[];
  readonly startsOn: string;
  readonly tallies: readonly Tally[];
}

/** Invented entries lie far above what an office for measuring enters itself. */
const firstEntry = 1_000_000_000;
/** By the hour: an office fills up in the afternoon. */
const hours = { 9: 4, 10: 9, 11: 8, 12: 3, 13: 6, 14: 13, 15: 14, 16: 11, 17: 7, 18: 3 } as const;
const areas = ['城东', '城西', '城南', '城北', '新区', '高新区', '开发区', '老城'] as const;

const optionsOf = (fields: readonly { readonly name: string; readonly options?: readonly string[] }[], name: string): readonly string[] => fields.find((field) => field.name === name)?.options ?? [];
const options = {
  channel: optionsOf(visitFormFields, 'awareness_source'), age: optionsOf(visitFormFields, 'age'), purpose: optionsOf(visitFormFields, 'purpose'), area: optionsOf(visitFormFields, 'area_need'),
  layout: optionsOf(callFormFields, 'layout'), price: optionsOf(callFormFields, 'budget'), grade: ['A', 'B', 'C', 'D'],
} as const;

/** Invents the visits of one office with the calls and deals beside them, week by week: the same seed invents the same. Nobody real. */
export class InventedVisits {
  private readonly chance: Chance;
  private entry = firstEntry;

  constructor(seed: string, private readonly ids: Ids, private readonly of: InventedFor) {
    this.chance = new Chance(`${seed} ${of.office}`);
  }

  /** @param visits how many a day, twice as many at weekends */
  *weeks(from: string, to: string, visits: number): Generator<InventedWeek> {
    let month: CountedOccurrence[] = [];
    for (let startsOn = spanOf('week', from).from; startsOn <= to; startsOn = daysAfter(startsOn, 7)) {
      const occurrences: CountedOccurrence[] = [];
      const months: InventedWeek['months'][number][] = [];
      for (let index = 0; index < 7; index += 1) {
        const date = daysAfter(startsOn, index);
        if (date < from || date > to) continue;
        const todays = this.day(date, Math.round(visits * (index >= 5 ? 14 / 9 : 7 / 9)));
        occurrences.push(...todays);
        month.push(...todays);
        if (date === to || daysAfter(date, 1).endsWith('-01')) {
          months.push({ startsOn: monthOf(date), tallies: tallyOf(month) });
          month = [];
        }
      }
      yield { startsOn, occurrences, months, tallies: tallyOf(occurrences) };
    }
  }

  private day(date: string, visits: number): readonly CountedOccurrence[] {
    return Array.from({ length: visits }).flatMap(() => {
      const kind = this.chance.weighted({ first_visit: 60, return_visit: 32, unreceived_visit: 3, other_visit: 5 });
      const visit = this.occurrence(date, kind, this.traits());
      return [visit, ...this.chance.happens(0.3) ? [this.occurrence(date, this.chance.happens(0.8) ? 'first_call' : 'repeat_call', this.traits())] : [], ...this.deal(date, visit.traits)];
    });
  }

  private deal(date: string, told: Traits): readonly CountedOccurrence[] {
    if (!this.chance.happens(0.04)) return [];
    const area = this.chance.between(6_500, 15_000);
    const fen = area * this.chance.between(18_000, 32_000);
    const traits = { ...told, area: areaBand(area), price: priceBand(fen) };
    const kinds = this.chance.of<readonly OccurrenceKind[]>([['soft_deposit'], ['firm_deposit'], ['firm_deposit', 'contract', 'receipt'], ['contract', 'receipt'], ['contract_cancelled', 'refund']]);
    return kinds.map((kind) => ({ ...this.occurrence(date, kind, traits), ...kind === 'receipt' || kind === 'refund' ? { fen: Math.round(fen / 3) } : { area, fen } }));
  }

  private occurrence(date: string, kind: OccurrenceKind, traits: Traits): CountedOccurrence {
    this.entry += 1;
    const id = this.ids.next();
    return { kind, entry: this.entry, date, hour: Number(this.chance.weighted(hours)), about: id, customer: null, subject: id, traits, number: 1, area: 0, fen: 0 };
  }

  private traits(): Traits {
    const told = Object.fromEntries(Object.entries(options).map(([trait, given]) => [trait, this.chance.happens(0.85) ? this.chance.of(given) : '']));
    return { ...untold, ...told, home_area: this.chance.of(areas), agent: this.chance.of(this.of.agents) };
  }
}

const visitKinds: readonly OccurrenceKind[] = ['first_visit', 'return_visit', 'unreceived_visit', 'other_visit'];

/** Writes an invented week past the register: the visits, what is counted of them, and the sums. */
export async function enterWeek(tx: Tx, { office }: InventedFor, week: InventedWeek): Promise<void> {
  await tx.append('visit', week.occurrences.filter(({ kind }) => visitKinds.includes(kind)).map(({ kind, entry, date, hour, subject, traits }) => ({
    id: subject, office_id: office, at: Date.parse(`${date}T00:00:00Z`) + hour * 3_600_000, business_date: date, channel: 'visit', label: '', state: kind === 'unreceived_visit' ? 'gone' : 'assigned', visitor_class: 'new', mode: 'in_turn',
    counts: 1, receiver_id: traits.agent, policy_version: 1, entry_number: entry, declined: '[]', request: '{}', decision: '{}',
  })));
  await tx.append(OccurrenceRecord, week.occurrences.map((occurrence) => recordOf(office, occurrence)));
  for (const { period, startsOn, tallies } of [{ period: 'week' as const, ...week }, ...week.months.map((month) => ({ period: 'month' as const, ...month }))]) {
    await tx.append(ReportTally, [...keptSums(tallies)].map(([dimension, sums]): ReportTally => ({ officeId: office, period, startsOn, dimension, sums })));
  }
}
