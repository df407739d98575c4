import { Component, computed, inject, input, output, signal } from '@angular/core';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { ChoiceChips } from '../../reception/choice-chips';
import { Words } from '../../shared/language/words';

/** An act that needs a reason: what it does, the usual reasons to tap, or one's own words. */
@Component({
  selector: 'lj-reason-question',
  imports: [ChoiceChips, NzButtonComponent, NzInputDirective],
  template: `
    <form (submit)="$event.preventDefault(); send()">
      <p>{{ means() }}</p>
      @if (usual().length) {
        <lj-choice-chips kind="optional" [legend]="t('customers.usualReasons')" [choices]="choices()" [chosen]="[reason()]" [disabled]="busy()" (chosenChange)="reason.set($event[0] ?? '')" />
      }
      <div class="field">
        <label for="act-reason">{{ t('customers.reason') }}</label>
        <input nz-input id="act-reason" type="text" maxlength="200" autocomplete="off" #box [value]="reason()" (input)="reason.set(box.value)" />
      </div>
      <button nz-button nzType="primary" nzSize="large" type="submit" [disabled]="busy() || !reason().trim()">{{ act() }}</button>
    </form>
  `,
  styleUrl: './question.css',
})
export class ReasonQuestion {
  readonly means = input.required<string>();
  readonly act = input.required<string>();
  readonly usual = input<readonly string[]>([]);
  readonly busy = input(false);
  readonly answered = output<string>();
  protected readonly t = inject(Words).t;
  protected readonly reason = signal('');
  protected readonly choices = computed(() => this.usual().map((value) => ({ value, label: value })));

  protected send(): void {
    if (this.reason().trim()) this.answered.emit(this.reason().trim());
  }
}
