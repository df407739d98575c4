import { CdkDrag, CdkDragHandle, CdkDropList, type CdkDragDrop } from '@angular/cdk/drag-drop';
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Words } from '../../shared/language/words';
import { moved } from './control-values';

export interface OrderedOption {
  readonly value: string;
  readonly label: string;
}

/** Some of the options in an order: moved by drag or by ↑ and ↓, taken out, put in. */
@Component({
  selector: 'lj-order-control',
  imports: [CdkDrag, CdkDragHandle, CdkDropList],
  template: `
    <ol cdkDropList [attr.aria-label]="label()" (cdkDropListDropped)="drop($event)">
      @for (one of chosen(); track one.value) {
        <li cdkDrag>
          <button type="button" class="handle" cdkDragHandle [attr.aria-label]="t('rules.order.handle', { name: one.label, place: $index + 1 })" (keydown.arrowup)="step($event, $index, -1)" (keydown.arrowdown)="step($event, $index, 1)" (keydown.alt.arrowup)="step($event, $index, -1)" (keydown.alt.arrowdown)="step($event, $index, 1)">
            <span class="figures">{{ $index + 1 }}</span>{{ one.label }}<span class="grip" aria-hidden="true">⠿</span>
          </button>
          <button type="button" class="small" [attr.aria-label]="t('rules.order.takeOut', { name: one.label })" (click)="takeOut($index)">✕</button>
        </li>
      }
    </ol>
    <p class="for-screen-readers" role="status">{{ said() }}</p>
    @if (others().length) {
      <div class="line others">
        @for (one of others(); track one.value) {
          <button type="button" class="small" (click)="putIn(one)">＋ {{ one.label }}</button>
        }
      </div>
    }
  `,
  styleUrl: './control.css',
  styles: `
    ol { display: grid; gap: 0.25rem; max-inline-size: 28rem; }
    ol:empty { display: none; }
    li { display: flex; gap: 0.25rem; background: var(--ground); }
    .handle { display: flex; flex: 1; align-items: center; gap: 0.75rem; min-block-size: 40px; padding: 0.25rem 0.75rem; border: 1px solid var(--control-rule); border-radius: var(--corner); background: var(--surface); text-align: start; cursor: grab; touch-action: none; }
    .handle:hover { background: var(--hover); }
    .figures, .grip { color: var(--ink-quiet); }
    .grip { margin-inline-start: auto; }
    .others { margin-block-start: var(--gap-small); }
    .cdk-drag-placeholder { opacity: 0.35; }
  `,
})
export class OrderControl {
  readonly label = input.required<string>();
  readonly options = input.required<readonly OrderedOption[]>();
  readonly value = input.required<readonly string[]>();
  readonly valueChange = output<readonly string[]>();
  protected readonly t = inject(Words).t;
  protected readonly said = signal('');
  protected readonly chosen = computed(() => this.value().map((value) => this.options().find((one) => one.value === value) ?? { value, label: value }));
  protected readonly others = computed(() => this.options().filter(({ value }) => !this.value().includes(value)));

  protected drop({ previousIndex, currentIndex }: CdkDragDrop<unknown>): void {
    this.#put(previousIndex, currentIndex);
  }

  protected step(event: Event, from: number, by: number): void {
    event.preventDefault();
    // The order may stand in a row that moves by the same keys.
    event.stopPropagation();
    const handle = event.currentTarget;
    if (!this.value()[from + by]) return;
    this.#put(from, from + by);
    // The list moves the entry in the page, which takes the focus from it.
    if (handle instanceof HTMLElement) setTimeout(() => handle.focus());
  }

  protected takeOut(at: number): void {
    this.valueChange.emit(this.value().filter((_, index) => index !== at));
  }

  protected putIn({ value }: OrderedOption): void {
    this.valueChange.emit([...this.value(), value]);
  }

  #put(from: number, to: number): void {
    const name = this.chosen()[from]?.label ?? '';
    this.valueChange.emit(moved(this.value(), from, to));
    this.said.set(this.t('rules.order.handle', { name, place: to + 1 }));
  }
}
