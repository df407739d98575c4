import { Component, computed, effect, inject, input, output } from '@angular/core';
import type { VisitRow } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzIconDirective } from 'ng-zorro-antd/icon';
import { injectCustomerLabel } from '../../reception/customer-label';
import type { ApiProblem } from '../../shared/api/api-problem';
import { Clock } from '../../shared/clock/clock';
import { Words } from '../../shared/language/words';
import { ProblemWords } from '../../shared/problem/problem-words';

/** Without an undo window the banner still stays long enough to be read. */
const readingMs = 12_000;

/** What was just confirmed, over the page's foot so that nothing moves, with 撤销 while the policy allows it. */
@Component({
  selector: 'lj-confirmed-banner',
  imports: [NzButtonComponent, NzIconDirective],
  template: `
    <div class="banner">
      <nz-icon nzType="check-circle" aria-hidden="true" />
      <p role="status">{{ sentence() }} @if (problem(); as problem) {<span class="problem">{{ problemWords.sentence(problem) }}</span>}</p>
      @if (secondsLeft() > 0) {
        <button nz-button type="button" [disabled]="busy()" (click)="undone.emit(visit().id)">
          {{ t('desk.confirmed.undo') }} <span class="figures" aria-hidden="true">{{ t('desk.confirmed.left', { seconds: secondsLeft() }) }}</span>
        </button>
      }
      <button nz-button nzType="text" type="button" class="close" [attr.aria-label]="t('reception.close')" (click)="closed.emit()">
        <nz-icon nzType="close" aria-hidden="true" />
      </button>
    </div>
  `,
  styles: `
    :host { position: fixed; inset-inline: 0; inset-block-end: 0; z-index: 15; display: grid; justify-items: center; padding: 0 var(--gap) calc(var(--gap) + env(safe-area-inset-bottom)); pointer-events: none; }
    .banner { display: flex; align-items: center; gap: var(--gap); max-inline-size: 100%; min-block-size: 64px; padding: 0.5rem 0.5rem 0.5rem var(--gap); border: 2px solid var(--receiving); border-radius: var(--corner); background: var(--surface); box-shadow: var(--shadow); pointer-events: auto; }
    .banner > nz-icon { color: var(--receiving); font-size: 1.5rem; }
    p { font-size: 1.125rem; font-weight: 600; }
    .problem { display: block; color: var(--danger); font-size: 1rem; font-weight: 400; }
    button { min-block-size: 48px; }
    .close { display: grid; place-items: center; inline-size: 48px; padding: 0; }
    @media (max-width: 640px) { :host { inset-block-end: var(--bar-height); } .banner { flex-wrap: wrap; gap: var(--gap-small); } p { flex: 1; } }
  `,
})
export class ConfirmedBanner {
  readonly visit = input.required<VisitRow>();
  readonly busy = input(false);
  /** Why taking it back did not work. */
  readonly problem = input<ApiProblem | null>(null);
  readonly undone = output<string>();
  readonly closed = output();
  readonly #labelled = injectCustomerLabel();
  readonly #now = inject(Clock).ticking();
  protected readonly problemWords = inject(ProblemWords);
  protected readonly t = inject(Words).t;

  protected readonly sentence = computed(() => {
    const { receiver, state, customerLabel } = this.#labelled(this.visit());
    if (receiver) return this.t('desk.confirmed.receives', { name: receiver.name, customer: customerLabel });
    return this.t(state === 'waiting' ? 'desk.confirmed.waits' : 'desk.confirmed.recorded', { customer: customerLabel });
  });
  protected readonly secondsLeft = computed(() => Math.max(0, Math.ceil(((this.visit().undoUntil ?? 0) - this.#now()) / 1000)));

  constructor() {
    effect(() => {
      const until = Math.max(this.visit().undoUntil ?? 0, this.visit().at + readingMs);
      if (this.#now() > until && !this.problem()) this.closed.emit();
    });
  }
}
