import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { HandoverRequest, HandoverSheet } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { Words } from '../shared/language/words';
import { ItemCounts } from './item-counts';
import { ToldMatters } from './told-matters';

/** What somebody who goes hands on: the office has filled in what it knows, they count and remark. */
@Component({
  selector: 'lj-handover-form',
  imports: [ItemCounts, NzButtonComponent, NzInputDirective, ToldMatters],
  template: `
    <form (submit)="$event.preventDefault(); send()">
      <lj-told-matters [matters]="sheet().matters" />
      <lj-item-counts [lines]="lines()" against="handovers.expected" [disabled]="busy()" (counted)="count($event.item, $event.count)" />
      <div class="field">
        <label for="handover-remarks">{{ t('handovers.remarks') }}</label>
        <textarea nz-input id="handover-remarks" rows="3" maxlength="2000" #box [value]="remarks()" [disabled]="busy()" (input)="remarks.set(box.value)"></textarea>
      </div>
      <p class="quiet">{{ t('handovers.means') }}</p>
      <button nz-button nzType="primary" nzSize="large" type="submit" [disabled]="busy()">{{ t('handovers.handOver') }}</button>
    </form>
  `,
  styleUrl: '../disputes/ruling-question.css',
})
export class HandoverForm {
  readonly sheet = input.required<HandoverSheet>();
  readonly busy = input(false);
  readonly answered = output<HandoverRequest>();
  protected readonly t = inject(Words).t;
  protected readonly remarks = signal('');
  /** As it was at the last handover, else as it should be: who counts corrects only what differs. */
  readonly #counts = linkedSignal<Readonly<Record<string, number>>>(() => Object.fromEntries(this.sheet().items.map(({ item, last, expected }) => [item, last ?? expected ?? 0])));
  protected readonly lines = computed(() => this.sheet().items.map(({ item, text, kind, expected }) => ({ item, text, kind, against: expected, count: this.#counts()[item] ?? 0 })));

  protected count(item: string, count: number): void {
    this.#counts.update((counts) => ({ ...counts, [item]: count }));
  }

  protected send(): void {
    if (!this.busy()) this.answered.emit({ place: this.sheet().place, items: this.lines().map(({ item, count }) => ({ item, count })), remarks: this.remarks().trim() || null });
  }
}
