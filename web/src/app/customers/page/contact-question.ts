import { Component, computed, inject, input, output, signal } from '@angular/core';
import { contactWays, type ContactRequest, type ContactWay } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { ChoiceChips } from '../../reception/choice-chips';
import { Words } from '../../shared/language/words';

/** One contact by us: by what way, whether somebody answered, and what was said. */
@Component({
  selector: 'lj-contact-question',
  imports: [ChoiceChips, NzButtonComponent, NzInputDirective],
  template: `
    <form (submit)="$event.preventDefault(); send()">
      <lj-choice-chips [legend]="t('claims.contact.way')" [choices]="ways()" [chosen]="[way()]" [disabled]="busy()" (chosenChange)="choose($event)" />
      <lj-choice-chips [legend]="t('claims.contact.connected')" [choices]="answers()" [chosen]="connected() === null ? [] : [connected() ? 'yes' : 'no']" [disabled]="busy()" (chosenChange)="connected.set($event[0] === 'yes')" />
      <div class="field">
        <label for="contact-note">{{ t('claims.contact.note') }}</label>
        <textarea nz-input id="contact-note" rows="3" maxlength="1000" aria-describedby="contact-note-means" #box [value]="note()" [readOnly]="busy()" (input)="note.set(box.value)"></textarea>
        <p class="quiet" id="contact-note-means">{{ t('claims.contact.noteMeans') }}</p>
      </div>
      <button nz-button nzType="primary" nzSize="large" type="submit" [disabled]="busy() || connected() === null">{{ t('claims.contact.send') }}</button>
    </form>
  `,
  styleUrl: './question.css',
})
export class ContactQuestion {
  readonly busy = input(false);
  readonly answered = output<ContactRequest>();
  protected readonly t = inject(Words).t;
  protected readonly way = signal<ContactWay>('phone');
  protected readonly connected = signal<boolean | null>(null);
  protected readonly note = signal('');
  protected readonly ways = computed(() => contactWays.map((value) => ({ value, label: this.t(`claims.way.${value}`) })));
  protected readonly answers = computed(() => ['yes', 'no'].map((value) => ({ value, label: this.t(`claims.connected.${value}`) })));

  protected choose([value]: readonly string[]): void {
    this.way.set(contactWays.find((one) => one === value) ?? 'phone');
  }

  protected send(): void {
    const connected = this.connected();
    const note = this.note().trim();
    if (connected !== null) this.answered.emit({ way: this.way(), connected, ...note ? { note } : {} });
  }
}
