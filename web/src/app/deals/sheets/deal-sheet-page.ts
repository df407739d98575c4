import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { dealRegisters, dealSheetColumns, dealSheetNames, dealSheetText, type DealSheet, type DealSheetCell, type DealSheetColumn, type DealSheetKind } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { Moments } from '../../shared/clock/moments';
import { Words } from '../../shared/language/words';
import { liveReading } from '../../shared/live/live-reading';
import { Amounts } from '../../shared/money/amounts';
import { SheetPaper, type SheetColumn } from '../../shared/paper/sheet-paper';
import { Session } from '../../shared/session/session';

/** The sheets of units and deals in the columns of their forms (forms.md no. 7 to 10), printed from here and taken along as files. */
@Component({
  selector: 'lj-deal-sheet-page',
  imports: [NzButtonComponent, SheetPaper],
  template: `
    <lj-sheet-paper [reading]="reading" [back]="here() === 'ledger' ? '/units' : '/deals'" [heading]="name()" [facts]="facts()" [columns]="columns()" [rows]="rows()" [empty]="t('papers.deals.none')" [signs]="[t('papers.keeper'), t('papers.manager')]">
      @if (here() !== 'ledger') {
        <select [attr.aria-label]="t('papers.deals.which')" #box (change)="go(box.value)">
          @for (one of registers(); track one.value) {
            <option [value]="one.value" [selected]="one.value === here()">{{ one.name }}</option>
          }
        </select>
      }
      @if (takesOut()) {
        <a nz-button [href]="file('xlsx')" download>{{ t('papers.deals.xlsx') }}</a>
        <a nz-button [href]="file('csv')" download>{{ t('papers.deals.csv') }}</a>
      }
    </lj-sheet-paper>
  `,
  styles: 'select, a { min-block-size: 44px; } select { max-inline-size: 100%; padding-inline: 0.75rem; border: 1px solid var(--control-rule); border-radius: var(--corner); background: var(--surface); color: var(--ink); }',
})
export default class DealSheetPage {
  /** Of the ledger the route says so; which register, the address. */
  readonly sheet = input<string>();
  readonly #moments = inject(Moments);
  readonly #amounts = inject(Amounts);
  readonly #router = inject(Router);
  readonly #words = inject(Words);
  readonly #session = inject(Session);
  protected readonly t = this.#words.t;
  protected readonly here = computed<DealSheetKind>(() => this.sheet() === 'ledger' ? 'ledger' : dealRegisters.find((one) => one === this.sheet()) ?? 'soft_deposits');
  readonly #path = computed(() => this.here() === 'ledger' ? 'units/ledger' : `deals/registers/${this.here()}`);
  protected readonly reading = liveReading<DealSheet>(this.#path);
  protected readonly name = computed(() => dealSheetNames[this.here()][this.#words.language()]);
  protected readonly registers = computed(() => dealRegisters.map((value) => ({ value, name: dealSheetNames[value][this.#words.language()] })));
  protected readonly takesOut = computed(() => this.#session.roles().some((role) => role === 'manager' || role === 'finance'));
  protected readonly facts = computed(() => [this.t('papers.day', { day: this.#moments.longDay(this.reading.value()?.on ?? '1970-01-01') }), this.t('papers.deals.count', { count: this.reading.value()?.rows.length ?? 0 })]);
  protected readonly columns = computed(() => dealSheetColumns[this.here()].map(({ texts, share }): SheetColumn => ({ label: texts[this.#words.language()], share })));
  protected readonly rows = computed(() => {
    const sheet = this.reading.value();
    return sheet === null ? [] : sheet.rows.map((row) => dealSheetColumns[sheet.kind].map((column, index) => this.#written(column, row[index] ?? null)));
  });

  protected go(sheet: string): void {
    void this.#router.navigate([], { queryParams: { sheet } });
  }

  protected file(format: 'xlsx' | 'csv'): string {
    return `/api/offices/${encodeURIComponent(this.#session.office()?.officeId ?? '')}/${this.#path()}/file?format=${format}&language=${this.#words.language()}`;
  }

  /** On paper the thousands stand apart. */
  #written(column: DealSheetColumn, cell: DealSheetCell): string {
    return column.kind === 'fen' && cell !== null ? this.#amounts.plain(Number(cell)) : dealSheetText(column, cell, this.#words.language());
  }
}
