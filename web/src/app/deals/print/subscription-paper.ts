import { Component, computed, inject, input } from '@angular/core';
import { Moments } from '../../shared/clock/moments';
import { Words } from '../../shared/language/words';
import { Amounts } from '../../shared/money/amounts';
import { EntryMark } from '../../shared/paper/entry-mark';
import { Session } from '../../shared/session/session';
import { DealStore } from '../page/deal-store';
import { DealPaper } from './deal-paper';

/** A signed subscription as its numbered copies, one a sheet (003 §(九)10): its terms are those that were entered, never others. */
@Component({
  selector: 'lj-subscription-paper',
  imports: [DealPaper, EntryMark],
  providers: [DealStore],
  templateUrl: './subscription-paper.html',
  styleUrl: './paper.css',
})
export default class SubscriptionPaper {
  /** From the address: the deal, and the number of the subscription. */
  readonly id = input.required<string>();
  readonly number = input.required<string>();
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
      { name: 'price', value: this.#amounts.inFull(priceFen) }, { name: 'deposit', value: this.#amounts.inFull(depositFen) },
    ];
  });
}
