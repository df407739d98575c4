import { Component, computed, inject, input, output } from '@angular/core';
import { unitStates, type UnitBoard, type UnitState } from '@lunjie/contracts';
import { Words } from '../shared/language/words';

/** What the colours mean and how many there are of each; pressed, it shows these alone. */
@Component({
  selector: 'lj-unit-legend',
  template: `
    <ul [attr.aria-label]="t('units.legend')">
      @for (one of rows(); track one.state) {
        <li>
          <button type="button" [class]="one.state" [attr.aria-pressed]="one.on" (click)="toggled.emit(one.state)">
            <span class="mark" aria-hidden="true">{{ one.mark }}</span> {{ one.word }} <strong class="figures">{{ one.count }}</strong>
          </button>
        </li>
      }
    </ul>
  `,
  styleUrl: './unit-legend.css',
})
export class UnitLegend {
  readonly board = input.required<UnitBoard>();
  readonly shown = input.required<readonly UnitState[]>();
  readonly toggled = output<UnitState>();
  protected readonly t = inject(Words).t;
  protected readonly rows = computed(() => unitStates.map((state) => ({ state, mark: this.t(`units.mark.${state}`), word: this.t(`units.state.${state}`), count: this.board().counts[state], on: this.shown().includes(state) })));
}
