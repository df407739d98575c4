import { Component, computed, inject, input } from '@angular/core';
import type { DealPage } from '@lunjie/contracts';
import { payeeWords } from '@lunjie/policy';
import { Moments } from '../../shared/clock/moments';
import { Words } from '../../shared/language/words';
import { Amounts } from '../../shared/money/amounts';
import { tellEvent } from './told-event';

/** The postings of the commission and everything that happened, each with its entry in the register. */
@Component({
  selector: 'lj-ledger-card',
  template: `
    @if (postings().length) {
      <section>
        <h2>{{ t('deals.ledger.title') }}</h2>
        <p class="quiet">{{ t('deals.ledger.means') }}</p>
        <div class="scroll" tabindex="0" role="region" [attr.aria-label]="t('deals.ledger.title')">
          <table>
            <thead>
              <tr><th scope="col">{{ t('deals.ledger.date') }}</th><th scope="col">{{ t('deals.ledger.kind') }}</th><th scope="col">{{ t('deals.ledger.payee') }}</th><th scope="col" class="number">{{ t('deals.money.amount') }}</th><th scope="col">{{ t('deals.money.entry') }}</th></tr>
            </thead>
            <tbody>
              @for (row of postings(); track $index) {
                <tr><td class="figures">{{ row.on }}</td><th scope="row">{{ row.kind }}</th><td>{{ row.who }}</td><td class="number figures" [class.less]="row.one.fen < 0">{{ row.amount }}</td><td class="quiet figures">{{ row.one.entry }}</td></tr>
              }
            </tbody>
          </table>
        </div>
      </section>
    }
    <section>
      <h2>{{ t('deals.history.title') }}</h2>
      <ol>
        @for (row of history(); track $index) {
          <li>
            <time class="quiet figures" [attr.datetime]="row.iso">{{ row.at }}</time>
            <span>{{ row.says }}</span>
            <span class="quiet">{{ row.by }} · {{ t('deals.history.entry', { entry: row.one.entry }) }}</span>
          </li>
        }
      </ol>
    </section>
  `,
  styleUrl: './cards.css',
  styles: `
    :host { display: grid; gap: var(--gap); }
    li { display: grid; grid-template-columns: 8rem 1fr; gap: 0 0.75rem; padding-block: 0.5rem; border-block-end: 1px solid var(--rule); }
    li > :last-child { grid-column: 2; }
    @media (max-width: 640px) { li { grid-template-columns: 1fr; } li > :last-child { grid-column: 1; } }
  `,
})
export class LedgerCard {
  readonly deal = input.required<DealPage>();
  readonly #words = inject(Words);
  readonly #moments = inject(Moments);
  readonly #amounts = inject(Amounts);
  protected readonly t = this.#words.t;
  protected readonly postings = computed(() => this.deal().postings.map((one) => ({
    one, on: this.#moments.dated(one.date), kind: this.t(`deals.posting.${one.kind}`), amount: this.#amounts.yuan(one.fen),
    who: one.agent === null ? payeeWords[one.payee][this.#words.language()] : this.t('deals.split.payee', { name: one.agent.name, part: payeeWords[one.payee][this.#words.language()] }),
  })));
  protected readonly history = computed(() => this.deal().history.map((one) => ({
    one, at: this.#moments.time(one.at), iso: this.#moments.iso(one.at), by: one.by?.name ?? this.t('deals.history.clock'),
    says: tellEvent(one, { t: this.t, yuan: (fen) => this.#amounts.yuan(fen), day: (date) => this.#moments.dated(date) }),
  })));
}
