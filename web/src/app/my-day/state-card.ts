import { Component, computed, inject, input, output } from '@angular/core';
import type { MyDayView } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';
import type { BigAct } from './big-act';

/** What the card is pressed for; a call is answered above it. */
export type StateAct = Exclude<BigAct, 'accept' | 'understood'> | 'lunch' | 'door' | 'sign_out';

/** Where I stand in the line, in one sentence, and the one big thing to do about it. */
@Component({
  selector: 'lj-state-card',
  imports: [NzButtonComponent],
  template: `
    <section [class]="view().state" aria-labelledby="my-state">
      <h2 id="my-state" tabindex="-1">{{ t('me.state.' + view().state) }}</h2>
      <p class="detail" role="status">{{ detail() }}</p>
      @if (view().makeupTurns) {
        <p class="makeup">{{ t('me.makeup', { count: view().makeupTurns }) }}</p>
      }
      @if (bigAct(); as act) {
        @if (act !== 'accept' && act !== 'understood') {
          <button nz-button nzType="primary" type="button" class="big" [disabled]="busy()" (click)="acted.emit(act)">{{ t('me.act.' + act) }}</button>
        }
      }
      @if (inLine() && view().door?.isNext) {
        <p class="detail">{{ t('me.door') }}</p>
        <button nz-button type="button" class="door" [disabled]="busy()" (click)="acted.emit('door')">{{ t('me.act.door') }}</button>
      }
      @if (inLine()) {
        <div class="pair">
          <button nz-button type="button" [disabled]="busy()" (click)="acted.emit('lunch')">{{ t('me.act.lunch') }}</button>
          <button nz-button type="button" [disabled]="busy()" (click)="acted.emit('sign_out')">{{ t('me.act.sign_out') }}</button>
        </div>
      }
    </section>
  `,
  styles: `
    section { display: grid; gap: 0.75rem; padding: var(--gap-large) var(--gap); border: 2px solid var(--rule); border-radius: calc(var(--corner) * 1.5); text-align: center; }
    h2 { font-size: 1.75rem; }
    h2:focus { outline: none; }
    .detail { font-size: 1.125rem; }
    .up_now { border-color: var(--accent); background: var(--accent-soft); }
    .up_now h2 { color: var(--accent); }
    .receiving { border-color: var(--receiving); background: var(--receiving-soft); }
    .out { border-style: dashed; border-color: var(--away); }
    .suspended h2 { color: var(--waiting); }
    .makeup { justify-self: center; padding: 0.125rem 0.75rem; border-radius: 4px; background: var(--makeup-soft); color: var(--makeup); font-weight: 600; }
    .big { inline-size: 100%; min-block-size: 72px; font-size: 1.375rem; }
    .pair { display: grid; grid-template-columns: 1fr 1fr; gap: var(--gap-small); }
    .door { min-block-size: 48px; }
    .pair button { min-block-size: 48px; }
  `,
})
export class StateCard {
  readonly view = input.required<MyDayView>();
  readonly bigAct = input<BigAct | null>(null);
  readonly now = input.required<number>();
  readonly busy = input(false);
  readonly acted = output<StateAct>();
  readonly #moments = inject(Moments);
  protected readonly t = inject(Words).t;
  protected readonly inLine = computed(() => this.view().state === 'in_line' || this.view().state === 'up_now');

  protected readonly detail = computed(() => {
    const { state, position, out, suspendedUntil, receptions, day, expectsGuest } = this.view();
    switch (state) {
      case 'in_line':
        if (expectsGuest) return this.t('me.detail.expectsGuest');
        // At the head and still not up: a make-up turn goes first, or this agent cannot take the next customer.
        return position === 1 ? this.t('me.detail.headNotUp') : position === null ? this.t('me.detail.in_line') : this.t('me.detail.before', { position, before: position - 1 });
      case 'out': {
        if (!out) return this.t('me.detail.out');
        if (out.reason === 'awaiting_release') return this.t('me.detail.awaitingRelease');
        const since = this.#moments.time(out.since);
        return this.t(out.earnsMakeup ? 'me.detail.outEarns' : 'me.detail.outEarnsNot', { reason: this.t(`verdict.absence.${out.reason}`), since, time: this.#moments.elapsed(out.since, this.now()) });
      }
      case 'suspended': return suspendedUntil === null ? this.t('me.detail.suspended') : this.t('me.detail.suspendedUntil', { until: this.#moments.time(suspendedUntil) });
      case 'receiving': return this.t('me.detail.receiving', { count: receptions.filter(({ reception }) => reception.state === 'receiving').length });
      case 'not_signed_in': return this.t(day === 'not_opened' ? 'me.detail.notOpened' : 'me.detail.not_signed_in');
      default: return this.t(`me.detail.${state}`);
    }
  });
}
