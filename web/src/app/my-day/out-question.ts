import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import type { AbsenceReason, MyDayView, OutRequest } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { ChoiceChips } from '../reception/choice-chips';
import { textOrNull } from '../reception/reception-act';
import { Words } from '../shared/language/words';

/** Why I go out; each reason says what it does to a turn that comes meanwhile, by the policy in force. */
@Component({
  selector: 'lj-out-question',
  imports: [ChoiceChips, NzButtonComponent, NzInputDirective],
  template: `
    <form (submit)="$event.preventDefault(); send(box.value)">
      <lj-choice-chips [legend]="t('me.out.why')" [choices]="choices()" [chosen]="reason() ? [reason()!] : []" [disabled]="busy()" (chosenChange)="choose($event)" />
      <label for="out-note">{{ t('reception.note') }}</label>
      <input nz-input id="out-note" type="text" maxlength="200" #box />
      <button nz-button nzType="primary" nzSize="large" type="submit" [disabled]="busy() || !reason()">{{ t('me.out.send') }}</button>
    </form>
  `,
  styleUrl: '../reception/question.css',
})
export class OutQuestion {
  readonly reasons = input.required<MyDayView['absenceReasons']>();
  readonly first = input<AbsenceReason | null>(null);
  readonly busy = input(false);
  readonly answered = output<OutRequest>();
  protected readonly t = inject(Words).t;
  protected readonly reason = linkedSignal(() => this.first());
  protected readonly choices = computed(() =>
    this.reasons().map(({ reason, effect }) => ({ value: reason, label: this.t(`verdict.absence.${reason}`), hint: this.t(`me.out.effect.${effect}`) })));

  protected choose([value]: readonly string[]): void {
    this.reason.set(this.reasons().find(({ reason }) => reason === value)?.reason ?? null);
  }

  protected send(note: string): void {
    const reason = this.reason();
    if (reason) this.answered.emit({ reason, note: textOrNull(note) });
  }
}
