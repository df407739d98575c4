import { Component, computed, inject, input, output } from '@angular/core';
import type { PolicyFaultRow } from '@lunjie/contracts';
import { Words } from '../../shared/language/words';
import { saysTheSame } from '../draft/document-path';
import { FaultList } from './fault-list';
import { sourceOf, type ValueOfRules } from './rule-words';
import { ToldValue } from './told-value';
import { ValueControl } from './value-control';

/** One value of the draft: its control, its help and source, what is wrong with it, and what is in force instead. */
@Component({
  selector: 'lj-value-card',
  imports: [FaultList, ValueControl],
  host: { '[class.changed]': 'changed()', '[attr.data-path]': 'rule().path', tabindex: '-1' },
  template: `
    <header>
      <h3>{{ label() }}</h3>
      @if (changed()) {
        <span class="mark">{{ t('rules.value.changed') }}</span>
      }
      <span class="quiet source">{{ source() }}</span>
    </header>
    <p class="quiet">{{ help() }}</p>
    <lj-value-control [field]="rule().field" [words]="rule().words" [label]="label()" [value]="value()" (valueChange)="edited.emit($event)" />
    <lj-fault-list [faults]="faults()" />
    @if (changed()) {
      <p class="before"><span>{{ t('rules.value.inForce', { value: told(before()) }) }}</span><button type="button" (click)="edited.emit(before())">{{ t('rules.value.back') }}</button></p>
    }
    @if (others(); as others) {
      <details><summary>{{ t('rules.value.others') }}</summary><p>{{ others }}</p></details>
    }
  `,
  styles: `
    :host { display: grid; gap: 0.5rem; padding: 1rem; border: 1px solid var(--rule); border-radius: var(--corner); background: var(--surface); scroll-margin-block-start: 9rem; min-inline-size: 0; }
    :host(.changed) { border-inline-start: 4px solid var(--makeup); }
    header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.25rem 0.75rem; }
    .source { margin-inline-start: auto; }
    .mark { padding: 0 0.375rem; border-radius: 4px; background: var(--makeup-soft); color: var(--makeup); font-size: var(--text-small); font-weight: 600; }
    .before { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 1rem; padding: 0.25rem 0.75rem; border-radius: 4px; background: var(--makeup-soft); font-size: var(--text-small); }
    .before button { min-block-size: 32px; border: 0; background: transparent; color: var(--link); text-decoration: underline; cursor: pointer; }
    summary { min-block-size: 28px; color: var(--ink-quiet); font-size: var(--text-small); cursor: pointer; }
    details p { padding-block: 0.25rem; font-size: var(--text-small); }
  `,
})
export class ValueCard {
  readonly rule = input.required<ValueOfRules>();
  readonly value = input.required<unknown>();
  readonly before = input.required<unknown>();
  readonly faults = input.required<readonly PolicyFaultRow[]>();
  readonly edited = output<unknown>();
  readonly #words = inject(Words);
  readonly #told = inject(ToldValue);
  protected readonly t = this.#words.t;
  protected readonly changed = computed(() => !saysTheSame(this.value(), this.before()));
  protected readonly label = computed(() => this.rule().words.label[this.#words.language()]);
  protected readonly help = computed(() => this.rule().words.help?.[this.#words.language()] ?? '');
  protected readonly others = computed(() => this.rule().words.others?.[this.#words.language()] ?? null);
  protected readonly source = computed(() => sourceOf(this.rule()));

  protected told(value: unknown): string {
    return this.#told.of(this.rule(), value);
  }
}
