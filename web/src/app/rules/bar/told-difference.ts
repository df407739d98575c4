import { Injectable, inject } from '@angular/core';
import type { PolicyDifference, RowDifference, ValueDifference } from '@lunjie/contracts';
import { Words } from '../../shared/language/words';
import { isRecord, valueAt } from '../draft/document-path';
import { rowInWords, type TableRow } from '../table/row-editing';
import { titleOf, valueOfPath } from '../values/rule-words';
import { ToldValue } from '../values/told-value';

/** One difference side by side, and where it is to be found in the draft. */
export interface ToldDifference {
  readonly path: string;
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** The difference of two policies in words. */
@Injectable({ providedIn: 'root' })
export class DifferenceWords {
  readonly #words = inject(Words);
  readonly #told = inject(ToldValue);

  of({ values, rows }: PolicyDifference, before: unknown, after: unknown): readonly ToldDifference[] {
    return [...values.map((value) => this.#value(value)), ...rows.map((row) => this.#row(row, before, after))];
  }

  #value({ path, before, after }: ValueDifference): ToldDifference {
    const rule = valueOfPath(path);
    if (!rule) return { path, what: this.#words.t('rules.name.title'), before: String(before ?? '—'), after: String(after ?? '—') };
    return { path, what: rule.words.label[this.#words.language()], before: this.#told.of(rule, before), after: this.#told.of(rule, after) };
  }

  #row({ table, row, change, from, to }: RowDifference, before: unknown, after: unknown): ToldDifference {
    const t = this.#words.t;
    const was = from === null ? '—' : this.#sentence(table, valueAt(before, `/tables/${table}/${from}`));
    const is = to === null ? '—' : this.#sentence(table, valueAt(after, `/tables/${table}/${to}`));
    const place = (at: number | null, text: string) => change === 'moved' && at !== null ? t('rules.difference.place', { place: at + 1, rule: text }) : text;
    return {
      path: to === null ? `/tables/${table}` : `/tables/${table}/${to}`,
      what: `${titleOf(table)[this.#words.language()]} · ${row} · ${t(`rules.difference.${change}`)}`, before: place(from, was), after: place(to, is),
    };
  }

  #sentence(table: RowDifference['table'], row: unknown): string {
    // A row of a draft may have any form.
    return isRecord(row) ? rowInWords(table, { id: '—', clause: '', ...row } satisfies TableRow, this.#words.language()) : '—';
  }
}
