import { Component, computed, inject, input, output, signal } from '@angular/core';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { ChoiceChips } from '../reception/choice-chips';
import { Words } from '../shared/language/words';

/** Hearing an appeal of a penalty: whether it falls, and why. */
@Component({
  selector: 'lj-hearing-question',
  imports: [ChoiceChips, NzButtonComponent, NzInputDirective],
  template: `
    <form (submit)="$event.preventDefault(); send()">
      <lj-choice-chips [legend]="t('penalties.hearing')" [choices]="choices()" [chosen]="upheld() === null ? [] : [upheld() ? 'upheld' : 'dismissed']" [disabled]="busy()" (chosenChange)="upheld.set($event[0] === 'upheld')" />
      <div class="field">
        <label for="hearing-reason">{{ t('penalties.reason') }}</label>
        <textarea nz-input id="hearing-reason" rows="3" maxlength="2000" #words [value]="reason()" [disabled]="busy()" (input)="reason.set(words.value)"></textarea>
      </div>
      <button nz-button nzType="primary" nzSize="large" type="submit" [disabled]="upheld() === null || !reason().trim() || busy()">{{ t('penalties.hear') }}</button>
    </form>
  `,
  styleUrl: '../disputes/ruling-question.css',
})
export class HearingQuestion {
  readonly busy = input(false);
  readonly answered = output<{ readonly upheld: boolean; readonly reason: string }>();
  protected readonly t = inject(Words).t;
  protected readonly upheld = signal<boolean | null>(null);
  protected readonly reason = signal('');
  protected readonly choices = computed(() => [{ value: 'upheld', label: this.t('penalties.upheld'), hint: this.t('penalties.upheldMeans') }, { value: 'dismissed', label: this.t('penalties.dismissed') }]);

  protected send(): void {
    const upheld = this.upheld();
    if (upheld !== null && this.reason().trim()) this.answered.emit({ upheld, reason: this.reason().trim() });
  }
}
