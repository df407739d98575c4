import { Component, DOCUMENT, computed, effect, inject, input, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzSkeletonComponent } from 'ng-zorro-antd/skeleton';
import { Moments } from '../../shared/clock/moments';
import { Words } from '../../shared/language/words';
import { Amounts } from '../../shared/money/amounts';
import { inCapitals } from '../../shared/money/capitals';
import { EntryMark } from '../../shared/paper/entry-mark';
import { ProblemNote } from '../../shared/problem/problem-note';
import { Session } from '../../shared/session/session';
import { DealStore } from '../page/deal-store';

/** A signed subscription as its numbered copies, one a sheet (003 §(九)10): its terms are those that were entered, never others. */
@Component({
  selector: 'lj-subscription-paper',
  imports: [EntryMark, NzButtonComponent, NzSkeletonComponent, ProblemNote, RouterLink],
  providers: [DealStore],
  templateUrl: './subscription-paper.html',
  styleUrl: './paper.css',
})
export default class SubscriptionPaper {
  /** From the address: the deal, and the number of the subscription. */
  readonly id = input.required<string>();
  readonly number = input.required<string>();
  readonly #document = inject(DOCUMENT);
  readonly #moments = inject(Moments);
  readonly #amounts = inject(Amounts);
  protected readonly office = inject(Session).office;
  protected readonly store = inject(DealStore);
  protected readonly t = inject(Words).t;
  protected readonly signed = computed(() => this.store.deal()?.subscriptions.find(({ number }) => String(number) === this.number()) ?? null);
  protected readonly on = computed(() => this.#moments.longDay(this.signed()?.signedOn ?? '1970-01-01'));
  protected readonly facts = computed(() => {
    const terms = this.signed()?.terms;
    if (!terms) return [];
    const { unit, layout, grossArea, netArea, listFen, priceFen, depositFen } = terms;
    return [
      { name: 'unit', value: unit }, { name: 'layout', value: layout }, { name: 'grossArea', value: this.#amounts.area(grossArea) }, { name: 'netArea', value: this.#amounts.area(netArea) }, { name: 'listPrice', value: this.#amounts.yuan(listFen) },
      { name: 'price', value: `${this.#amounts.yuan(priceFen)}（${inCapitals(priceFen)}）` }, { name: 'deposit', value: `${this.#amounts.yuan(depositFen)}（${inCapitals(depositFen)}）` },
    ];
  });

  constructor() {
    effect(() => {
      const id = this.id();
      untracked(() => this.store.look(id));
    });
  }

  protected print(): void {
    this.#document.defaultView?.print();
  }
}
