import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DealContest } from '@lunjie/contracts';
import { payeeWords } from '@lunjie/policy';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { Moments } from '../../shared/clock/moments';
import { Words } from '../../shared/language/words';
import { Amounts } from '../../shared/money/amounts';

/** What is disputed about a deal: who calls it theirs, how far the case is, and what pay-out waits with. */
@Component({
  selector: 'lj-contest-card',
  imports: [NzButtonComponent, RouterLink],
  template: `
    <section [attr.aria-label]="t('deals.contest.title')">
      <header>
        <h2>{{ t('deals.contest.title') }}</h2>
        @if (contest().case; as one) {
          <a nz-button routerLink="/disputes" [queryParams]="{ case: one.id }">{{ t('deals.contest.open') }}</a>
        }
      </header>
      <p>{{ says() }}</p>
      @if (waits().length) {
        <div>
          <h3>{{ t(frozen() ? 'deals.contest.waits' : 'deals.contest.due') }}</h3>
          <ul>
            @for (row of waits(); track $index) {
              <li><span>{{ row.who }}</span> <span class="figures">{{ row.amount }}</span></li>
            }
          </ul>
        </div>
      } @else {
        <p class="quiet">{{ t(frozen() ? 'deals.contest.nothingWaits' : 'deals.contest.notFrozen') }}</p>
      }
    </section>
  `,
  styleUrl: './cards.css',
  styles: `
    section { border-color: var(--makeup); background: var(--makeup-soft); }
    ul { display: grid; gap: 0.25rem; padding: 0; list-style: none; }
    li { display: flex; justify-content: space-between; gap: var(--gap); max-inline-size: 24rem; }
  `,
})
export class ContestCard {
  readonly contest = input.required<DealContest>();
  readonly frozen = input.required<boolean>();
  readonly #words = inject(Words);
  readonly #moments = inject(Moments);
  readonly #amounts = inject(Amounts);
  protected readonly t = this.#words.t;
  protected readonly says = computed(() => {
    const { case: one, parties } = this.contest();
    return [
      parties.length === 0 ? this.t('deals.contest.noCase') : this.t('deals.contest.parties', { names: parties.map(({ name }) => name).join(this.t('verdict.label.list')) }),
      ...one === null ? [] : [this.t(one.state === 'appealed' ? 'deals.contest.appealed' : `deals.contest.step.${one.step}`)],
      ...one === null || one.dueAt === null ? [] : [this.t('deals.contest.dueAt', { at: this.#moments.time(one.dueAt) })],
    ].join(' · ');
  });
  protected readonly waits = computed(() => this.contest().waits.map(({ payee, agent, fen }) => ({ who: agent?.name ?? payeeWords[payee][this.#words.language()], amount: this.#amounts.yuan(fen) })));
}
