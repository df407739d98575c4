import { Component, DOCUMENT, computed, inject, input } from '@angular/core';
import { Router, type Params } from '@angular/router';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzIconDirective } from 'ng-zorro-antd/icon';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { Moments } from '../shared/clock/moments';
import { isTyping } from '../shared/keys/shortcuts';
import { Words } from '../shared/language/words';
import { stepped, type ReportAddress } from './report-address';

/** Which days the sheet is of: the ones before and after with ← and →, or a date. It stands in the address. */
@Component({
  selector: 'lj-period-bar',
  host: { '(document:keydown)': 'press($event)' },
  imports: [NzButtonComponent, NzIconDirective, NzInputDirective],
  template: `
    <button nz-button type="button" class="step" [attr.aria-label]="t('reports.earlier')" (click)="step(-1)"><nz-icon nzType="left" aria-hidden="true" /></button>
    <strong class="figures" role="status">{{ label() }} @if (running()) { <span class="running">{{ t('reports.running') }}</span> }</strong>
    <button nz-button type="button" class="step" [attr.aria-label]="t('reports.later')" [disabled]="isLatest()" (click)="step(1)"><nz-icon nzType="right" aria-hidden="true" /></button>
    @if (address().period === 'range') {
      <input nz-input type="date" [attr.aria-label]="t('reports.from')" [max]="address().span.to" #from [value]="address().span.from" (change)="go({ from: from.value || null, to: address().span.to })" />
      <span aria-hidden="true">–</span>
      <input nz-input type="date" [attr.aria-label]="t('reports.to')" [min]="address().span.from" [max]="today()" #to [value]="address().span.to" (change)="go({ from: address().span.from, to: to.value || null })" />
    } @else {
      <input nz-input type="date" [attr.aria-label]="t('reports.date')" [max]="today()" #date [value]="address().span.from" (change)="go({ date: date.value || null })" />
    }
  `,
  styles: `
    :host { display: flex; flex-wrap: wrap; align-items: center; gap: var(--gap-small); }
    .step { inline-size: 48px; min-block-size: 44px; padding: 0; }
    strong { min-inline-size: 9rem; font-size: 1.125rem; text-align: center; }
    input { inline-size: auto; min-block-size: 44px; }
    .running { margin-inline-start: 0.25rem; padding: 0 0.375rem; border: 1px solid var(--control-rule); border-radius: 4px; font-size: var(--text-small); font-weight: 400; }
    @media print { button, input, :host > span { display: none; } strong { min-inline-size: 0; } }
  `,
})
export class PeriodBar {
  readonly address = input.required<Pick<ReportAddress, 'period' | 'span'>>();
  readonly today = input.required<string>();
  readonly #document = inject(DOCUMENT);
  readonly #moments = inject(Moments);
  readonly #router = inject(Router);
  readonly #words = inject(Words);
  protected readonly t = this.#words.t;
  protected readonly isLatest = computed(() => this.address().span.to >= this.today());
  /** 至今: what is counted goes on. */
  protected readonly running = computed(() => this.address().span.from <= this.today() && this.address().span.to >= this.today());
  protected readonly label = computed(() => {
    const { period, span } = this.address();
    if (period === 'day') return this.#moments.longDay(span.from);
    if (period === 'month') return new Intl.DateTimeFormat(this.#words.locale(), { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(Date.parse(span.from));
    return this.t('reports.span', { from: this.#moments.dated(span.from), to: this.#moments.dated(span.to) });
  });

  protected press(event: KeyboardEvent): void {
    const by = ({ ArrowLeft: -1, ArrowRight: 1 } as const)[event.key];
    // In a sheet wider than its frame the arrows move the sheet.
    const isElsewhere = event.target instanceof Element && event.target.closest('[role=region], [role=radiogroup], [popover]') !== null;
    if (by === undefined || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || isTyping(event) || isElsewhere || this.#document.querySelector('dialog[open]')) return;
    event.preventDefault();
    this.step(by);
  }

  protected step(by: -1 | 1): void {
    if (by === 1 && this.isLatest()) return;
    this.go(stepped(this.address(), by));
  }

  protected go(queryParams: Params): void {
    void this.#router.navigate([], { queryParams: { ...queryParams, open: null, in: null, by: null, of: null }, queryParamsHandling: 'merge' });
  }
}
