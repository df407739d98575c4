import { Component, computed, inject, input, output } from '@angular/core';
import { handoverItemKinds, type Both, type HandoverItemKind } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { Words } from '../shared/language/words';

/** One item as it is counted. */
export interface CountLine {
  readonly item: string;
  readonly text: Both;
  readonly kind: HandoverItemKind;
  /** What it is held against: what should be there, or what was written. */
  readonly against: number | null;
  readonly count: number;
}

/** Keys, devices and materials with large buttons for one more and one less. */
@Component({
  selector: 'lj-item-counts',
  imports: [NzButtonComponent],
  template: `
    @for (group of groups(); track group.kind) {
      <fieldset>
        <legend>{{ t('handovers.kind.' + group.kind) }}</legend>
        @for (line of group.lines; track line.item) {
          <div class="line" [class.differs]="line.against !== null && line.count !== line.against">
            <label [for]="'count-' + line.item">{{ line.text[language()] }} @if (line.against !== null) { <small class="quiet">{{ t(against(), { count: line.against }) }}</small> }</label>
            <span class="count">
              <button nz-button type="button" [attr.aria-label]="t('handovers.less', { item: line.text[language()] })" [disabled]="disabled() || line.count === 0" (click)="counted.emit({ item: line.item, count: line.count - 1 })">−</button>
              <input [id]="'count-' + line.item" class="figures" type="number" inputmode="numeric" min="0" max="10000" #box [value]="line.count" [disabled]="disabled()" (change)="take(line.item, box.value)" />
              <button nz-button type="button" [attr.aria-label]="t('handovers.more', { item: line.text[language()] })" [disabled]="disabled()" (click)="counted.emit({ item: line.item, count: line.count + 1 })">+</button>
            </span>
          </div>
        }
      </fieldset>
    }
  `,
  styles: `
    :host { display: grid; gap: var(--gap); }
    fieldset { min-inline-size: 0; margin: 0; padding: 0; border: 0; }
    legend { margin: 0; padding: 0; border: 0; font-size: 1rem; font-weight: 600; }
    .line { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.25rem var(--gap); padding-block: 0.375rem; border-block-end: 1px solid var(--rule); }
    .line label { flex: 1 1 9rem; }
    small { display: block; font-size: var(--text-small); }
    .differs { border-block-end-color: var(--makeup); }
    .differs small { color: var(--makeup); font-weight: 600; }
    .count { display: flex; gap: 0.25rem; }
    .count button { inline-size: 48px; block-size: 48px; padding: 0; font-size: 1.25rem; }
    input { inline-size: 4.5rem; min-block-size: 48px; border: 1px solid var(--control-rule); border-radius: var(--corner); background: var(--surface); color: var(--ink); text-align: center; font-size: 1.125rem; }
  `,
})
export class ItemCounts {
  readonly lines = input.required<readonly CountLine[]>();
  /** Words of what a line is held against, with {count}. */
  readonly against = input.required<string>();
  readonly disabled = input(false);
  readonly counted = output<{ readonly item: string; readonly count: number }>();
  readonly #words = inject(Words);
  protected readonly t = this.#words.t;
  protected readonly language = this.#words.language;
  protected readonly groups = computed(() => handoverItemKinds.map((kind) => ({ kind, lines: this.lines().filter((line) => line.kind === kind) })).filter(({ lines }) => lines.length > 0));

  protected take(item: string, typed: string): void {
    const count = Number.parseInt(typed, 10);
    if (Number.isSafeInteger(count) && count >= 0 && count <= 10_000) this.counted.emit({ item, count });
  }
}
