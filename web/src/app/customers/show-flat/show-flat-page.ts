import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import type { ShowFlatRequest, ShowFlatRow } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { NzMessageService } from 'ng-zorro-antd/message';
import { NzSkeletonComponent } from 'ng-zorro-antd/skeleton';
import { Sheet } from '../../reception/sheet';
import { Moments } from '../../shared/clock/moments';
import { Words } from '../../shared/language/words';
import { StaleNote } from '../../shared/live/stale-note';
import { ProblemNote } from '../../shared/problem/problem-note';
import { Session } from '../../shared/session/session';
import { CustomerPlaces } from '../customer-places';
import { FlatHandOver } from './flat-hand-over';
import { ShowFlatStore } from './show-flat-store';
import { VisitorForm } from './visitor-form';

const isDay = /^\d{4}-\d\d-\d\d$/;

/** The show flat's own sheet: who came today, and giving the day's sheet to sales. */
@Component({
  selector: 'lj-show-flat-page',
  imports: [CustomerPlaces, FlatHandOver, NzButtonComponent, NzInputDirective, NzSkeletonComponent, ProblemNote, Sheet, StaleNote, VisitorForm],
  providers: [ShowFlatStore],
  templateUrl: './show-flat-page.html',
  styleUrl: './show-flat-page.css',
})
export default class ShowFlatPage {
  /** From the address. */
  readonly date = input<string>();
  readonly #message = inject(NzMessageService);
  readonly #moments = inject(Moments);
  readonly #router = inject(Router);
  readonly #roles = inject(Session).roles;
  readonly #today = this.#moments.today();
  protected readonly store = inject(ShowFlatStore);
  protected readonly t = inject(Words).t;
  protected readonly handing = signal(false);
  /** Grows with every visitor entered: the form is a new one each time. */
  protected readonly forms = signal<readonly number[]>([0]);
  protected readonly day = computed(() => {
    const date = this.date();
    return date !== undefined && isDay.test(date) && date <= this.#today() ? date : this.#today();
  });
  protected readonly today = this.#today;
  protected readonly isToday = computed(() => this.day() === this.#today());
  protected readonly title = computed(() => this.#moments.longDay(this.day()));
  /** Agents who keep the flat enter its visitors; handing over is the desk's. */
  protected readonly handsOver = computed(() => this.#roles().some((role) => role !== 'agent'));
  protected readonly open = computed(() => (this.store.sheet()?.rows ?? []).filter(({ handedOverAt }) => handedOverAt === null));
  protected readonly told = computed(() => (this.store.sheet()?.rows ?? []).map((row) => ({
    row, time: this.#moments.clockTime(row.at), label: row.customer.label || this.t('reception.someone'), state: this.#stateOf(row),
  })));

  constructor() {
    effect(() => {
      const day = this.day();
      untracked(() => this.store.look(day));
    });
  }

  protected go(date: string): void {
    void this.#router.navigate([], { queryParams: { date: date === this.#today() || !date ? null : date }, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected async enter(visitor: ShowFlatRequest): Promise<void> {
    const row = await this.store.enter(visitor);
    if (!row) return;
    this.forms.update(([form = 0]) => [form + 1]);
    this.#message.success(this.t('customers.showFlat.entered'));
  }

  protected startHandOver(): void {
    this.store.dismissProblem();
    this.handing.set(true);
  }

  protected async handOver(referrals: readonly { readonly row: string; readonly agent: string }[]): Promise<void> {
    const done = await this.store.handOver({ date: this.day(), referrals });
    if (!done) return;
    this.handing.set(false);
    this.#message.success(this.t('customers.showFlat.handedOver', { count: done.handedOver, referred: done.referred }));
  }

  protected leave(): void {
    this.store.dismissProblem();
    this.handing.set(false);
  }

  #stateOf({ handedOverAt, referredTo, visitedOffice }: ShowFlatRow): string {
    if (referredTo) return this.t('customers.showFlat.referred', { name: referredTo.name });
    if (handedOverAt !== null) return this.t('customers.showFlat.given', { at: this.#moments.time(handedOverAt) });
    return this.t(visitedOffice ? 'customers.showFlat.wasHere' : 'customers.showFlat.neverHere');
  }
}
