import { Component, computed, inject, input } from '@angular/core';
import { Moments } from '../../shared/clock/moments';
import { Words } from '../../shared/language/words';
import { Amounts } from '../../shared/money/amounts';
import { EntryMark } from '../../shared/paper/entry-mark';
import { Session } from '../../shared/session/session';
import { DealStore } from '../page/deal-store';
import { DealPaper } from './deal-paper';

/** An exchange, a change of name or a cancellation on paper (form 16): what changed, why, what was paid by then, who approved it, and what became of the commission. */
@Component({
  selector: 'lj-change-paper',
  imports: [DealPaper, EntryMark],
  providers: [DealStore],
  templateUrl: './change-paper.html',
  styleUrl: './paper.css',
})
export default class ChangePaper {
  /** From the address: the deal, and the entry of the change. */
  readonly id = input.required<string>();
  readonly entry = input.required<string>();
  readonly #moments = inject(Moments);
  readonly #amounts = inject(Amounts);
  protected readonly office = inject(Session).office;
  protected readonly store = inject(DealStore);
  protected readonly t = inject(Words).t;
  protected readonly change = computed(() => this.store.deal()?.changes.find(({ entry }) => String(entry) === this.entry()) ?? null);
  protected readonly facts = computed(() => {
    const change = this.change();
    if (change === null) return [];
    const { kind, buyer, newBuyer, unit, newUnit, differenceFen, feeFen, reason, paidFen, date, by } = change;
    const rows: readonly (readonly [string, string | null])[] = [
      ['buyer', buyer.label], ['newBuyer', newBuyer?.label ?? null], ['unit', unit ?? this.t('deals.noUnit')], ['newUnit', newUnit], ['difference', differenceFen === null ? null : this.#amounts.yuan(differenceFen)],
      ['fee', kind === 'name_change' ? this.#amounts.yuan(feeFen) : null], ['reason', reason ?? this.t('deals.print.change.erased')], ['paid', this.#amounts.yuan(paidFen)], ['commission', this.#commission()], ['handler', this.store.deal()?.handler?.name ?? this.t('deals.byLead')],
      ['approvedBy', by?.name ?? ''], ['date', this.#moments.longDay(date)],
    ];
    return rows.flatMap(([name, value]) => value === null ? [] : [{ name, value }]);
  });

  /** What the ledger says of it, never a calculation of the page's own. */
  #commission(): string {
    const change = this.change();
    const moved = ([['reversed', change?.reversedFen ?? 0], ['accrued', change?.accruedFen ?? 0], ['clawedBack', change?.clawedBackFen ?? 0]] as const).filter(([, fen]) => fen !== 0);
    return moved.length === 0 ? this.t('deals.print.change.unchanged') : moved.map(([name, fen]) => this.t(`deals.print.change.${name}`, { amount: this.#amounts.yuan(Math.abs(fen)) })).join(this.t('deals.print.change.and'));
  }
}
