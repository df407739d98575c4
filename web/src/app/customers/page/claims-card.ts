import { Component, computed, inject, input } from '@angular/core';
import type { ClaimRow, CustomerClaims } from '@lunjie/contracts';
import { Moments } from '../../shared/clock/moments';
import { Words } from '../../shared/language/words';

/** Whose the customer is and was: newest first, from when until when, and why each ended. */
@Component({
  selector: 'lj-claims-card',
  template: `
    @if (claims().pool; as pool) {
      <p class="pool">{{ poolWords() }}</p>
    }
    <ol>
      @for (one of told(); track one.claim.id) {
        <li [class.past]="one.claim.standing !== 'in_force'">
          <p><strong>{{ one.claim.agent.name }}</strong> <span class="quiet">{{ one.kind }}</span></p>
          <p>{{ one.span }}</p>
          @if (one.state) {
            <p class="state" [class]="one.tone">{{ one.state }}</p>
          }
          <p class="quiet figures">{{ one.source }} · {{ t('claims.entry', { entry: one.claim.entry }) }}</p>
        </li>
      } @empty {
        <li class="quiet">{{ t('claims.none') }}</li>
      }
    </ol>
    @if (claims().contactsAsked > 0) {
      <p class="quiet">{{ t('claims.contacts', { done: claims().contactsDone, asked: claims().contactsAsked }) }}</p>
    }
  `,
  styles: `
    :host, ol { display: grid; gap: 0.75rem; }
    li > p:first-child { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 0.5rem; }
    li { display: grid; padding-inline-start: 0.75rem; border-inline-start: 3px solid var(--receiving); }
    li.past, li.quiet { border-color: var(--rule); }
    .state.soon, .pool { color: var(--makeup); }
    .state.over { color: var(--waiting); }
  `,
})
export class ClaimsCard {
  readonly claims = input.required<CustomerClaims>();
  readonly #words = inject(Words);
  readonly #moments = inject(Moments);
  protected readonly t = this.#words.t;
  protected readonly poolWords = computed(() => {
    const pool = this.claims().pool;
    if (!pool) return '';
    const since = this.#moments.time(pool.since);
    return pool.untilDate === null ? this.t('claims.pool.since', { since }) : this.t('claims.pool.sinceUntil', { since, until: this.#moments.dated(pool.untilDate) });
  });
  protected readonly told = computed(() => this.claims().claims.map((claim) => ({
    claim, kind: this.t(`claims.kind.${claim.kind}`), source: this.t(`claims.source.${claim.source}`), span: this.#span(claim), ...this.#state(claim),
  })));

  #span({ from, until, hardUntil }: ClaimRow): string {
    const day = (date: string) => this.#moments.dated(date);
    const span = until === null ? this.t('claims.span.open', { from: day(from) }) : this.t('claims.span.until', { from: day(from), until: day(until) });
    return hardUntil === null || hardUntil === until ? span : this.t('claims.span.hard', { span, hard: day(hardUntil) });
  }

  #state({ standing, daysLeft, expiring, endedAt, endedBecause, awaitsManager }: ClaimRow): { readonly state: string; readonly tone: string } {
    if (standing === 'ended') {
      const known = `claims.ended.${endedBecause}`;
      const why = endedBecause === null ? '' : this.#words.has(known) ? this.t(known) : this.t('claims.endedByRule');
      return { tone: '', state: this.t('claims.state.ended', { at: endedAt === null ? '' : this.#moments.time(endedAt), why }) };
    }
    if (standing === 'lapsed') return { tone: 'over', state: this.t(awaitsManager ? 'claims.state.awaits' : 'claims.state.lapsed') };
    if (daysLeft === null) return { tone: '', state: '' };
    return { tone: expiring ? 'soon' : '', state: this.t(daysLeft === 0 ? 'claims.state.lastDay' : 'claims.state.left', { days: daysLeft }) };
  }
}
