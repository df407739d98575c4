import { Component, computed, inject, input, output } from '@angular/core';
import type { FairnessKind, FairnessStanding, FairnessTurnsPage } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { Moments } from '../../shared/clock/moments';
import { Words } from '../../shared/language/words';
import { injectSpeech, type Names } from '../../shared/verdict-card/speech';
import { reasonOf } from '../../shared/verdict-card/told-decision';
import { tenths } from './told-fairness';

/** The turns behind a figure: when, who received, among how many it was due, and why the agent was or was not the one. */
@Component({
  selector: 'lj-fairness-turns',
  imports: [NzButtonComponent],
  template: `
    <p class="quiet">{{ sums() }}</p>
    <ol>
      @for (one of rows(); track one.seq) {
        <li>
          <time class="figures" [attr.datetime]="one.iso">{{ one.time }}</time>
          <span class="words">
            <strong>{{ one.title }}</strong>
            <span>{{ one.why }}</span>
            <span class="quiet">{{ one.about }}</span>
          </span>
          <span class="quiet figures">{{ t('fairness.entry', { entry: one.entry }) }}</span>
        </li>
      } @empty {
        <li class="quiet">{{ t('fairness.noTurns') }}</li>
      }
    </ol>
    @if (turns().next !== null) {
      <button nz-button type="button" [disabled]="busy()" (click)="more.emit()">{{ t('fairness.more') }}</button>
    }
  `,
  styles: `
    :host { display: grid; gap: 0.75rem; min-inline-size: 0; }
    li { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0.125rem 0.875rem; padding-block: 0.5rem; border-block-end: 1px solid var(--rule); }
    .words { display: grid; }
    li > .quiet { grid-column: 2; }
    button { justify-self: center; min-block-size: 48px; }
  `,
})
export class FairnessTurns {
  readonly turns = input.required<FairnessTurnsPage>();
  readonly kind = input.required<FairnessKind>();
  readonly stood = input.required<FairnessStanding>();
  readonly names = input.required<Names>();
  readonly busy = input(false);
  readonly more = output();
  readonly #moments = inject(Moments);
  readonly #speech = injectSpeech(() => this.names());
  protected readonly t = inject(Words).t;
  protected readonly sums = computed(() => {
    const { count, due } = this.turns();
    return this.t(this.stood() === 'due' ? 'fairness.sumsDue' : 'fairness.sums', { kind: this.t(`fairness.kind.${this.kind()}`), count, due: tenths(due) });
  });
  protected readonly rows = computed(() => this.turns().rows.map((one) => ({
    seq: one.seq, entry: one.entry, iso: this.#moments.iso(one.at), time: `${this.#moments.day(one.businessDate)} ${this.#moments.clockTime(one.at)}`,
    title: this.t(`fairness.stood.${one.stood}`, { name: one.receiver.name, among: one.among, share: one.share.toFixed(2) }),
    why: one.why ? reasonOf(one.why, this.#speech) : '',
    about: this.t(one.grade === null ? 'fairness.about' : 'fairness.aboutGraded', { mode: this.t(`verdict.mode.${one.mode}`), customer: this.t(`fairness.kind.${one.newCustomer ? 'new' : 'returning'}`), grade: one.grade ?? '' }),
  })));
}
