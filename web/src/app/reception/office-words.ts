import { Component, computed, inject, input } from '@angular/core';
import type { ScriptStep } from '@lunjie/contracts';
import { Words } from '../shared/language/words';
import { Scripts } from './scripts';

/** What to say at a step, folded away under one line, so that nothing moves unless somebody asks. */
@Component({
  selector: 'lj-office-words',
  template: `
    <details [open]="open()">
      <summary>{{ t('reception.script.' + steps()[0]) }}</summary>
      @for (words of said(); track $index) {
        <p>{{ words }}</p>
      }
    </details>
  `,
  styles: `
    :host { display: block; min-inline-size: 0; }
    summary { display: flex; align-items: center; min-block-size: 44px; color: var(--ink-quiet); cursor: pointer; }
    summary::before { content: '▸'; inline-size: 1.25em; }
    details[open] summary::before { content: '▾'; }
    p { padding: 0 0 0.5rem 1.25em; font-size: 1.0625rem; }
  `,
})
export class OfficeWords {
  readonly steps = input.required<readonly ScriptStep[]>();
  readonly open = input(false);
  readonly #scripts = inject(Scripts);
  protected readonly t = inject(Words).t;
  protected readonly said = computed(() => this.steps().map((step) => this.#scripts.said(step)).filter((words) => words !== '').map((words) => this.t('reception.script.quoted', { words })));

  constructor() {
    this.#scripts.need();
  }
}
