import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { LedgerRow, TurnCorrectionRequest } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzIconDirective } from 'ng-zorro-antd/icon';
import { NzSkeletonComponent } from 'ng-zorro-antd/skeleton';
import { Sheet } from '../reception/sheet';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';
import { StaleNote } from '../shared/live/stale-note';
import { ProblemNote } from '../shared/problem/problem-note';
import { Session } from '../shared/session/session';
import { CorrectionQuestion } from './correction-question';
import { dateFrom, moved, periods, spanOf } from './period';
import { TurnRow } from './turn-row';
import { TurnTotals } from './turn-totals';
import { TurnsStore } from './turns-store';

/** In the address for everybody; an agent who asks for nothing sees their own turns. */
const everybody = 'all';

interface DayOfRows {
  readonly date: string;
  readonly rows: readonly LedgerRow[];
}

/** The turn ledger of a day or a week: why each turn was taken, passed, credited, reversed or lost. Everybody of the office reads it. */
@Component({
  selector: 'lj-turns-page',
  imports: [CorrectionQuestion, NzButtonComponent, NzIconDirective, NzSkeletonComponent, ProblemNote, RouterLink, Sheet, StaleNote, TurnRow, TurnTotals],
  providers: [TurnsStore],
  templateUrl: './turns-page.html',
  styleUrl: './turns-page.css',
})
export default class TurnsPage {
  /** From the address: `?period=week&date=2026-11-21&agent=…`. */
  readonly period = input<string>();
  readonly date = input<string>();
  readonly agent = input<string>();
  protected readonly store = inject(TurnsStore);
  readonly #session = inject(Session);
  readonly #moments = inject(Moments);
  protected readonly t = inject(Words).t;
  protected readonly today = this.#moments.today();
  protected readonly periods = periods;
  protected readonly everybody = everybody;
  protected readonly correcting = signal(false);
  protected readonly corrects = computed(() => this.#session.roles().includes('manager'));
  protected readonly span = computed(() => spanOf(this.chosenPeriod(), this.chosenDate()));
  protected readonly chosenPeriod = computed(() => periods.find((one) => one === this.period()) ?? 'day');
  protected readonly chosenDate = computed(() => dateFrom(this.date(), this.today()));
  protected readonly chosenAgent = computed(() => {
    const asked = this.agent();
    if (asked === everybody) return null;
    return asked ?? (this.#session.roles().includes('agent') ? this.#session.person()?.id ?? null : null);
  });
  protected readonly title = computed(() => {
    const { from, to } = this.span();
    return from === to ? this.#moments.longDay(from) : this.t('turns.week', { from: this.#moments.day(from), to: this.#moments.day(to) });
  });
  protected readonly earlier = computed(() => moved(this.chosenPeriod(), this.chosenDate(), -1));
  protected readonly later = computed(() => this.span().to < this.today() ? moved(this.chosenPeriod(), this.chosenDate(), 1) : null);
  protected readonly days = computed<readonly DayOfRows[]>(() => {
    const byDay = new Map<string, LedgerRow[]>();
    for (const row of this.store.rows()) byDay.set(row.businessDate, [...byDay.get(row.businessDate) ?? [], row]);
    return [...byDay].map(([date, rows]) => ({ date, rows }));
  });
  protected readonly totals = computed(() => {
    const agent = this.chosenAgent();
    const all = this.store.page()?.totals ?? [];
    return agent === null ? all : all.filter((total) => total.agent.id === agent);
  });
  protected readonly emptyWords = computed(() => this.t(this.chosenAgent() === null ? 'turns.empty' : 'turns.emptyOf'));

  constructor() {
    // Only what the address says: the day of an open page changes at midnight, its numbers by themselves.
    const asked = computed(() => ({ ...this.span(), agent: this.chosenAgent() }), { equal: (one, other) => one.from === other.from && one.to === other.to && one.agent === other.agent });
    effect(() => this.store.look(asked()));
  }

  protected dayName(date: string): string {
    return this.#moments.longDay(date);
  }

  protected startCorrecting(): void {
    this.store.dismissProblem();
    this.correcting.set(true);
  }

  protected stopCorrecting(): void {
    this.store.dismissProblem();
    this.correcting.set(false);
  }

  protected async correct(request: TurnCorrectionRequest): Promise<void> {
    if (await this.store.correct(request)) this.correcting.set(false);
  }
}
