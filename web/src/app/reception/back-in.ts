import { Component, computed, inject, input, output } from '@angular/core';
import { Words } from '../shared/language/words';
import { ChoiceChips } from './choice-chips';

const minutesAway = [15, 30, 45, 60] as const;

/** In how many minutes somebody who goes out means to be back; left out where they cannot say. */
@Component({
  selector: 'lj-back-in',
  imports: [ChoiceChips],
  template: `<lj-choice-chips kind="optional" [legend]="t('reception.backIn.ask')" [choices]="choices()" [chosen]="chosen() === null ? [] : [chosen() + '']" [disabled]="disabled()" (chosenChange)="choose($event[0])" />`,
})
export class BackIn {
  readonly chosen = input.required<number | null>();
  readonly disabled = input(false);
  /** Minutes from now. */
  readonly chosenChange = output<number | null>();
  protected readonly t = inject(Words).t;
  protected readonly choices = computed(() => minutesAway.map((minutes) => ({ value: String(minutes), label: this.t('reception.backIn.minutes', { minutes }) })));

  protected choose(value: string | undefined): void {
    this.chosenChange.emit(value === undefined ? null : Number(value));
  }
}
