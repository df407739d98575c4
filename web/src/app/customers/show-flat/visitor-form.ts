import { Component, inject, input, output, signal } from '@angular/core';
import type { ShowFlatRequest } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { Words } from '../../shared/language/words';

/** One visitor of the show flat: name, number, how many, and what should be known. */
@Component({
  selector: 'lj-visitor-form',
  imports: [NzButtonComponent, NzInputDirective],
  template: `
    <form autocomplete="off" (submit)="$event.preventDefault(); send()">
      <label>{{ t('customers.showFlat.name') }} <input nz-input type="text" maxlength="40" autocomplete="off" #nameBox [value]="name()" (input)="name.set(nameBox.value)" /></label>
      <label>{{ t('customers.showFlat.phone') }} <input nz-input type="tel" inputmode="tel" maxlength="30" autocomplete="off" #phoneBox [value]="phone()" (input)="phone.set(phoneBox.value)" /></label>
      <label class="size">{{ t('customers.showFlat.partySize') }} <input nz-input type="number" inputmode="numeric" min="1" max="200" #sizeBox [value]="partySize()" (input)="partySize.set(sizeBox.value)" /></label>
      <label class="note">{{ t('reception.note') }} <input nz-input type="text" maxlength="500" autocomplete="off" #noteBox [value]="note()" (input)="note.set(noteBox.value)" /></label>
      <button nz-button nzType="primary" nzSize="large" type="submit" [disabled]="busy() || !name().trim() || !phone().trim()">{{ t('customers.showFlat.send') }}</button>
    </form>
  `,
  styles: `
    form { display: grid; grid-template-columns: 1fr 1fr 7rem; align-items: end; gap: 0.75rem; }
    label { display: grid; gap: 0.25rem; min-inline-size: 0; font-weight: 600; }
    input { min-block-size: 48px; font-weight: 400; }
    .note { grid-column: span 2; }
    @media (max-width: 640px) {
      form { grid-template-columns: 1fr; }
      .note { grid-column: auto; }
    }
  `,
})
export class VisitorForm {
  readonly busy = input(false);
  readonly answered = output<ShowFlatRequest>();
  protected readonly t = inject(Words).t;
  protected readonly name = signal('');
  protected readonly phone = signal('');
  protected readonly partySize = signal('');
  protected readonly note = signal('');

  protected send(): void {
    const [name, phone, size, note] = [this.name().trim(), this.phone().trim(), Number(this.partySize()), this.note().trim()];
    if (name && phone) this.answered.emit({ name, phone, partySize: Number.isInteger(size) && size > 0 ? size : null, note: note || null });
  }
}
