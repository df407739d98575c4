import { Component, computed, inject, input } from '@angular/core';
import type { AccountRow, OwnershipDecision, Payee, PersonRef, SplitShare, SplitVerdict } from '@lunjie/contracts';
import { payeeWords } from '@lunjie/policy';
import { tellOwnership } from '../../customers/page/told-ownership';
import { Words } from '../../shared/language/words';
import { Amounts } from '../../shared/money/amounts';
import { injectSpeech, type Names } from '../../shared/verdict-card/speech';

/** Who has how much of the commission and why: each share with its clause, what was compared, and what would have been otherwise, in 元. */
@Component({
  selector: 'lj-split-card',
  templateUrl: './split-card.html',
  styleUrls: ['./cards.css', './split-card.css'],
})
export class SplitCard {
  readonly split = input.required<SplitVerdict>();
  readonly decision = input.required<OwnershipDecision>();
  readonly accounts = input.required<readonly AccountRow[]>();
  readonly names = input.required<Names>();
  readonly #words = inject(Words);
  readonly #amounts = inject(Amounts);
  readonly #speech = injectSpeech(() => this.names());
  protected readonly t = this.#words.t;
  readonly #told = computed(() => tellOwnership(this.decision(), this.#speech, this.#words.language()));
  protected readonly commission = computed(() => this.#amounts.yuan(this.split().commissionFen));
  protected readonly shares = computed(() => this.split().shares.map((share) => this.#tell(share)));
  protected readonly credit = computed(() => this.split().credit.map(({ payee, agent, points }) => this.t('deals.split.portion', { who: this.#who(payee, agent), percent: points / 100 })));
  protected readonly compared = computed(() => this.#told().compared);
  protected readonly facts = computed(() => this.#told().facts);
  protected readonly notMatched = computed(() => this.#told().notMatched);
  protected readonly otherwise = computed(() => this.split().otherwise.map(({ clause, shares }, index) => ({ had: this.#told().otherwise[index]?.had ?? '', clause, shares: shares.map((share) => this.#tell(share)) })));
  /** What stands to each account after everything that was posted; told where it is not the ruling's own division. */
  protected readonly standing = computed(() => this.accounts().map(({ payee, agent, earnedFen, releasedFen }) => ({ who: this.#who(payee, agent), earned: this.#amounts.yuan(earnedFen), released: this.#amounts.yuan(releasedFen) })));

  #tell({ payee, agent, points, fen, clause }: SplitShare) {
    return { who: this.#who(payee, agent), percent: `${points / 100}%`, fen: this.#amounts.yuan(fen), clause };
  }

  #who(payee: Payee, agent: PersonRef | null): string {
    const part = payeeWords[payee][this.#words.language()];
    return agent === null ? part : this.t('deals.split.payee', { name: agent.name, part });
  }
}
