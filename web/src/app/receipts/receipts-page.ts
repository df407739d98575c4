import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { paymentMethodTexts, receiptKindTexts, type DueRow, type ReceiptRequest } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzMessageService } from 'ng-zorro-antd/message';
import { NzSkeletonComponent } from 'ng-zorro-antd/skeleton';
import { DealPlaces } from '../deals/deal-places';
import { Sheet } from '../reception/sheet';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';
import { StaleNote } from '../shared/live/stale-note';
import { Amounts } from '../shared/money/amounts';
import { ProblemNote } from '../shared/problem/problem-note';
import { Session } from '../shared/session/session';
import { dateFrom } from '../turns/period';
import { ReceiptQuestion } from './receipt-question';
import { ReceiptsStore } from './receipts-store';

/** Where finance works: what is due and overdue, recording what comes, and the receipts of a day. Others read. */
@Component({
  selector: 'lj-receipts-page',
  imports: [DealPlaces, NzButtonComponent, NzSkeletonComponent, ProblemNote, ReceiptQuestion, RouterLink, Sheet, StaleNote],
  providers: [ReceiptsStore],
  templateUrl: './receipts-page.html',
  styleUrl: './receipts-page.css',
})
export default class ReceiptsPage {
  /** From the address: the days, both included; today where it names none. */
  readonly from = input<string>();
  readonly to = input<string>();
  readonly #router = inject(Router);
  readonly #message = inject(NzMessageService);
  readonly #moments = inject(Moments);
  readonly #amounts = inject(Amounts);
  readonly #words = inject(Words);
  readonly #roles = inject(Session).roles;
  protected readonly store = inject(ReceiptsStore);
  protected readonly t = this.#words.t;
  protected readonly today = this.#moments.today();
  protected readonly records = computed(() => this.#roles().includes('finance'));
  protected readonly asked = signal<DueRow | null>(null);
  protected readonly first = computed(() => dateFrom(this.from(), this.today()));
  protected readonly last = computed(() => {
    const last = dateFrom(this.to(), this.today());
    return last < this.first() ? this.first() : last;
  });
  protected readonly dues = computed(() => this.store.dues.value()?.dues.map((one) => ({
    one, key: `${one.deal}/${one.number ?? 'deposit'}`, on: this.#moments.dated(one.dueOn), amount: this.#amounts.yuan(one.openFen), unit: one.unit ?? this.t('deals.noUnit'),
    what: one.number === null ? this.t('receipts.deposit') : this.t('receipts.payment', { number: one.number, kind: this.t(`deals.instalment.${one.kind}`) }), standing: this.t(one.overdue ? 'receipts.overdue' : one.dueOn === this.today() ? 'receipts.today' : 'receipts.notYet'),
  })) ?? null);
  protected readonly owed = computed(() => {
    const dues = this.store.dues.value();
    return dues === null ? '' : this.t('receipts.owed', { open: this.#amounts.yuan(dues.openFen), overdue: this.#amounts.yuan(dues.overdueFen) });
  });
  protected readonly receipts = computed(() => this.store.list.value()?.receipts.map((one) => ({
    one, kind: receiptKindTexts[one.kind][this.#words.language()], method: paymentMethodTexts[one.method][this.#words.language()], amount: this.#amounts.yuan(one.fen), on: this.#moments.dated(one.paidOn), unit: one.unit ?? this.t('deals.noUnit'),
    note: one.withdraws !== null ? this.t('deals.money.withdraws', { number: one.withdraws }) : one.withdrawnBy !== null ? this.t('deals.money.withdrawn', { number: one.withdrawnBy }) : '',
  })) ?? null);
  protected readonly came = computed(() => {
    const list = this.store.list.value();
    return list === null ? '' : this.t('receipts.came', { count: list.inAll, received: this.#amounts.yuan(list.receivedFen), refunded: this.#amounts.yuan(list.refundedFen), fees: this.#amounts.yuan(list.feesFen) });
  });
  protected readonly expected = computed(() => {
    const due = this.asked();
    return due === null ? null : { kind: due.kind === 'deposit' ? 'deposit' as const : due.kind === 'loan' ? 'loan' as const : 'price' as const, fen: due.openFen };
  });

  constructor() {
    effect(() => {
      const [first, last] = [this.first(), this.last()];
      untracked(() => this.store.look(first, last));
    });
  }

  protected ask(due: DueRow | null): void {
    this.store.dismissProblem();
    this.asked.set(due);
  }

  protected async record(due: DueRow, request: ReceiptRequest): Promise<void> {
    if (!(await this.store.record(due.deal, request))) return;
    this.asked.set(null);
    this.#message.success(this.t('receipts.recorded', { amount: this.#amounts.yuan(request.fen), customer: due.customer.label }));
  }

  protected go(queryParams: Readonly<Record<string, string | null>>): void {
    void this.#router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }
}
