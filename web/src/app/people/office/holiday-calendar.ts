import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { Holiday, HolidayKind, HolidayYear, Weekday } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { Moments } from '../../shared/clock/moments';
import { Words } from '../../shared/language/words';
import { datesBetween, monthsOf, weekdayOf } from './month-days';

/** A year's holidays and working weekends: the year at a glance, and a list in which they are entered and taken out. */
@Component({
  selector: 'lj-holiday-calendar',
  imports: [NzButtonComponent, NzInputDirective],
  templateUrl: './holiday-calendar.html',
  styleUrls: ['../person-form.css', './holiday-calendar.css'],
})
export class HolidayCalendar {
  readonly holidays = input.required<HolidayYear>();
  readonly restDays = input<readonly Weekday[]>([]);
  readonly mayChange = input(false);
  readonly busy = input(false);
  readonly yearChosen = output<number>();
  readonly answered = output<readonly Holiday[]>();
  readonly #words = inject(Words);
  protected readonly moments = inject(Moments);
  protected readonly t = this.#words.t;

  protected readonly days = linkedSignal<readonly Holiday[]>(() => this.holidays().days);
  protected readonly from = signal('');
  protected readonly to = signal('');
  protected readonly kind = signal<HolidayKind>('closed');
  protected readonly name = signal('');
  protected readonly year = computed(() => this.holidays().year);
  protected readonly months = computed(() => monthsOf(this.year()));
  protected readonly isChanged = computed(() => JSON.stringify(this.days()) !== JSON.stringify(this.holidays().days));
  readonly #kinds = computed(() => new Map(this.days().map((day) => [day.date, day])));
  readonly #month = computed(() => new Intl.DateTimeFormat(this.#words.locale(), { month: 'long', timeZone: 'UTC' }));
  /** Days that belong together stand in one line: 春节 2月5日 – 2月11日. */
  protected readonly spans = computed(() => spansOf(this.days()));

  protected monthName(month: number): string {
    return this.#month().format(Date.UTC(this.year(), month - 1, 1));
  }

  protected dayOfMonth(date: string): number {
    return Number(date.slice(8));
  }

  protected look(date: string): 'closed' | 'open' | 'rest' | null {
    return this.#kinds().get(date)?.kind ?? (this.restDays().includes(weekdayOf(date) as Weekday) ? 'rest' : null);
  }

  protected told(date: string): string {
    return this.#kinds().get(date)?.name ?? '';
  }

  /** Whether the month has a day that is not what its weekday says; a phone shows only those. */
  protected isMarked(month: number): boolean {
    return this.days().some(({ date }) => Number(date.slice(5, 7)) === month);
  }

  protected mark(date: string): string {
    const look = this.look(date);
    return look === null ? '' : this.t(`people.holiday.mark.${look}`);
  }

  protected add(): void {
    const dates = datesBetween(this.from(), this.to() || this.from()).filter((date) => date.startsWith(`${this.year()}-`));
    const name = this.name().trim();
    if (dates.length === 0 || name === '') return;
    const kept = this.days().filter(({ date }) => !dates.includes(date));
    this.days.set([...kept, ...dates.map((date) => ({ date, kind: this.kind(), name }))].sort((a, b) => (a.date < b.date ? -1 : 1)));
    for (const field of [this.from, this.to, this.name]) field.set('');
  }

  protected takeOut(dates: readonly string[]): void {
    this.days.set(this.days().filter(({ date }) => !dates.includes(date)));
  }
}

interface Span {
  readonly name: string;
  readonly kind: HolidayKind;
  readonly dates: readonly string[];
}

/** Runs of days one after the other with the same name and kind. */
export function spansOf(days: readonly Holiday[]): readonly Span[] {
  const spans: Span[] = [];
  for (const { date, kind, name } of days) {
    const last = spans.at(-1);
    const follows = last?.name === name && last.kind === kind && datesBetween(last.dates.at(-1) ?? '', date).length === 2;
    if (follows) spans[spans.length - 1] = { ...last, dates: [...last.dates, date] };
    else spans.push({ name, kind, dates: [date] });
  }
  return spans;
}
