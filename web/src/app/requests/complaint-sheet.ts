import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import type { ComplaintLine, ComplaintSheet as Complaints } from '@lunjie/contracts';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';
import { liveReading } from '../shared/live/live-reading';
import { SheetPaper, type SheetColumn } from '../shared/paper/sheet-paper';

const columns = ['name', 'time', 'department', 'words', 'result', 'way', 'complexity', 'takenBy', 'promised', 'calledBack', 'satisfaction', 'closed'] as const;
const shares: Partial<Record<(typeof columns)[number], number>> = { words: 3, result: 3, complexity: 0.9, satisfaction: 1.2 };

/** 投诉登记: a month's complaints in the columns of the paper (forms.md no. 15). */
@Component({
  selector: 'lj-complaint-sheet',
  imports: [NzInputDirective, SheetPaper],
  template: `
    <lj-sheet-paper [reading]="reading" back="/requests" [heading]="t('papers.complaints.title')" [facts]="[t('papers.month', { month: month() ?? thisMonth() })]" [columns]="columns()" [rows]="rows()" [empty]="t('papers.complaints.none')" [signs]="[t('papers.keeper'), t('papers.manager')]">
      <label for="sheet-month">{{ t('papers.monthOf') }}</label>
      <input nz-input id="sheet-month" type="month" [max]="thisMonth()" #box [value]="month() ?? thisMonth()" (change)="go(box.value)" />
    </lj-sheet-paper>
  `,
  styles: 'input { inline-size: auto; }',
})
export default class ComplaintSheet {
  /** From the address; this month where there is none. */
  readonly month = input<string>();
  readonly #moments = inject(Moments);
  readonly #router = inject(Router);
  readonly #today = this.#moments.today();
  protected readonly thisMonth = computed(() => this.#today().slice(0, 7));
  protected readonly reading = liveReading<Complaints>(computed(() => `requests/complaints?month=${encodeURIComponent(this.month() ?? this.thisMonth())}`));
  protected readonly t = inject(Words).t;
  protected readonly sheet = this.reading.value;
  protected readonly columns = computed(() => columns.map((name): SheetColumn => ({ label: this.t(`papers.complaints.column.${name}`), share: shares[name] ?? 1 })));
  protected readonly rows = computed(() => (this.sheet()?.lines ?? []).map((line) => this.#cells(line)));

  protected go(month: string): void {
    if (month) void this.#router.navigate([], { queryParams: { month } });
  }

  #cells({ name, at, about, words, result, way, complexity, takenBy, promisedAt, calledBackAt, satisfaction, upheld, closedAt }: ComplaintLine): readonly string[] {
    const when = (one: number | null): string => one === null ? '' : this.#moments.time(one);
    const found = upheld === null ? '' : this.t(upheld ? 'requests.upheld' : 'requests.notUpheld');
    return [
      name || this.t('requests.somebody'), when(at), about?.name ?? this.t('papers.complaints.service'), words ?? this.t('papers.complaints.sealed'), [result, found].filter(Boolean).join('\n'),
      this.t(`requests.way.${way}`), this.t(`requests.complexity.${complexity}`), takenBy.name, when(promisedAt), when(calledBackAt), satisfaction === null ? '' : this.t(`requests.satisfaction.${satisfaction}`), when(closedAt),
    ];
  }
}
