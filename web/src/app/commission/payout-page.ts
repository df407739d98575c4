import { Component, DOCUMENT, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { payoutColumnTexts, payoutEntries, type PayoutSheet } from '@lunjie/contracts';
import { payeeWords } from '@lunjie/policy';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzSkeletonComponent } from 'ng-zorro-antd/skeleton';
import { DealPlaces } from '../deals/deal-places';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';
import { liveReading } from '../shared/live/live-reading';
import { Amounts } from '../shared/money/amounts';
import { ProblemNote } from '../shared/problem/problem-note';
import { Session } from '../shared/session/session';
import { MonthSteps } from './month-steps';
import { monthFrom } from './months';

/** The pay-out sheet of a month (结佣表, form 14): the paper itself on the screen, the same in print and as a file. */
@Component({
  selector: 'lj-payout-page',
  imports: [DealPlaces, MonthSteps, NzButtonComponent, NzSkeletonComponent, ProblemNote, RouterLink],
  templateUrl: './payout-page.html',
  styleUrl: './payout-page.css',
})
export default class PayoutPage {
  /** From the address. */
  readonly month = input<string>();
  readonly #document = inject(DOCUMENT);
  readonly #moments = inject(Moments);
  readonly #amounts = inject(Amounts);
  readonly #words = inject(Words);
  readonly #session = inject(Session);
  protected readonly t = this.#words.t;
  protected readonly office = this.#session.office;
  readonly #today = this.#moments.today();
  protected readonly here = computed(() => monthFrom(this.month(), this.#today()));
  protected readonly latest = computed(() => this.#today().slice(0, 7));
  protected readonly reading = liveReading<PayoutSheet>(computed(() => `commission/payout?month=${this.here()}`));
  /** Auditors read and take nothing out. */
  protected readonly takesOut = computed(() => this.#session.roles().some((role) => role === 'manager' || role === 'finance'));
  protected readonly file = computed(() => `/api/offices/${encodeURIComponent(this.office()?.officeId ?? '')}/commission/payout/file?month=${this.here()}&format=xlsx&language=${this.#words.language()}`);
  protected readonly columns = computed(() => Object.entries(payoutColumnTexts).map(([name, texts]) => ({ name, text: texts[this.#words.language()], number: !['unit', 'customer', 'payee', 'entry', 'signature'].includes(name) })));
  protected readonly rows = computed(() => this.reading.value()?.rows.map((row) => ({
    row, payee: row.agent?.name ?? payeeWords[row.payee][this.#words.language()], price: row.priceFen === null ? '' : this.#amounts.plain(row.priceFen), received: this.#amounts.plain(row.receivedFen), commission: this.#amounts.plain(row.commissionFen),
    rate: row.priceFen ? `${(row.commissionFen * 1_000 / row.priceFen).toFixed(2)}‰` : '', share: `${row.points / 100}%`, earned: this.#amounts.plain(row.earnedFen), amount: this.#amounts.plain(row.releasedFen), paid: this.#amounts.plain(row.releasedBeforeFen),
    clawedBack: row.clawedBackFen === 0 ? '' : this.#amounts.plain(row.clawedBackFen), entries: payoutEntries(row),
  })) ?? null);
  /** Everybody's month, from the same rows. */
  protected readonly people = computed(() => {
    const sums = new Map<string, { readonly id: string | null; readonly name: string; readonly fen: number }>();
    for (const { row, payee } of this.rows() ?? []) {
      const key = row.agent?.id ?? row.payee;
      sums.set(key, { id: row.agent?.id ?? null, name: payee, fen: (sums.get(key)?.fen ?? 0) + row.releasedFen + row.clawedBackFen });
    }
    return [...sums.values()].sort((a, b) => b.fen - a.fen).map((one) => ({ ...one, amount: this.#amounts.yuan(one.fen) }));
  });
  protected readonly sum = computed(() => {
    const sheet = this.reading.value();
    return sheet === null ? '' : this.t('commission.payoutSum', { released: this.#amounts.yuan(sheet.releasedFen), clawedBack: this.#amounts.yuan(sheet.clawedBackFen), all: this.#amounts.yuan(sheet.releasedFen + sheet.clawedBackFen) });
  });

  protected print(): void {
    this.#document.defaultView?.print();
  }
}
