import { Component, computed, inject, input, output } from '@angular/core';
import type { OrderDecides } from '@lunjie/contracts';
import { Words } from '../../shared/language/words';
import { rowInWords, type TableRow } from '../table/row-editing';
import { ExampleWords } from './told-example';

interface PairInWords {
  readonly id: string;
  readonly rule: string;
  readonly opposed: string;
  readonly example: string;
}

interface Group {
  readonly id: string;
  readonly heading: string;
  readonly rule: string;
  readonly pairs: readonly PairInWords[];
}

/** Pairs of rules that only their order decides between, one entry for each rule that stands first. */
@Component({
  selector: 'lj-order-groups',
  template: `
    @for (group of groups(); track group.id) {
      <details [open]="opened()">
        <summary>{{ group.heading }}</summary>
        <button type="button" class="link" (click)="jumped.emit(group.id)">{{ group.rule }}</button>
        <ul>
          @for (pair of group.pairs; track pair.id) {
            <li><button type="button" class="link" (click)="jumped.emit(pair.id)">{{ pair.rule }}</button><p class="quiet">{{ pair.opposed }}</p><p class="quiet">{{ pair.example }}</p></li>
          }
        </ul>
      </details>
    }
  `,
  styleUrl: './panel.css',
  styles: `
    details { padding: 0.25rem 0.75rem; border: 1px solid var(--rule); border-radius: var(--corner); min-inline-size: 0; }
    summary { min-block-size: 36px; padding-block: 0.375rem; cursor: pointer; }
    ul { margin-block: 0.5rem; padding-inline-start: 0.75rem; border-inline-start: 3px solid var(--rule); }
  `,
})
export class OrderGroups {
  readonly pairs = input.required<readonly OrderDecides[]>();
  readonly rows = input.required<readonly TableRow[]>();
  readonly opened = input(false);
  /** The id of a rule to go to. */
  readonly jumped = output<string>();
  readonly #words = inject(Words);
  readonly #examples = inject(ExampleWords);
  protected readonly groups = computed<readonly Group[]>(() => {
    const t = this.#words.t;
    return [...new Set(this.pairs().map(({ first }) => first))].map((id) => {
      const pairs = this.pairs().filter(({ first }) => first === id);
      return {
        id, rule: this.#rule(id), heading: t('rules.gaps.goesBefore', { place: this.#place(id), count: pairs.length, places: pairs.map(({ second }) => this.#place(second)).join(t('rules.gaps.and')) }),
        pairs: pairs.map(({ second, opposed, example }) => ({
          id: second, rule: this.#rule(second), opposed: opposed.map((part) => t(`rules.gaps.opposed.${part}`)).join(t('rules.gaps.and')), example: t('rules.gaps.example', { example: this.#examples.of(example) }),
        })),
      };
    });
  });

  #place(id: string): number {
    return this.rows().findIndex((row) => row.id === id) + 1;
  }

  #rule(id: string): string {
    const row = this.rows().find((each) => each.id === id);
    return row ? `${this.#place(id)}. ${rowInWords('reception', row, this.#words.language())}` : id;
  }
}
