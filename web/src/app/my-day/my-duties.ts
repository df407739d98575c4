import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { DutyRow } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { Moments } from '../shared/clock/moments';
import { ConfirmDialog } from '../shared/confirm/confirm-dialog';
import { Words } from '../shared/language/words';

/** What the rules ask of me today, the most urgent first. */
@Component({
  selector: 'lj-my-duties',
  imports: [ConfirmDialog, NzButtonComponent],
  template: `
    <h2>{{ t('me.duties.title') }}</h2>
    <ul>
      @for (duty of told(); track duty.id) {
        <li [class.done]="duty.doneAt !== null" [class.late]="duty.late">
          <div>
            <p>{{ duty.words }}</p>
            <p class="quiet">{{ duty.when }}</p>
          </div>
          @if (duty.doneAt === null) {
            <button nz-button type="button" [disabled]="busy()" [attr.aria-label]="t('me.duties.markDoneOf', { duty: duty.words })" (click)="asks.set(duty)">{{ t('me.duties.markDone') }}</button>
          }
        </li>
      } @empty {
        <li class="quiet">{{ t('me.duties.empty') }}</li>
      }
    </ul>
    @if (asks(); as duty) {
      <lj-confirm-dialog [heading]="t('me.duties.doneAsk', { duty: duty.words })" [means]="t('me.duties.doneMeans')" [act]="t('me.duties.markDone')" (answered)="answer(duty.id, $event)" />
    }
  `,
  styles: `
    :host, ul { display: grid; gap: var(--gap-small); }
    li { display: flex; align-items: center; justify-content: space-between; gap: var(--gap); }
    button { flex: none; }
    .late .quiet { color: var(--waiting); font-weight: 600; }
    .done { color: var(--ink-quiet); }
  `,
})
export class MyDuties {
  readonly duties = input.required<readonly DutyRow[]>();
  readonly now = input.required<number>();
  readonly busy = input(false);
  /** The duty that is done, by its id. */
  readonly done = output<string>();
  readonly #words = inject(Words);
  readonly #moments = inject(Moments);
  protected readonly t = this.#words.t;
  protected readonly asks = signal<{ readonly id: string; readonly words: string } | null>(null);
  protected readonly told = computed(() =>
    [...this.duties()].sort((one, other) => Number(one.doneAt !== null) - Number(other.doneAt !== null) || one.dueAt - other.dueAt).map((duty) => {
      const key = `me.duty.${duty.kind}`;
      const late = duty.doneAt === null && duty.dueAt < this.now();
      const when = duty.doneAt === null ? this.t(late ? 'me.duties.late' : 'me.duties.due', { time: this.#moments.time(duty.dueAt) }) : this.t('me.duties.done', { time: this.#moments.time(duty.doneAt) });
      return { ...duty, late, when, words: [this.t(this.#words.has(key) ? key : 'me.duty.other'), duty.customerLabel].filter(Boolean).join(' · ') };
    }));

  protected answer(duty: string, yes: boolean): void {
    this.asks.set(null);
    if (yes) this.done.emit(duty);
  }
}
