import { Component, computed, inject, input, output } from '@angular/core';
import type { ArrivalExample, PolicyAnalysis } from '@lunjie/contracts';
import { Words } from '../../shared/language/words';
import { rowInWords, type TableRow } from '../table/row-editing';
import { newPairs } from './dangers';
import { OrderGroups } from './order-groups';
import { ExampleWords } from './told-example';

/** Arrivals nobody decides, rules that decide none, pairs whose order alone decides between opposite outcomes; an arrival in words with each. */
@Component({
  selector: 'lj-gaps-panel',
  imports: [OrderGroups],
  templateUrl: './gaps-panel.html',
  styleUrl: './panel.css',
})
export class GapsPanel {
  readonly analysis = input.required<PolicyAnalysis | null>();
  readonly rows = input.required<readonly TableRow[]>();
  /** The rules in force have these already. */
  readonly inForce = input<PolicyAnalysis | null>(null);
  readonly jumped = output<string>();
  readonly #words = inject(Words);
  readonly #examples = inject(ExampleWords);
  protected readonly t = this.#words.t;
  protected readonly overlaps = computed(() => newPairs(this.analysis(), this.inForce()));
  protected readonly standing = computed(() => this.analysis()?.orderDecides.filter((pair) => !this.overlaps().includes(pair)) ?? []);

  protected told(example: ArrivalExample): string {
    return this.#examples.of(example);
  }

  protected sentence(id: string): string {
    const row = this.rows().find((each) => each.id === id);
    return row ? rowInWords('reception', row, this.#words.language()) : id;
  }

  protected place(id: string): number {
    return this.rows().findIndex((row) => row.id === id) + 1;
  }

  protected places(ids: readonly string[]): string {
    return ids.map((id) => this.place(id)).join(this.#words.language() === 'zh' ? '、' : ', ');
  }

  protected jumpToRow(id: string): void {
    this.jumped.emit(`/tables/reception/${this.place(id) - 1}`);
  }
}
