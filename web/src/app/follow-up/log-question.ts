import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { ContactRequest } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { ChoiceChips } from '../reception/choice-chips';
import { Words } from '../shared/language/words';

/** A contact in three fields: whether they were reached, what was said, and when the next one is. */
@Component({
  selector: 'lj-log-question',
  imports: [ChoiceChips, NzButtonComponent, NzInputDirective],
  template: `
    <form (submit)="$event.preventDefault(); send()">
      <lj-choice-chips [legend]="t('followUp.reached')" [choices]="answers()" [chosen]="reached() === null ? [] : [reached() ? 'yes' : 'no']" [disabled]="busy()" (chosenChange)="reached.set($event[0] === 'yes')" />
      <div class="field">
        <label for="log-note">{{ t('followUp.said') }}</label>
        <textarea nz-input id="log-note" rows="3" maxlength="1000" #note [value]="said()" [readOnly]="busy()" (input)="said.set(note.value)"></textarea>
      </div>
      <div class="field">
        <label for="log-next">{{ t('followUp.nextOn') }}</label>
        <input nz-input id="log-next" type="date" [min]="today()" aria-describedby="log-next-means" #day [value]="nextOn()" [readOnly]="busy()" (input)="nextOn.set(day.value)" />
        <p class="quiet" id="log-next-means">{{ t('followUp.nextMeans') }}</p>
      </div>
      <button nz-button nzType="primary" nzSize="large" type="submit" [disabled]="busy() || reached() === null">{{ t('followUp.log') }}</button>
    </form>
  `,
  styles: `
    form { display: grid; gap: 0.875rem; }
    .field { display: grid; gap: 0.25rem; }
    .field label { font-weight: 600; }
    input { min-block-size: 48px; }
  `,
})
export class LogQuestion {
  readonly today = input.required<string>();
  readonly busy = input(false);
  readonly answered = output<ContactRequest>();
  protected readonly t = inject(Words).t;
  protected readonly reached = signal<boolean | null>(null);
  protected readonly said = signal('');
  protected readonly nextOn = signal('');
  protected readonly answers = computed(() => ['yes', 'no'].map((value) => ({ value, label: this.t(`followUp.answer.${value}`) })));

  protected send(): void {
    const connected = this.reached();
    if (connected === null || this.busy()) return;
    const note = this.said().trim();
    this.answered.emit({ way: 'phone', connected, ...note ? { note } : {}, ...this.nextOn() ? { nextOn: this.nextOn() } : {} });
  }
}
