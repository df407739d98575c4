import { Component, computed, inject, input, output, signal } from '@angular/core';
import { unrelatedClasses } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { Words } from '../shared/language/words';
import { ChoiceChips } from './choice-chips';
import { textOrNull, type NotCountedRequest } from './reception-act';

/** 002 §6: agent and visitor prove together to the manager that the visitor is a peer or unrelated. */
@Component({
  selector: 'lj-not-counted-question',
  imports: [ChoiceChips, NzButtonComponent, NzInputDirective],
  template: `
    <form (submit)="$event.preventDefault(); send()">
      <p class="quiet">{{ t('reception.notCounted.means') }}</p>
      <lj-choice-chips [legend]="t('reception.notCounted.who')" [choices]="classes()" [chosen]="visitorClass() ? [visitorClass()!] : []" (chosenChange)="visitorClass.set($event[0] ?? null)" />
      <label class="tick">
        <input type="checkbox" [checked]="visitorPresent()" #tick (change)="visitorPresent.set(tick.checked)" />
        <span>{{ t('reception.notCounted.present') }}</span>
      </label>
      <label for="not-counted-note">{{ t('reception.note') }}</label>
      <textarea nz-input id="not-counted-note" rows="2" maxlength="500" #box [value]="note()" (input)="note.set(box.value)"></textarea>
      <button nz-button nzType="primary" nzSize="large" type="submit" [disabled]="busy() || !visitorClass()">{{ t('reception.notCounted.send') }}</button>
    </form>
  `,
  styleUrl: './question.css',
})
export class NotCountedQuestion {
  readonly busy = input(false);
  readonly answered = output<NotCountedRequest>();
  protected readonly t = inject(Words).t;
  protected readonly visitorClass = signal<string | null>(null);
  protected readonly visitorPresent = signal(false);
  protected readonly note = signal('');
  protected readonly classes = computed(() => unrelatedClasses.map((value) => ({ value, label: this.t(`verdict.unrelated.${value}`) })));

  protected send(): void {
    const visitorClass = this.visitorClass();
    if (visitorClass) this.answered.emit({ visitorClass, visitorPresent: this.visitorPresent(), note: textOrNull(this.note()) });
  }
}
