import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DealPageAct, DealSigningView, ReceiptKind, ReceiptRow, SettlementResult } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzMessageService } from 'ng-zorro-antd/message';
import { NzSkeletonComponent } from 'ng-zorro-antd/skeleton';
import { ReasonQuestion } from '../../customers/page/reason-question';
import { ReceiptQuestion } from '../../receipts/receipt-question';
import { Sheet } from '../../reception/sheet';
import { Moments } from '../../shared/clock/moments';
import { ConfirmDialog } from '../../shared/confirm/confirm-dialog';
import { Words } from '../../shared/language/words';
import { StaleNote } from '../../shared/live/stale-note';
import { Amounts } from '../../shared/money/amounts';
import { ProblemNote } from '../../shared/problem/problem-note';
import { Session } from '../../shared/session/session';
import { DealPlaces } from '../deal-places';
import { AdjustmentQuestion } from './adjustment-question';
import { ContestCard } from './contest-card';
import { ContractQuestion } from './contract-question';
import { DealStore, type StepRequests } from './deal-store';
import { ExchangeQuestion } from './exchange-question';
import { FirmQuestion } from './firm-question';
import { LedgerCard } from './ledger-card';
import { MoneyCard } from './money-card';
import { NameQuestion } from './name-question';
import { SettlementQuestion } from './settlement-question';
import { SplitCard } from './split-card';
import { StageLine } from './stage-line';

/** One deal: how far it is, what is paid, who is paid for it and why, and what may be done now. */
@Component({
  selector: 'lj-deal-page',
  imports: [
    AdjustmentQuestion, ConfirmDialog, ContestCard, ContractQuestion, DealPlaces, ExchangeQuestion, FirmQuestion, LedgerCard, MoneyCard, NameQuestion, NzButtonComponent, NzSkeletonComponent, ProblemNote, ReasonQuestion, ReceiptQuestion, RouterLink, Sheet,
    SettlementQuestion, SplitCard, StageLine, StaleNote,
  ],
  providers: [DealStore],
  templateUrl: './deal-page.html',
  styleUrl: './deal-page.css',
})
export default class DealPageHere {
  /** From the address. */
  readonly id = input.required<string>();
  readonly #message = inject(NzMessageService);
  readonly #moments = inject(Moments);
  readonly #amounts = inject(Amounts);
  readonly #roles = inject(Session).roles;
  protected readonly store = inject(DealStore);
  protected readonly t = inject(Words).t;
  protected readonly asked = signal<DealPageAct | null>(null);
  protected readonly withdrawing = signal<ReceiptRow | null>(null);
  protected readonly free = signal<readonly { readonly id: string; readonly label: string; readonly priceFen: number }[]>([]);
  protected readonly isFinance = computed(() => this.#roles().includes('finance'));
  protected readonly opensCustomer = computed(() => this.#roles().some((role) => role === 'agent' || role === 'manager' || role === 'supervisor' || role === 'auditor'));
  /** Refunds are asked like receipts: one question for both. */
  protected readonly acts = computed(() => (this.store.deal()?.acts ?? []).filter((act) => act !== 'refund' || !this.store.deal()?.acts.includes('receipt')));
  protected readonly kinds = computed<readonly ReceiptKind[]>(() => {
    const acts = this.store.deal()?.acts ?? [];
    return [...acts.includes('receipt') ? ['deposit', 'price', 'loan', 'fee'] as const : [], ...acts.includes('refund') ? ['refund'] as const : []];
  });
  /** What is expected next: the deposit until there is a plan, then the earliest payment that is open. */
  protected readonly expected = computed<{ readonly kind: ReceiptKind; readonly fen: number | null } | null>(() => {
    const deal = this.store.deal();
    if (deal === null || !deal.acts.includes('receipt')) return deal === null ? null : { kind: 'refund', fen: deal.money.toRefundFen || null };
    const open = deal.money.instalments.find(({ fen, paidFen }) => paidFen < fen);
    if (open) return { kind: open.kind === 'loan' ? 'loan' : 'price', fen: open.fen - open.paidFen };
    const deposit = (deal.depositFen ?? 0) - deal.money.receivedFen;
    return deposit > 0 ? { kind: 'deposit', fen: deposit } : { kind: 'price', fen: deal.money.openFen || null };
  });
  protected readonly heading = computed(() => this.store.deal()?.unit ?? this.t('deals.noUnit'));
  protected readonly facts = computed(() => {
    const deal = this.store.deal();
    if (deal === null) return [];
    const shown = (name: string, value: string | null) => value === null || value === '' ? [] : [{ name, value }];
    return [
      ...shown('handler', deal.handler?.name ?? null), ...shown('closer', deal.closer === null ? this.t('deals.byLead') : deal.closer.id === deal.handler?.id ? null : deal.closer.name),
      ...shown('price', deal.priceFen === null ? null : this.#amounts.yuan(deal.priceFen)), ...shown('listPrice', deal.listPriceFen === null || deal.listPriceFen === deal.priceFen ? null : this.#amounts.yuan(deal.listPriceFen)),
      ...shown('discount', deal.listPriceFen === null || deal.priceFen === null || deal.priceFen >= deal.listPriceFen ? null : `${(deal.priceFen * 100 / deal.listPriceFen).toFixed(2)}%`),
      ...shown('softUntil', deal.stage === 'soft_deposit' && deal.softUntil !== null ? this.#moments.time(deal.softUntil) : null), ...shown('signBy', this.#signBy(deal.signing)),
      ...shown('entry', String(deal.entry)),
    ];
  });
  protected readonly settling = (result: SettlementResult) => this.store.settling(result);
  protected readonly changes = computed(() => this.store.deal()?.changes.map((one) => ({ one, says: this.t('deals.changePaper', { change: this.t(`deals.event.${one.kind}`), on: this.#moments.dated(one.date) }) })) ?? []);
  protected readonly slip = computed(() => {
    const slip = this.store.deal()?.softDeposit;
    return slip ? this.t('deals.slip', { on: this.#moments.dated(slip.date) }) : null;
  });
  protected readonly subscriptions = computed(() => this.store.deal()?.subscriptions.map((one) => ({ one, on: this.#moments.dated(one.signedOn) })) ?? []);

  constructor() {
    effect(() => {
      const id = this.id();
      untracked(() => {
        this.asked.set(null);
        this.store.look(id);
      });
    });
  }

  protected ask(act: DealPageAct | null): void {
    this.store.dismissProblem();
    this.withdrawing.set(null);
    this.asked.set(act);
    if (act === 'exchange') void this.store.free().then((units) => this.free.set(units));
  }

  protected askBack(receipt: ReceiptRow): void {
    this.ask(null);
    this.withdrawing.set(receipt);
  }

  protected async step<Step extends keyof StepRequests>(step: Step, request: StepRequests[Step]): Promise<void> {
    const act = this.asked();
    this.#end(await this.store.step(step, request), act ?? 'receipt');
  }

  protected async confirmed(step: 'subscription' | 'delivery', yes: boolean): Promise<void> {
    if (yes) await this.step(step, {});
    this.asked.set(null);
  }

  protected async withdraw(receipt: ReceiptRow, reason: string): Promise<void> {
    if (!(await this.store.withdraw(receipt.id, reason))) return;
    this.withdrawing.set(null);
    this.#message.success(this.t('deals.done.withdraw', { number: receipt.number }));
  }

  #signBy(signing: DealSigningView | null): string | null {
    if (signing === null) return null;
    const day = this.#moments.dated(signing.dueOn);
    return signing.daysLate === null ? day : this.t('deals.lateBy', { day, count: signing.daysLate });
  }

  #end(done: boolean, act: DealPageAct): void {
    if (!done) return;
    this.asked.set(null);
    this.#message.success(this.t(`deals.done.${act}`));
  }
}
