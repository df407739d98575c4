import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CompanyRows, OccurrenceKind, ReportRows } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzSkeletonComponent } from 'ng-zorro-antd/skeleton';
import { Sheet } from '../reception/sheet';
import type { ApiProblem } from '../shared/api/api-problem';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';
import { Amounts } from '../shared/money/amounts';
import { ProblemNote } from '../shared/problem/problem-note';
import { Session } from '../shared/session/session';
import { placesFor } from '../shell/places';

const money: readonly OccurrenceKind[] = ['receipt', 'refund'];

/** What stands behind a figure, the latest first: each with its customer, its deal and its entry of the register. */
@Component({
  selector: 'lj-rows-panel',
  imports: [NzButtonComponent, NzSkeletonComponent, ProblemNote, RouterLink, Sheet],
  templateUrl: './rows-panel.html',
  styleUrl: './rows-panel.css',
})
export class RowsPanel {
  readonly heading = input.required<string>();
  /** Of the office, or of several of the company's. */
  readonly rows = input.required<ReportRows | CompanyRows | null>();
  readonly problem = input.required<ApiProblem | null>();
  /** Whether the reader opens their own alone. */
  readonly own = input(false);
  readonly closed = output();
  readonly again = output();
  readonly #amounts = inject(Amounts);
  readonly #moments = inject(Moments);
  readonly #session = inject(Session);
  readonly #roles = this.#session.roles;
  protected readonly t = inject(Words).t;
  readonly #open = computed(() => placesFor(this.#roles()).map(({ path }) => path));
  protected readonly seesCustomers = computed(() => this.#open().includes('customers'));
  protected readonly seesDeals = computed(() => this.#open().includes('deals'));
  protected readonly told = computed(() => this.rows()?.rows.map((row) => ({
    ...row, office: 'office' in row ? row.office : null,
    // What belongs to another office is not opened from this one.
    isHere: !('office' in row) || row.office.id === this.#session.office()?.officeId, on: this.#moments.dated(row.date), what: this.t(`reports.kind.${row.kind}`), who: row.customer === null ? '' : row.customer.label || this.t('reception.someone'),
    worth: [...row.area > 0 && !money.includes(row.kind) ? [this.#amounts.area(row.area)] : [], ...row.fen === 0 ? [] : [this.#amounts.yuan(row.fen)]].join(' · '),
  })) ?? []);
}
