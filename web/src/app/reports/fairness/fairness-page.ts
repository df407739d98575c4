import { DOCUMENT } from '@angular/common';
import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { fairnessKinds, fairnessStandings } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { NzSkeletonComponent } from 'ng-zorro-antd/skeleton';
import { Sheet } from '../../reception/sheet';
import { Moments } from '../../shared/clock/moments';
import { Words } from '../../shared/language/words';
import { StaleNote } from '../../shared/live/stale-note';
import { ProblemNote } from '../../shared/problem/problem-note';
import { Session } from '../../shared/session/session';
import { ReportTabs } from '../report-tabs';
import { FairnessCard } from './fairness-card';
import { FairnessKinds } from './fairness-kinds';
import { FairnessOverview } from './fairness-overview';
import { daysOf, fairnessPeriods } from './fairness-period';
import { FairnessStore } from './fairness-store';
import { FairnessTurns } from './fairness-turns';

/** The fairness statement (公平对账): turns due against turns given, and what of the difference chance explains. An agent sees their own. */
@Component({
  selector: 'lj-fairness-page',
  imports: [FairnessCard, FairnessKinds, FairnessOverview, FairnessTurns, NzButtonComponent, NzInputDirective, NzSkeletonComponent, ProblemNote, ReportTabs, RouterLink, Sheet, StaleNote],
  providers: [FairnessStore],
  templateUrl: './fairness-page.html',
  styleUrl: './fairness-page.css',
})
export default class FairnessPage {
  /** From the address: the days, the line, and the figure that was opened. */
  readonly period = input<string>();
  readonly from = input<string>();
  readonly to = input<string>();
  readonly queue = input<string>();
  readonly agent = input<string>();
  readonly kind = input<string>();
  readonly stood = input<string>();
  readonly #document = inject(DOCUMENT);
  readonly #moments = inject(Moments);
  readonly #router = inject(Router);
  readonly #session = inject(Session);
  readonly #words = inject(Words);
  protected readonly store = inject(FairnessStore);
  protected readonly t = this.#words.t;
  protected readonly today = this.#moments.today();
  protected readonly periods = fairnessPeriods;
  protected readonly office = computed(() => this.#session.office()?.officeName ?? '');
  protected readonly seesAll = computed(() => this.#session.roles().some((role) => role === 'manager' || role === 'supervisor' || role === 'admin' || role === 'auditor'));
  protected readonly chosenPeriod = computed(() => fairnessPeriods.find((one) => one === this.period()) ?? 'week');
  protected readonly span = computed(() => daysOf(this.chosenPeriod(), this.today(), { from: this.from(), to: this.to() }));
  protected readonly title = computed(() => {
    const { from, to } = this.span();
    return from === to ? this.#moments.longDay(from) : this.t('fairness.days', { from: this.#moments.dated(from), to: this.#moments.dated(to) });
  });
  protected readonly given = computed(() => this.store.page()?.totals[0]?.given ?? 0);
  protected readonly chosenKind = computed(() => fairnessKinds.find((one) => one === this.kind()) ?? 'all');
  protected readonly chosenStood = computed(() => fairnessStandings.find((one) => one === this.stood()) ?? 'due');
  protected readonly opened = computed(() => this.store.turns()?.agent.name ?? this.store.names().get(this.agent() ?? '') ?? '');

  constructor() {
    const asked = computed(() => ({ ...this.span(), queue: this.queue() ?? null }), { equal: (one, other) => one.from === other.from && one.to === other.to && one.queue === other.queue });
    effect(() => {
      const period = asked();
      untracked(() => this.store.look(period));
    });
    effect(() => {
      const agent = this.agent();
      const behind = agent === undefined ? null : { ...asked(), agent, kind: this.chosenKind(), stood: this.chosenStood() };
      untracked(() => this.store.open(behind));
    });
  }

  /** An office may name its own lines. */
  protected queueName(queue: string): string {
    const key = `fairness.queue.${queue}`;
    return this.#words.has(key) ? this.t(key) : queue;
  }

  protected goTo(days: { readonly from?: string; readonly to?: string }): void {
    const { from, to } = { ...this.span(), ...days };
    if (from && to) this.#go({ period: 'own', from, to });
  }

  protected close(): void {
    this.#go({ agent: null, kind: null, stood: null });
  }

  protected print(): void {
    this.#document.defaultView?.print();
  }

  #go(queryParams: Record<string, string | null>): void {
    void this.#router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }
}
