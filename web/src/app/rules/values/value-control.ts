import { Component, computed, inject, input, output } from '@angular/core';
import type { Both } from '@lunjie/contracts';
import type { Field } from '@lunjie/policy';
import { ChoiceChips, type Choice } from '../../reception/choice-chips';
import { Words } from '../../shared/language/words';
import { isRecord } from '../draft/document-path';
import {
  blankGroup, choiceShown, choiceWritten, firstOf, mapWritten, mayBeNothing, moved, nothingChosen, numberShown, numberWritten, setWritten, textShown, textsOf, textWritten, wordsShown, wordsWritten,
} from './control-values';
import { DurationControl } from './duration-control';
import { OrderControl } from './order-control';
import type { WordsOfField } from './rule-words';

interface Part {
  readonly name: string;
  readonly label: string;
  readonly field: Field;
  readonly words: WordsOfField;
}

/** The control that fits a value's kind; records and lists hold controls of their parts. */
@Component({
  selector: 'lj-value-control',
  imports: [ChoiceChips, DurationControl, OrderControl],
  templateUrl: './value-control.html',
  styleUrl: './control.css',
  styles: `
    .map { display: grid; gap: 0.375rem; max-inline-size: 36rem; }
    .map label { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1.4fr); align-items: center; gap: 0.75rem; }
    .record, .entries { display: grid; gap: 0.75rem; }
    .entries li { display: flex; flex-wrap: wrap; align-items: end; gap: 0.5rem 1rem; padding-block-end: 0.75rem; border-block-end: 1px solid var(--rule); }
    .entries + .small { margin-block-start: var(--gap-small); }
    .entries .part { flex: 0 1 auto; max-inline-size: 100%; }
    .entries .wide { flex: 1 1 18rem; }
    .part { display: grid; gap: 0.25rem; }
    .part-label { color: var(--ink-quiet); font-size: var(--text-small); }
    .entries input[type='text'] { inline-size: 11rem; }
  `,
})
export class ValueControl {
  readonly field = input.required<Field>();
  readonly words = input.required<WordsOfField>();
  readonly label = input.required<string>();
  readonly value = input.required<unknown>();
  readonly valueChange = output<unknown>();
  readonly #words = inject(Words);
  protected readonly t = this.#words.t;
  protected readonly choiceShown = choiceShown;
  protected readonly choiceWritten = choiceWritten;
  protected readonly numberShown = numberShown;
  protected readonly numberWritten = numberWritten;
  protected readonly setWritten = setWritten;
  protected readonly textShown = textShown;
  protected readonly textWritten = textWritten;
  protected readonly wordsShown = wordsShown;
  protected readonly wordsWritten = wordsWritten;
  protected readonly mapWritten = mapWritten;
  protected readonly texts = computed(() => textsOf(this.value()));
  protected readonly isNullable = computed(() => mayBeNothing(this.field()));
  protected readonly nothing = computed(() => this.isNullable() ? this.said(this.words().nothing) ?? '—' : null);
  protected readonly entries = computed<readonly unknown[]>(() => {
    const value = this.value();
    return Array.isArray(value) ? value : [];
  });
  protected readonly choices = computed<readonly Choice[]>(() => {
    const field = this.field();
    const options = 'options' in field ? field.options.map((value) => ({ value, label: this.said(this.words().options?.[value]) ?? value })) : [];
    return this.isNullable() ? [...options, { value: nothingChosen, label: this.nothing() ?? '—' }] : options;
  });
  protected readonly parts = computed<readonly Part[]>(() => {
    const field = this.field();
    if (field.kind !== 'record' && field.kind !== 'list') return [];
    return Object.entries(field.of).map(([name, part]) => {
      const words = this.words().of?.[name] ?? { label: { zh: name, en: name } };
      return { name, field: part, words, label: this.said(words.label) ?? name };
    });
  });

  /** Chips need a line of their own. */
  protected isWide({ field }: Part): boolean {
    return field.kind === 'set' || (field.kind === 'choice' && field.options.length <= 4);
  }

  protected said(both: Both | undefined): string | null {
    return both?.[this.#words.language()] ?? null;
  }

  protected mapped(key: string): string {
    const value = this.value();
    return isRecord(value) ? choiceShown(value[key]) : nothingChosen;
  }

  protected partOf(whole: unknown, name: string): unknown {
    return isRecord(whole) ? whole[name] ?? null : null;
  }

  protected toggleNothing(): void {
    this.valueChange.emit(this.value() === null ? firstOf(this.field()) : null);
  }

  protected writePart(name: string, value: unknown): void {
    const whole = this.value();
    this.valueChange.emit({ ...isRecord(whole) ? whole : {}, [name]: value });
  }

  protected writeEntry(at: number, name: string, value: unknown): void {
    this.valueChange.emit(this.entries().map((entry, index) => index === at && isRecord(entry) ? { ...entry, [name]: value } : entry));
  }

  protected addEntry(): void {
    const field = this.field();
    if (field.kind === 'list') this.valueChange.emit([...this.entries(), blankGroup(field.of)]);
  }

  protected moveEntry(at: number, by: number): void {
    this.valueChange.emit(moved(this.entries(), at, at + by));
  }

  protected removeEntry(at: number): void {
    this.valueChange.emit(this.entries().filter((_, index) => index !== at));
  }
}
