import { Component, computed, inject, input } from '@angular/core';
import { Moments } from '../../shared/clock/moments';
import { Words } from '../../shared/language/words';
import { Amounts } from '../../shared/money/amounts';
import { EntryMark } from '../../shared/paper/entry-mark';
import { Session } from '../../shared/session/session';
import { DealStore } from '../page/deal-store';
import { DealPaper } from './deal-paper';

/** The slip of a soft deposit (form 7): its terms as they were entered; what the office does not keep is left to be written in. */
@Component({
  selector: 'lj-slip-paper',
  imports: [DealPaper, EntryMark],
  providers: [DealStore],
  templateUrl: './slip-paper.html',
  styleUrl: './paper.css',
})
export default class SlipPaper {
  /** From the address: the deal. */
  readonly id = input.required<string>();
  readonly #moments = inject(Moments);
  readonly #amounts = inject(Amounts);
  protected readonly office = inject(Session).office;
  protected readonly store = inject(DealStore);
  protected readonly t = inject(Words).t;
  protected readonly slip = computed(() => this.store.deal()?.softDeposit ?? null);
  protected readonly facts = computed(() => {
    const [deal, slip] = [this.store.deal(), this.slip()];
    if (deal === null || slip === null) return [];
    const { unit, layout, grossArea, priceFen, depositFen, until, by, date } = slip;
    const yuan = (fen: number | null): string => fen === null ? '' : this.#amounts.inFull(fen);
    return Object.entries({
      buyer: deal.customer.label, idNumber: '', address: '', phone: '', unit, layout: layout ?? '', grossArea: grossArea === null ? '' : this.#amounts.area(grossArea), price: yuan(priceFen), deposit: yuan(depositFen),
      until: until === null ? '' : this.#moments.fullTime(until), handler: deal.handler?.name ?? by?.name ?? '', date: this.#moments.longDay(date), note: '',
    }).map(([name, value]) => ({ name, value }));
  });
}
