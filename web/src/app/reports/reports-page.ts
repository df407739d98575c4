import { Component, DOCUMENT, computed, effect, inject, untracked } from '@angular/core';
import { Router } from '@angular/router';
import type { ExportFormat, ReportFigure } from '@lunjie/contracts';
import { spanBefore } from '@lunjie/reports';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzSkeletonComponent } from 'ng-zorro-antd/skeleton';
import { Clock } from '../shared/clock/clock';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';
import { StaleNote } from '../shared/live/stale-note';
import { ProblemNote } from '../shared/problem/problem-note';
import { Session } from '../shared/session/session';
import { placesFor } from '../shell/places';
import { AnalysisSheet } from './analysis-sheet';
import { ReportCharts } from './charts/report-charts';
import { DailySheet } from './daily-sheet';
import { DayDigest } from './day-digest';
import { Narrowing } from './narrowing';
import { PeriodBar } from './period-bar';
import { injectReportAddress, openedSpan, rowsPath, sheetPath, toClose } from './report-address';
import { ReportStore } from './report-store';
import { ReportTabs } from './report-tabs';
import { RowsPanel } from './rows-panel';
import { StoredNote } from './stored-note';
import { storedFile, StoredSheetStore } from './stored-sheet-store';
import { ValueWords } from './value-words';

/** Reports (报表): the paper sheets of the day, the week and the month, with the rows behind every figure (003 §(三)6–8). */
@Component({
  selector: 'lj-reports-page',
  imports: [AnalysisSheet, DailySheet, DayDigest, Narrowing, NzButtonComponent, NzSkeletonComponent, PeriodBar, ProblemNote, ReportCharts, ReportTabs, RowsPanel, StaleNote, StoredNote],
  providers: [ReportStore, StoredSheetStore],
  templateUrl: './reports-page.html',
  styleUrl: './reports-page.css',
})
export default class ReportsPage {
  readonly #clock = inject(Clock);
  readonly #document = inject(DOCUMENT);
  readonly #moments = inject(Moments);
  readonly #router = inject(Router);
  readonly #session = inject(Session);
  readonly #values = inject(ValueWords);
  protected readonly store = inject(ReportStore);
  protected readonly stored = inject(StoredSheetStore);
  readonly #words = inject(Words);
  protected readonly t = this.#words.t;
  protected readonly today = this.#moments.today();
  protected readonly address = injectReportAddress(this.today);
  protected readonly office = computed(() => this.#session.office()?.officeName ?? '');
  /** Whoever is an agent alone reads their own line and opens their own rows. */
  protected readonly own = computed(() => this.#session.roles().every((role) => role === 'agent'));
  /** The evening meeting is for those who lead, and those who inspect. */
  protected readonly readsEvening = computed(() => placesFor(this.#session.roles()).some(({ path }) => path === 'evening'));
  protected readonly isDaily = computed(() => this.address().period === 'day');
  /** The sheet as it was stored, where the address asks for that; else as it is counted now. */
  protected readonly isStored = computed(() => this.address().asStored && this.stored.sheet() !== null);
  protected readonly view = computed(() => this.isStored() ? this.stored.sheet()?.view ?? null : this.store.view());
  /** The file is of the sheet that is looked at. */
  protected readonly files = computed(() => (['xlsx', 'csv'] as const).map((format) => ({ format, address: this.#fileOf(format) })));
  protected readonly title = computed(() => this.t(`reports.sheet.${this.isDaily() ? 'daily' : 'analysis'}`));
  protected readonly printed = computed(() => this.t('reports.printed', { at: this.#moments.fullTime(this.store.readAt() ?? this.#clock.read()) }));
  protected readonly previous = computed(() => {
    const { from, to } = spanBefore(this.address().period, this.address().span);
    return { from: this.#moments.dated(from), to: this.#moments.dated(to) };
  });
  protected readonly opened = computed(() => {
    const { opened } = this.address();
    if (opened === null) return null;
    const line = opened.line === null || opened.line.dimension === 'office' ? [] : [this.#values.label(opened.line.dimension, opened.line.value, this.store.view()?.names ?? {})];
    if (opened.span === 'ever') return [this.#named(opened.figure), ...line, this.t('reports.upTo', { to: this.#moments.dated(this.address().span.to) })].join(' · ');
    const { from, to } = openedSpan(this.address(), opened.span);
    const days = from === to ? this.#moments.dated(from) : this.t('reports.span', { from: this.#moments.dated(from), to: this.#moments.dated(to) });
    return [this.#named(opened.figure), ...line, days].join(' · ');
  });

  constructor() {
    effect(() => {
      const address = this.address();
      untracked(() => {
        this.store.look(sheetPath(address), rowsPath(address));
        this.stored.look(address.period === 'range' || Object.keys(address.narrowed).length > 0 || this.own() ? null : address);
      });
    });
    effect(() => {
      if (this.address().toPrint && this.isStored()) untracked(() => void this.#printOnce());
    });
  }

  /** Asked for in the address: once, when the charts are drawn. */
  async #printOnce(): Promise<void> {
    await this.#router.navigate([], { queryParams: { then: null }, queryParamsHandling: 'merge', replaceUrl: true });
    await import('./charts/drawing');
    const view = this.#document.defaultView;
    view?.requestAnimationFrame(() => view.requestAnimationFrame(() => this.print()));
  }

  #fileOf(format: ExportFormat): string {
    const office = this.#session.office()?.officeId ?? '';
    const sheet = this.isStored() ? this.stored.sheet() : null;
    if (sheet !== null) return storedFile(office, sheet.id, format, this.#words.language());
    return `/api/offices/${encodeURIComponent(office)}/${sheetPath(this.address()).replace('?', '/file?')}&format=${format}&language=${this.#words.language()}`;
  }

  /** By itself, without the head it stands under in the sheet. */
  #named(figure: ReportFigure): string {
    const own = `reports.opened.${figure}`;
    return this.t(this.#words.has(own) ? own : `reports.figure.${figure}`);
  }

  protected close(): void {
    void this.#router.navigate([], { queryParams: toClose, queryParamsHandling: 'merge' });
  }

  protected print(): void {
    this.#document.defaultView?.print();
  }
}
