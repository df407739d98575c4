import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { CustomerRef, NameChangeRequest } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { CustomerPicker } from '../../customers/customer-picker';
import { Words } from '../../shared/language/words';

/** In whose name the deal stands from now on. Whose commission it is stays as it was. */
@Component({
  selector: 'lj-name-question',
  imports: [CustomerPicker, NzButtonComponent, NzInputDirective],
  template: `
    <form (submit)="$event.preventDefault(); send()">
      <p>{{ t('deals.means.name_change') }}</p>
      <lj-customer-picker [legend]="t('deals.newBuyer')" [chosen]="buyer()" [except]="before()" (chosenChange)="buyer.set($event)" />
      <div class="field">
        <label for="name-why">{{ t('customers.reason') }}</label>
        <input nz-input id="name-why" type="text" maxlength="500" autocomplete="off" #why [value]="reason()" (input)="reason.set(why.value)" />
      </div>
      <button nz-button nzType="primary" nzSize="large" type="submit" [disabled]="busy() || request() === null">{{ t('deals.act.name_change') }}</button>
    </form>
  `,
  styleUrl: '../../customers/page/question.css',
})
export class NameQuestion {
  readonly before = input.required<string>();
  readonly busy = input(false);
  readonly answered = output<NameChangeRequest>();
  protected readonly t = inject(Words).t;
  protected readonly buyer = signal<readonly CustomerRef[]>([]);
  protected readonly reason = signal('');
  protected readonly request = computed<NameChangeRequest | null>(() => {
    const [buyer] = this.buyer();
    return buyer === undefined || this.reason().trim() === '' ? null : { buyer: buyer.id, reason: this.reason().trim() };
  });

  protected send(): void {
    const request = this.request();
    if (request !== null) this.answered.emit(request);
  }
}
