import { DOCUMENT } from '@angular/common';
import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { registerKindText, type EveningAgent, type EveningFigures, type MinutesRequest } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { NzMessageService } from 'ng-zorro-antd/message';
import { NzSkeletonComponent } from 'ng-zorro-antd/skeleton';
import { ConfirmDialog } from '../shared/confirm/confirm-dialog';
import { Moments } from '../shared/clock/moments';
import { injectPageLetters } from '../shared/keys/page-letters';
import { Words } from '../shared/language/words';
import { StaleNote } from '../shared/live/stale-note';
import { ProblemNote } from '../shared/problem/problem-note';
import { Session } from '../shared/session/session';
import { addressOf, tellNotice } from '../shell/notices/told-notice';
import { placesFor } from '../shell/places';
import { EveningStore } from './evening-store';
import { MinutesForm } from './minutes-form';
import { PlanLines } from './plan-lines';

const isDay = /^\d{4}-\d\d-\d\d$/;

/** The evening meeting (晚会): the day as one printable sheet, questions first, closing with its digest. */
@Component({
  selector: 'lj-evening-page',
  imports: [ConfirmDialog, MinutesForm, NzButtonComponent, NzInputDirective, NzSkeletonComponent, PlanLines, ProblemNote, RouterLink, StaleNote],
  providers: [EveningStore],
  templateUrl: './evening-page.html',
  styleUrl: './evening-page.css',
})
export default class EveningPage {
  /** From the address. */
  readonly date = input<string>();
  readonly #document = inject(DOCUMENT);
  readonly #message = inject(NzMessageService);
  readonly #moments = inject(Moments);
  readonly #router = inject(Router);
  readonly #session = inject(Session);
  readonly #words = inject(Words);
  protected readonly store = inject(EveningStore);
  protected readonly t = this.#words.t;
  protected readonly today = this.#moments.today();
  protected readonly asksToClose = signal(false);
  /** Grows with every entry of minutes: the form is a new one each time. */
  protected readonly forms = signal<readonly number[]>([0]);
  protected readonly leads = computed(() => this.#session.roles().some((role) => role === 'manager' || role === 'supervisor'));
  protected readonly office = computed(() => this.#session.office()?.officeName ?? '');
  protected readonly day = computed(() => {
    const date = this.date();
    return date !== undefined && isDay.test(date) && date <= this.today() ? date : this.today();
  });
  protected readonly title = computed(() => this.#moments.longDay(this.day()));
  protected readonly questions = computed(() => {
    const open = placesFor(this.#session.roles()).map(({ path }) => path);
    const speech = { t: this.t, has: (key: string) => this.#words.has(key), time: (at: number) => this.#moments.time(at) };
    return this.store.view()?.questions?.map((notice) => ({ id: notice.id, said: tellNotice(notice, speech), address: addressOf(notice, open), at: this.#moments.time(notice.at) })) ?? null;
  });
  protected readonly agents = computed(() => this.store.view()?.figures.agents.map((one) => ({ ...one, name: this.#nameOf(one) })) ?? []);
  protected readonly sums = computed(() => {
    const figures = this.store.view()?.figures;
    return figures ? this.#summed(figures) : [];
  });
  protected readonly arrivals = computed(() => this.store.view()?.arrivals.map((one) => ({
    ...one, time: this.#moments.clockTime(one.at), who: one.receiver?.name ?? this.t(`verdict.visitState.${one.state}`), how: this.t(`verdict.mode.${one.mode}`),
    kind: one.newCustomer === null ? '' : this.t(one.newCustomer ? 'evening.new' : 'evening.returning'), counted: this.t(one.counts ? 'evening.counts' : 'evening.countsNot'),
  })) ?? []);
  protected readonly calls = computed(() => this.store.view()?.calls.map((one) => ({
    ...one, time: this.#moments.clockTime(one.at), kind: this.t(one.repeat ? 'evening.calledBefore' : 'evening.firstCall'),
  })) ?? []);
  protected readonly deals = computed(() => this.store.view()?.deals.map((one) => ({ ...one, time: this.#moments.clockTime(one.at), what: this.t(`evening.deal.${one.kind}`) })) ?? []);
  protected readonly minutes = computed(() => this.store.view()?.minutes.map((one) => ({ ...one, time: this.#moments.time(one.at) })) ?? []);
  protected readonly closing = computed(() => {
    const closing = this.store.view()?.closing;
    if (!closing) return null;
    return { ...closing, told: this.t('evening.closing.by', { name: closing.by.name, at: this.#moments.time(closing.at) }), sums: this.#summed(closing.figures) };
  });
  protected readonly later = computed(() => this.store.view()?.later.map((one) => ({ ...one, time: this.#moments.time(one.at), what: registerKindText(one.kind, this.#words.language()) })) ?? []);

  constructor() {
    // Nothing can be written once the meeting is closed: then there is no such field.
    injectPageLetters({ n: () => this.#document.getElementById('minutes-words')?.focus() });
    effect(() => {
      const day = this.day();
      untracked(() => this.store.look(day));
    });
  }

  protected go(date: string): void {
    void this.#router.navigate([], { queryParams: { date: date === this.today() || !date ? null : date }, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected print(): void {
    this.#document.defaultView?.print();
  }

  protected async enter(minutes: Omit<MinutesRequest, 'date'>): Promise<void> {
    if (!(await this.store.enter({ ...minutes, date: this.day() }))) return;
    this.forms.update(([form = 0]) => [form + 1]);
    this.#message.success(this.t('evening.minutes.entered'));
  }

  protected async close(yes: boolean): Promise<void> {
    this.asksToClose.set(false);
    if (yes && await this.store.close(this.day())) this.#message.success(this.t('evening.closing.done'));
  }

  #nameOf({ agent }: EveningAgent): string {
    return this.store.view()?.names[agent] ?? '';
  }

  #summed({ arrivals, received, counted, newCustomers, returning, calls, deals, minutes }: EveningFigures): readonly { readonly what: string; readonly count: number }[] {
    return [
      ...Object.entries({ arrivals, received, counted, newCustomers, returning, calls }).map(([kind, count]) => ({ what: this.t(`evening.figure.${kind}`), count })),
      ...Object.entries(deals).map(([kind, count]) => ({ what: this.t(`evening.deal.${kind}`), count })), { what: this.t('evening.figure.minutes'), count: minutes },
    ];
  }
}
