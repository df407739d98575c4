import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { NotCountedClaim } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';
import { textOrNull } from './reception-act';

/** The manager accepts or refuses that a reception was not one. */
@Component({
  selector: 'lj-ruling-question',
  imports: [NzButtonComponent, NzInputDirective],
  template: `
    <form (submit)="$event.preventDefault()">
      <p>{{ t('reception.ruling.claim', { name: claim().by.name, class: visitor(), time: time() }) }}</p>
      <p [class.missing]="!claim().visitorPresent">{{ t(claim().visitorPresent ? 'reception.ruling.present' : 'reception.ruling.absent') }}</p>
      <label for="ruling-note">{{ t('reception.note') }}</label>
      <textarea nz-input id="ruling-note" rows="2" maxlength="500" #box [value]="note()" (input)="note.set(box.value)"></textarea>
      <div class="pair">
        <button nz-button nzSize="large" type="button" [disabled]="busy()" (click)="send(false)">{{ t('reception.ruling.refuse') }}</button>
        <button nz-button nzType="primary" nzSize="large" type="button" [disabled]="busy()" (click)="send(true)">{{ t('reception.ruling.accept') }}</button>
      </div>
      <p class="quiet">{{ t('reception.ruling.means') }}</p>
    </form>
  `,
  styleUrl: './question.css',
})
export class RulingQuestion {
  readonly claim = input.required<NotCountedClaim>();
  readonly busy = input(false);
  readonly answered = output<{ accepted: boolean; note: string | null }>();
  readonly #words = inject(Words);
  readonly #moments = inject(Moments);
  protected readonly t = this.#words.t;
  protected readonly note = signal('');
  protected readonly time = computed(() => this.#moments.time(this.claim().at));
  protected readonly visitor = computed(() => {
    const key = `verdict.unrelated.${this.claim().visitorClass}`;
    return this.#words.has(key) ? this.t(key) : this.claim().visitorClass;
  });

  protected send(accepted: boolean): void {
    this.answered.emit({ accepted, note: textOrNull(this.note()) });
  }
}
