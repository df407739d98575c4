import { Component, DOCUMENT, computed, inject, resource } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import type { CompanyReport, CompanyRows } from '@lunjie/contracts';
import { ratiosOf, spanOf } from '@lunjie/reports';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzSkeletonComponent } from 'ng-zorro-antd/skeleton';
import { ApiClient } from '../shared/api/api-client';
import { problemFrom } from '../shared/api/api-problem';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';
import { ProblemNote } from '../shared/problem/problem-note';
import { FigureCell } from './figure-cell';
import { FigureWords } from './figure-words';
import { PeriodBar } from './period-bar';
import { addressFrom, companyRowsPath, toClose } from './report-address';
import { ReportTabs } from './report-tabs';
import { RowsPanel } from './rows-panel';
import { analysisGroups } from './sheet-layout';
import { ValueWords } from './value-words';

const columns = analysisGroups.flatMap((group) => group.columns);
const periods = ['week', 'month'] as const;

/** 各案场: the offices of the company side by side, in sum, and by the ways their customers heard of them. */
@Component({
  selector: 'lj-company-page',
  imports: [FigureCell, NzButtonComponent, NzSkeletonComponent, PeriodBar, ProblemNote, ReportTabs, RouterLink, RowsPanel],
  templateUrl: './company-page.html',
  styleUrls: ['./sheet-table.css', './analysis-sheet.css', './reports-page.css', './company-page.css'],
})
export default class CompanyPage {
  readonly #api = inject(ApiClient);
  readonly #document = inject(DOCUMENT);
  readonly #figures = inject(FigureWords);
  readonly #moments = inject(Moments);
  readonly #router = inject(Router);
  readonly #values = inject(ValueWords);
  readonly #route = inject(ActivatedRoute);
  readonly #params = toSignal(this.#route.queryParamMap, { initialValue: this.#route.snapshot.queryParamMap });
  readonly #words = inject(Words);
  protected readonly t = this.#words.t;
  protected readonly today = this.#moments.today();
  protected readonly periods = periods;
  protected readonly groups = analysisGroups;
  protected readonly columns = columns;
  /** A week or a month; a week where the address names neither. */
  protected readonly address = computed(() => {
    const asked = addressFrom(this.#params(), this.today());
    return asked.period === 'month' ? asked : { ...asked, period: 'week', span: spanOf('week', asked.span.from) } as const;
  });
  protected readonly reading = resource({
    // As text: opening a figure changes the address, and not what the sheet is read of.
    params: () => `/reports?${new URLSearchParams({ period: this.address().period, date: this.address().span.from }).toString()}`,
    loader: ({ params }) => this.#api.get<CompanyReport>(params),
  });
  protected readonly problem = computed(() => {
    const error = this.reading.error();
    return error ? problemFrom(error.cause ?? error) : null;
  });
  protected readonly rowsReading = resource({
    params: () => companyRowsPath(this.address()) ?? undefined,
    loader: ({ params }) => this.#api.get<CompanyRows>(params),
  });
  protected readonly rows = computed(() => this.rowsReading.hasValue() ? this.rowsReading.value() : null);
  protected readonly rowsProblem = computed(() => {
    const error = this.rowsReading.error();
    return error ? problemFrom(error.cause ?? error) : null;
  });
  /** What the rows are of: the figure, its line, the days. */
  protected readonly opened = computed(() => {
    const { opened, span } = this.address();
    if (opened === null) return null;
    const own = `reports.opened.${opened.figure}`;
    const line = [...this.offices(), ...this.channels()].find((row) => row.opened.dimension === opened.line?.dimension && row.opened.value === opened.line.value);
    return [this.t(this.#words.has(own) ? own : `reports.figure.${opened.figure}`), ...line ? [line.label] : [], this.t('reports.span', { from: this.#moments.dated(span.from), to: this.#moments.dated(span.to) })].join(' · ');
  });
  protected readonly view = computed(() => this.reading.hasValue() ? this.reading.value() : null);
  protected readonly asOf = computed(() => {
    const countedAt = this.view()?.countedAt ?? null;
    return countedAt === null ? this.t('reports.company.notCounted') : this.t('reports.company.asOf', { at: this.#moments.fullTime(countedAt) });
  });
  protected readonly offices = computed(() => this.view()?.offices.map(({ office, ...line }) => ({ key: office.id, label: office.name, opened: { dimension: 'office', value: office.id } as const, ...this.#told(line) })) ?? []);
  protected readonly channels = computed(() => this.#values.ordered('channel', this.view()?.channels ?? []).map((line) => ({ key: line.value, label: this.#values.label('channel', line.value, {}), opened: { dimension: 'channel', value: line.value } as const, ...this.#told(line) })));
  protected readonly total = computed(() => {
    const total = this.view()?.total;
    return total ? [{ key: '', label: this.t('reports.sum'), opened: null, ...this.#told(total) }] : [];
  });
  /** The blocks of the sheet: the sum, office by office, way by way. */
  protected readonly blocks = computed(() => [
    { name: 'sum', heading: null, rows: this.total() }, { name: 'offices', heading: this.t('reports.company.offices'), rows: this.offices() }, { name: 'channels', heading: this.t('reports.dimension.channel'), rows: this.channels() },
  ].filter(({ rows }) => rows.length > 0));

  #told({ now, before }: Pick<CompanyReport['total'], 'now' | 'before'>) {
    const [ratios, earlier] = [ratiosOf(now), ratiosOf(before)];
    return { now, before, rates: (['callToVisit', 'closing'] as const).map((name) => ({ name, said: this.#figures.share(ratios[name]), change: this.#figures.shareChange(ratios[name], earlier[name]) })) };
  }

  protected close(): void {
    void this.#router.navigate([], { queryParams: toClose, queryParamsHandling: 'merge' });
  }

  protected print(): void {
    this.#document.defaultView?.print();
  }
}
