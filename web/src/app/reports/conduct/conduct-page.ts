import { Component, DOCUMENT, Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink, convertToParamMap } from '@angular/router';
import { reportPeriods, type ConductReport } from '@lunjie/contracts';
import { spanBefore } from '@lunjie/reports';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzSkeletonComponent } from 'ng-zorro-antd/skeleton';
import { Clock } from '../../shared/clock/clock';
import { Moments } from '../../shared/clock/moments';
import { Words } from '../../shared/language/words';
import { liveReading } from '../../shared/live/live-reading';
import { StaleNote } from '../../shared/live/stale-note';
import { Amounts } from '../../shared/money/amounts';
import { ProblemNote } from '../../shared/problem/problem-note';
import { Session } from '../../shared/session/session';
import { PeriodBar } from '../period-bar';
import { addressFrom } from '../report-address';
import { ReportTabs } from '../report-tabs';
import { ConductBlock } from './conduct-block';
import type { Speech } from './told';
import { tellClaims, tellCommission, tellDisputes } from './told-ownership';
import { tellFollowUps, tellRequests, tellWaiting } from './told-service';

/** A period's ownership, money and service, current by itself. Provided by the page. */
@Injectable()
export class ConductStore {
  readonly #path = signal<string | null>(null);
  readonly #reading = liveReading<ConductReport>(this.#path);
  readonly report = this.#reading.value;
  readonly problem = this.#reading.problem;
  readonly readAt = this.#reading.readAt;
  readonly stale = this.#reading.stale;
  readonly refresh = this.#reading.refresh;

  look(path: string): void {
    this.#path.set(path);
  }
}

/** Ownership and service (归属与服务): customers won and lost by clause, disputes, commission, follow-ups, waiting, requests. An agent reads their own. */
@Component({
  selector: 'lj-conduct-page',
  imports: [ConductBlock, NzButtonComponent, NzSkeletonComponent, PeriodBar, ProblemNote, ReportTabs, RouterLink, StaleNote],
  providers: [ConductStore],
  templateUrl: './conduct-page.html',
  styleUrl: './conduct-page.css',
})
export default class ConductPage {
  readonly #clock = inject(Clock);
  readonly #document = inject(DOCUMENT);
  readonly #moments = inject(Moments);
  readonly #session = inject(Session);
  readonly #route = inject(ActivatedRoute);
  readonly #params = toSignal(this.#route.queryParamMap, { initialValue: this.#route.snapshot.queryParamMap });
  protected readonly store = inject(ConductStore);
  protected readonly t = inject(Words).t;
  readonly #speech: Speech = { t: this.t, amounts: inject(Amounts), moments: this.#moments };
  protected readonly periods = reportPeriods;
  protected readonly today = this.#moments.today();
  /** A month, where the address says nothing: disputes and commission are few a day. */
  protected readonly address = computed(() => {
    const params = this.#params();
    const given = Object.fromEntries(['date', 'from', 'to'].flatMap((name): readonly (readonly [string, string])[] => {
      const value = params.get(name);
      return value === null ? [] : [[name, value]];
    }));
    return addressFrom(convertToParamMap({ ...given, period: reportPeriods.find((one) => one === params.get('period')) ?? 'month' }), this.today());
  });
  protected readonly office = computed(() => this.#session.office()?.officeName ?? '');
  protected readonly blocks = computed(() => {
    const report = this.store.report();
    return report === null ? null : [tellClaims, tellDisputes, tellCommission, tellFollowUps, tellWaiting, tellRequests].map((tell) => tell(report, this.#speech));
  });
  protected readonly previous = computed(() => {
    const { from, to } = spanBefore(this.address().period, this.address().span);
    return { from: this.#moments.dated(from), to: this.#moments.dated(to) };
  });
  protected readonly printed = computed(() => this.t('conduct.printed', { at: this.#moments.fullTime(this.store.readAt() ?? this.#clock.read()) }));

  constructor() {
    const path = computed(() => {
      const { period, span } = this.address();
      return `reports/conduct?${new URLSearchParams(period === 'range' ? { period, ...span } : { period, date: span.from }).toString()}`;
    });
    effect(() => {
      const asked = path();
      untracked(() => this.store.look(asked));
    });
  }

  protected print(): void {
    this.#document.defaultView?.print();
  }
}
