import { Component, inject, input, output, signal } from '@angular/core';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { Words } from '../../shared/language/words';

/** Another number of the customer. */
@Component({
  selector: 'lj-phone-question',
  imports: [NzButtonComponent, NzInputDirective],
  template: `
    <form (submit)="$event.preventDefault(); answered.emit({ phone: phone().trim(), primary: primary() })">
      <div class="field">
        <label for="new-phone">{{ t('customers.phone.number') }}</label>
        <input nz-input id="new-phone" type="tel" inputmode="tel" maxlength="30" autocomplete="off" #box [value]="phone()" (input)="phone.set(box.value)" />
      </div>
      <label class="tick"><input type="checkbox" #tick [checked]="primary()" (change)="primary.set(tick.checked)" /> {{ t('customers.phone.makePrimary') }}</label>
      <button nz-button nzType="primary" nzSize="large" type="submit" [disabled]="busy() || !phone().trim()">{{ t('customers.phone.save') }}</button>
    </form>
  `,
  styleUrl: './question.css',
})
export class PhoneQuestion {
  readonly busy = input(false);
  readonly answered = output<{ readonly phone: string; readonly primary: boolean }>();
  protected readonly t = inject(Words).t;
  protected readonly phone = signal('');
  protected readonly primary = signal(false);
}
