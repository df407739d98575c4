import { Component, computed, inject, input } from '@angular/core';
import type { PolicyFaultRow } from '@lunjie/contracts';
import { ownershipSentence, penaltySentence, type OwnershipRow, type PenaltyRow } from '@lunjie/policy';
import { Words } from '../../shared/language/words';
import { isWithin } from '../draft/document-path';
import { FaultList } from '../values/fault-list';

/** The tables of ownership and penalties: read as sentences. */
@Component({
  selector: 'lj-read-table',
  imports: [FaultList],
  template: `
    <p class="later">{{ t('rules.table.readOnly') }}</p>
    <ol>
      @for (row of told(); track $index) {
        <li [attr.data-path]="row.path" tabindex="-1"><span class="figures">{{ $index + 1 }}</span><div><p>{{ row.text }}</p><p class="quiet">{{ row.clause }}</p><lj-fault-list [faults]="row.faults" /></div></li>
      }
    </ol>
  `,
  styles: `
    :host { display: grid; gap: 0.75rem; }
    .later { padding: 0.5rem 0.75rem; border-inline-start: 3px solid var(--accent); background: var(--accent-soft); }
    li { display: grid; grid-template-columns: 2.5rem minmax(0, 1fr); padding-block: 0.625rem; border-block-end: 1px solid var(--rule); scroll-margin-block-start: 9rem; }
    .figures { color: var(--ink-quiet); }
  `,
})
export class ReadTable {
  readonly table = input.required<'ownership' | 'penalties'>();
  readonly rows = input.required<readonly unknown[]>();
  readonly faults = input.required<readonly PolicyFaultRow[]>();
  readonly #words = inject(Words);
  protected readonly t = this.#words.t;
  protected readonly told = computed(() => this.rows().map((row, index) => {
    const path = `/tables/${this.table()}/${index}`;
    return { path, text: this.#sentence(row), clause: String((row as { readonly clause?: unknown }).clause ?? ''), faults: this.faults().filter((fault) => isWithin(fault.path, path)) };
  }));

  #sentence(row: unknown): string {
    try {
      return this.table() === 'ownership' ? ownershipSentence(row as OwnershipRow, this.#words.language()) : penaltySentence(row as PenaltyRow, this.#words.language());
    } catch {
      // A row of a draft may have any form; its fault stands beside it.
      return JSON.stringify(row);
    }
  }
}
