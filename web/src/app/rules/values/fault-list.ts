import { Component, computed, inject, input } from '@angular/core';
import type { PolicyFaultRow } from '@lunjie/contracts';
import { FaultWords } from './fault-words';

/** What is wrong here, beside what is wrong. */
@Component({
  selector: 'lj-fault-list',
  template: `
    @if (sentences().length) {
      <ul>
        @for (sentence of sentences(); track $index) {
          <li>{{ sentence }}</li>
        }
      </ul>
    }
  `,
  styles: `
    ul { display: grid; gap: 0.25rem; padding: 0.5rem 0.75rem; border-inline-start: 3px solid var(--danger); background: var(--waiting-soft); }
    li::before { content: '⚠ '; color: var(--danger); }
  `,
})
export class FaultList {
  readonly faults = input.required<readonly PolicyFaultRow[]>();
  readonly #words = inject(FaultWords);
  protected readonly sentences = computed(() => [...new Set(this.faults().map((fault) => this.#words.sentence(fault)))]);
}
