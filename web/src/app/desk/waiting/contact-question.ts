import { Component, inject, input, output, signal } from '@angular/core';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { textOrNull } from '../../reception/reception-act';
import { Words } from '../../shared/language/words';

/** A waiting party leaves its name and number, in case it does not wait to the end. */
@Component({
  selector: 'lj-contact-question',
  imports: [NzButtonComponent, NzInputDirective],
  template: `
    <form (submit)="$event.preventDefault(); send()" autocomplete="off">
      <label for="contact-name">{{ t('desk.name') }}</label>
      <input nz-input id="contact-name" type="text" maxlength="40" autocomplete="off" #nameBox [value]="name()" (input)="name.set(nameBox.value)" />
      <label for="contact-phone">{{ t('desk.phone') }}</label>
      <input nz-input id="contact-phone" type="tel" inputmode="tel" maxlength="30" autocomplete="off" #phoneBox [value]="phone()" (input)="phone.set(phoneBox.value)" />
      <button nz-button nzType="primary" nzSize="large" type="submit" [disabled]="busy() || !(name().trim() || phone().trim())">{{ t('desk.waiting.saveContact') }}</button>
    </form>
  `,
  styleUrl: '../../reception/question.css',
})
export class ContactQuestion {
  readonly busy = input(false);
  readonly answered = output<{ name: string | null; phone: string | null }>();
  protected readonly t = inject(Words).t;
  protected readonly name = signal('');
  protected readonly phone = signal('');

  protected send(): void {
    this.answered.emit({ name: textOrNull(this.name()), phone: textOrNull(this.phone()) });
  }
}
