import { Component, computed, inject, input } from '@angular/core';
import type { CallForm, CallFormField, CallRow, CallsView } from '@lunjie/contracts';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { Router } from '@angular/router';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';
import { liveReading } from '../shared/live/live-reading';
import { SheetPaper, type SheetColumn } from '../shared/paper/sheet-paper';
import { injectOptionWords } from './option-words';

const columns = ['number', 'date', 'time', 'phone', 'name', 'gender', 'answeredBy', 'concerns', 'wish', 'source', 'homeArea', 'invited', 'invitedFor', 'askedFor', 'grade', 'remark'] as const;
const shares: Partial<Record<(typeof columns)[number], number>> = { number: 0.6, gender: 0.6, grade: 0.6, invited: 0.6, phone: 1.3, date: 1.1, concerns: 2.2, wish: 1.8, source: 1.3, remark: 1.8 };

/** 来电登记表: a day's calls in the columns of the paper (forms.md no. 4). */
@Component({
  selector: 'lj-call-sheet',
  imports: [NzInputDirective, SheetPaper],
  template: `
    <lj-sheet-paper [reading]="reading" back="/calls" [heading]="t('papers.calls.title')" [facts]="[t('papers.day', { day: day() })]" [columns]="columns()" [rows]="rows()" [empty]="t('papers.calls.none')" [signs]="[t('papers.keeper'), t('papers.manager')]">
      <label for="sheet-day">{{ t('papers.dayOf') }}</label>
      <input nz-input id="sheet-day" type="date" [max]="today()" #box [value]="view()?.date ?? date() ?? today()" (change)="go(box.value)" />
    </lj-sheet-paper>
  `,
  styles: 'input { inline-size: auto; }',
})
export default class CallSheet {
  /** From the address; the office's today where there is none. */
  readonly date = input<string>();
  readonly #moments = inject(Moments);
  readonly #router = inject(Router);
  readonly #option = injectOptionWords();
  protected readonly reading = liveReading<CallsView>(computed(() => this.date() ? `calls?date=${encodeURIComponent(this.date() ?? '')}` : 'calls'));
  protected readonly t = inject(Words).t;
  protected readonly view = this.reading.value;
  protected readonly today = this.#moments.today();
  protected readonly day = computed(() => this.#moments.longDay(this.view()?.date ?? '1970-01-01'));
  protected readonly columns = computed(() => columns.map((name): SheetColumn => ({ label: this.t(`papers.calls.column.${name}`), share: shares[name] ?? 1 })));
  /** In the order they came: the paper is filled from the top. */
  protected readonly rows = computed(() => (this.view()?.rows ?? []).filter(({ undone }) => !undone).toReversed().map((row, index) => this.#cells(row, index + 1)));

  protected go(date: string): void {
    if (date) void this.#router.navigate([], { queryParams: { date } });
  }

  #cells({ at, phoneMasked, customerLabel, answeredBy, form, invitedFor, askedFor }: CallRow, number: number): readonly string[] {
    const said = (field: CallFormField): string => this.#said(form, field);
    return [
      String(number), this.#moments.day(this.view()?.date ?? '1970-01-01'), this.#moments.clockTime(at), phoneMasked ?? this.t('papers.calls.withheld'), customerLabel, said('gender'), answeredBy?.name ?? '', said('concerns'),
      [said('layout'), said('area_need'), said('budget')].filter(Boolean).join(' / '), said('awareness_source'), said('home_area'), this.t(invitedFor === null ? 'papers.no' : 'papers.yes'), invitedFor === null ? '' : this.#moments.time(invitedFor),
      askedFor?.name ?? '', String(form.grade ?? ''), said('remark'),
    ];
  }

  #said(form: CallForm, field: CallFormField): string {
    const value = form[field] ?? [];
    return (typeof value === 'string' ? [value] : value).map((one) => this.#option(field, one)).join(this.t('calls.comma'));
  }
}
