import { Component, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { AbsenceChoice, AbsenceReason, OutRequest } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { AbsenceChoices } from '../reception/absence-choices';
import { BackIn } from '../reception/back-in';
import { textOrNull } from '../reception/reception-act';
import { Clock } from '../shared/clock/clock';
import { Words } from '../shared/language/words';

/** Why I go out; each reason says what it does to a turn that comes meanwhile, by the policy in force. */
@Component({
  selector: 'lj-out-question',
  imports: [AbsenceChoices, BackIn, NzButtonComponent, NzInputDirective],
  template: `
    <form (submit)="$event.preventDefault(); send(box.value)">
      <lj-absence-choices [legend]="t('me.out.why')" [reasons]="reasons()" [chosen]="reason()" [disabled]="busy()" (chosenChange)="reason.set($event)" />
      <lj-back-in [chosen]="backIn()" [disabled]="busy()" (chosenChange)="backIn.set($event)" />
      <label for="out-note">{{ t('reception.note') }}</label>
      <input nz-input id="out-note" type="text" maxlength="200" #box />
      <button nz-button nzType="primary" nzSize="large" type="submit" [disabled]="busy() || !reason()">{{ t('me.out.send') }}</button>
    </form>
  `,
  styleUrl: '../reception/question.css',
})
export class OutQuestion {
  readonly reasons = input.required<readonly AbsenceChoice[]>();
  readonly first = input<AbsenceReason | null>(null);
  readonly busy = input(false);
  readonly answered = output<OutRequest>();
  readonly #clock = inject(Clock);
  protected readonly t = inject(Words).t;
  protected readonly backIn = signal<number | null>(null);
  protected readonly reason = linkedSignal(() => this.first());

  protected send(note: string): void {
    const reason = this.reason();
    const minutes = this.backIn();
    if (reason) this.answered.emit({ reason, note: textOrNull(note), ...minutes === null ? {} : { expectedBackAt: this.#clock.read() + minutes * 60_000 } });
  }
}
