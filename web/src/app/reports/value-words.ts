import { Injectable, inject } from '@angular/core';
import { callFormFields, lostReasons, visitFormFields, type ReportDimension, type ReportLine } from '@lunjie/contracts';
import { Words } from '../shared/language/words';

/** Where the words of a dimension's values are: those of the forms they were written in. */
const wordsOf: Readonly<Partial<Record<ReportDimension, string>>> = {
  channel: 'me.option.awareness_source', age: 'me.option.age', purpose: 'me.option.purpose', layout: 'calls.option.layout', area: 'me.option.area_need', price: 'calls.option.budget', grade: 'me.option.grade',
  reason: 'followUp.lostReason',
};

const options = (name: string): readonly string[] => {
  const field = [...visitFormFields, ...callFormFields].find((one) => one.name === name && 'options' in one);
  return field && 'options' in field ? field.options : [];
};

/** The values a form offers, in its order. */
const valuesOf: Readonly<Partial<Record<ReportDimension, readonly string[]>>> = {
  channel: options('awareness_source'), age: options('age'), purpose: options('purpose'), layout: options('layout'), area: options('area_need'), price: options('budget'), grade: options('grade'), reason: lostReasons,
};

/** What the values of a dimension are called, and how they stand below each other. */
@Injectable({ providedIn: 'root' })
export class ValueWords {
  readonly #words = inject(Words);

  /** @param names of agents and teams, by id */
  label(dimension: ReportDimension, value: string, names: Readonly<Record<string, string>>): string {
    if (value === '') return this.#words.t(dimension === 'agent' || dimension === 'team' ? `reports.none.${dimension}` : 'reports.notSaid');
    if (dimension === 'agent' || dimension === 'team') return names[value] ?? value;
    const key = `${wordsOf[dimension] ?? ''}.${value}`;
    return this.#words.has(key) ? this.#words.t(key) : value;
  }

  /** The values that can be chosen: a form's, then those that came up besides. */
  offered(dimension: ReportDimension, lines: readonly ReportLine[]): readonly string[] {
    return [...new Set([...valuesOf[dimension] ?? [], ...lines.map(({ value }) => value).filter((value) => value !== ''), ''])];
  }

  /** In the order of the form, what it does not offer by how many came, what was not said last. */
  ordered(dimension: ReportDimension, lines: readonly ReportLine[]): readonly ReportLine[] {
    const order = valuesOf[dimension] ?? [];
    const place = ({ value }: ReportLine): number => value === '' ? order.length + 1 : order.includes(value) ? order.indexOf(value) : order.length;
    return lines.toSorted((one, other) => place(one) - place(other) || other.now.firstVisits + other.now.calls - one.now.firstVisits - one.now.calls || one.value.localeCompare(other.value));
  }
}
