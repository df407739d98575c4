import { Component, DOCUMENT, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { CommissionStatement, StatementLine } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzSkeletonComponent } from 'ng-zorro-antd/skeleton';
import { DealPlaces } from '../deals/deal-places';
import { Staff } from '../reception/staff';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';
import { liveReading } from '../shared/live/live-reading';
import { StaleNote } from '../shared/live/stale-note';
import { Amounts } from '../shared/money/amounts';
import { ProblemNote } from '../shared/problem/problem-note';
import { Session } from '../shared/session/session';
import { MonthSteps } from './month-steps';
import { monthFrom } from './months';

/** A month of somebody's commission: what it brought, deal by deal, and what is to be paid out. One's own, or anybody's for who leads. */
@Component({
  selector: 'lj-commission-page',
  imports: [DealPlaces, MonthSteps, NzButtonComponent, NzSkeletonComponent, ProblemNote, RouterLink, StaleNote],
  templateUrl: './commission-page.html',
  styleUrl: './commission-page.css',
})
export default class CommissionPage {
  /** From the address. */
  readonly month = input<string>();
  readonly agent = input<string>();
  readonly #document = inject(DOCUMENT);
  readonly #router = inject(Router);
  readonly #moments = inject(Moments);
  readonly #amounts = inject(Amounts);
  readonly #words = inject(Words);
  readonly #session = inject(Session);
  readonly #staff = inject(Staff);
  protected readonly office = this.#session.office;
  protected readonly t = this.#words.t;
  readonly #today = this.#moments.today();
  protected readonly here = computed(() => monthFrom(this.month(), this.#today()));
  protected readonly latest = computed(() => this.#today().slice(0, 7));
  protected readonly seesAll = computed(() => this.#session.roles().some((role) => role === 'manager' || role === 'supervisor' || role === 'finance' || role === 'auditor'));
  protected readonly agents = computed(() => this.#staff.people().filter(({ roles }) => roles.includes('agent')));
  protected readonly whose = computed(() => {
    if (!this.seesAll()) return this.#session.person()?.id ?? null;
    return this.agents().find(({ id }) => id === this.agent())?.id ?? this.agents()[0]?.id ?? null;
  });
  protected readonly reading = liveReading<CommissionStatement>(computed(() => this.whose() === null ? null : `commission/statement?month=${this.here()}&agent=${encodeURIComponent(this.whose() ?? '')}`));
  protected readonly statement = this.reading.value;
  protected readonly sums = computed(() => {
    const statement = this.statement();
    if (statement === null) return [];
    const { sums, penaltiesFen, openBeforeFen, openAfterFen } = statement;
    const rows: readonly (readonly [string, number, boolean])[] = [
      ['openBefore', openBeforeFen, true], ['accrued', sums.accruedFen, true], ['reversed', sums.reversedFen, sums.reversedFen !== 0], ['adjusted', sums.adjustedFen, sums.adjustedFen !== 0], ['released', sums.releasedFen, true],
      ['clawedBack', sums.clawedBackFen, sums.clawedBackFen !== 0], ['penalties', -penaltiesFen, penaltiesFen !== 0], ['openAfter', openAfterFen, true],
    ];
    return rows.filter(([, , shown]) => shown).map(([name, fen]) => ({ name, amount: this.#amounts.yuan(fen), less: fen < 0 }));
  });
  protected readonly payable = computed(() => this.#amounts.yuan(this.statement()?.payableFen ?? 0));
  protected readonly credit = computed(() => {
    const credit = this.statement()?.credit;
    return credit === undefined ? '' : this.t('commission.credit', { deals: Number(credit.deals.toFixed(2)), price: this.#amounts.yuan(credit.priceFen) });
  });
  /** Postings deal by deal, the latest deal first. */
  protected readonly deals = computed(() => {
    const byDeal = new Map<string, StatementLine[]>();
    for (const line of this.statement()?.lines ?? []) byDeal.set(line.deal, [...byDeal.get(line.deal) ?? [], line]);
    return [...byDeal].reverse().map(([deal, lines]) => ({
      deal, unit: lines[0]?.unit ?? this.t('deals.noUnit'), customer: lines[0]?.customer.label ?? '',
      lines: lines.map((line) => ({ line, on: this.#moments.dated(line.date), kind: this.t(`deals.posting.${line.kind}`), amount: this.#amounts.yuan(line.fen) })),
    }));
  });
  protected readonly penalties = computed(() => this.statement()?.penalties.map((one) => ({
    one, on: this.#moments.dated(one.date), amount: this.#amounts.yuan(-one.deductFen), what: this.#words.has(`penalties.trigger.${one.trigger}`) ? this.t(`penalties.trigger.${one.trigger}`) : one.trigger.replaceAll('_', ' '),
  })) ?? []);

  constructor() {
    this.#staff.readOnce();
  }

  protected choose(agent: string): void {
    void this.#router.navigate([], { queryParams: { agent }, queryParamsHandling: 'merge' });
  }

  protected print(): void {
    this.#document.defaultView?.print();
  }
}
