import { Component, computed, inject, input } from '@angular/core';
import type { LineAgent, PersonRef } from '@lunjie/contracts';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';
import { Slide } from '../shared/motion/slide';

/** Who is out and why, who may not serve, who has not signed in. */
@Component({
  selector: 'lj-away-list',
  imports: [Slide],
  template: `
    <h2>{{ t('board.away') }}</h2>
    @if (away().length) {
      <ul>
        @for (one of away(); track one.agent.id) {
          <li [ljSlide]="'line-' + one.agent.id" [class]="one.state">
            <span class="place">{{ one.place }}</span>
            <span class="name">{{ one.agent.name }}</span>
            <span class="why">{{ why(one) }}</span>
            @if (one.makeupTurns) {
              <span class="makeup">{{ t('board.makeup', { count: one.makeupTurns }) }}</span>
            }
          </li>
        }
      </ul>
    } @else {
      <p class="quiet">{{ t('board.nobodyAway') }}</p>
    }
    @if (notSignedIn().length) {
      <p class="quiet">{{ t('board.notSignedIn', { names: absentNames() }) }}</p>
    }
  `,
  styleUrl: './away-list.css',
})
export class AwayList {
  readonly line = input.required<readonly LineAgent[]>();
  readonly notSignedIn = input.required<readonly PersonRef[]>();
  readonly #moments = inject(Moments);
  protected readonly t = inject(Words).t;
  protected readonly away = computed(() => this.line().map((one, index) => ({ ...one, place: index + 1 })).filter(({ state }) => state === 'out' || state === 'suspended' || state === 'uncertified' || state === 'held' || state === 'expecting'));
  protected readonly absentNames = computed(() => this.notSignedIn().map((person) => person.name).join(this.t('board.list')));

  protected why({ state, reason, since, expectedBackAt, suspendedUntil }: LineAgent): string {
    if (state === 'suspended' && suspendedUntil !== null) return this.t('board.suspendedUntil', { until: this.#moments.time(suspendedUntil) });
    if (state !== 'out' || reason === null || since === null) return this.t(`board.agentState.${state}`);
    const out = { reason: this.t(`verdict.absence.${reason}`), since: this.#moments.time(since) };
    return expectedBackAt === null ? this.t('board.outSince', out) : this.t('board.outUntil', { ...out, back: this.#moments.time(expectedBackAt) });
  }
}
