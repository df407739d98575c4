import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import type { StoredSheetLine, StoredSheetPage } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzSkeletonComponent } from 'ng-zorro-antd/skeleton';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';
import { liveReading } from '../shared/live/live-reading';
import { StaleNote } from '../shared/live/stale-note';
import { ProblemNote } from '../shared/problem/problem-note';
import { Session } from '../shared/session/session';
import { ReportTabs } from './report-tabs';
import { storedFile } from './stored-sheet-store';

const periods = ['day', 'week', 'month'] as const;

/** 存档报表: the sheets that were stored when they were due (P148), each with its entry, its fingerprint and what was corrected since. */
@Component({
  selector: 'lj-stored-page',
  imports: [NzButtonComponent, NzSkeletonComponent, ProblemNote, ReportTabs, RouterLink, StaleNote],
  templateUrl: './stored-page.html',
  styleUrls: ['./sheet-table.css', './reports-page.css', './stored-page.css'],
})
export default class StoredPage {
  readonly #moments = inject(Moments);
  readonly #route = inject(ActivatedRoute);
  readonly #session = inject(Session);
  readonly #words = inject(Words);
  readonly #params = toSignal(this.#route.queryParamMap, { initialValue: this.#route.snapshot.queryParamMap });
  protected readonly t = this.#words.t;
  protected readonly periods = [null, ...periods];
  protected readonly period = computed(() => periods.find((one) => one === this.#params().get('period')) ?? null);
  protected readonly isFurther = computed(() => this.#params().has('before'));
  protected readonly reading = liveReading<StoredSheetPage>(computed(() => {
    const asked = new URLSearchParams({ ...this.period() === null ? {} : { period: this.period() ?? '' }, ...this.isFurther() ? { before: this.#params().get('before') ?? '' } : {} });
    return asked.size === 0 ? 'reports/stored' : `reports/stored?${asked.toString()}`;
  }));
  protected readonly sheets = computed(() => this.reading.value()?.sheets.map((sheet) => ({
    ...sheet, days: this.#days(sheet), at: this.#moments.fullTime(sheet.madeAt), fingerprint: sheet.digest.slice(0, 12), query: { period: sheet.period === 'day' ? null : sheet.period, date: sheet.span.from, as: 'stored' },
    printed: { period: sheet.period === 'day' ? null : sheet.period, date: sheet.span.from, as: 'stored', then: 'print' },
    file: storedFile(this.#session.office()?.officeId ?? '', sheet.id, 'xlsx', this.#words.language()),
  })) ?? null);

  #days({ period, span: { from, to } }: StoredSheetLine): string {
    if (period === 'month') return new Intl.DateTimeFormat(this.#words.locale(), { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(Date.parse(from));
    return from === to ? this.#moments.longDay(from) : this.t('reports.span', { from: this.#moments.dated(from), to: this.#moments.dated(to) });
  }
}
