import { Component, DestroyRef, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RequestAct, RequestMay } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzMessageService } from 'ng-zorro-antd/message';
import { NzSkeletonComponent } from 'ng-zorro-antd/skeleton';
import { Sheet } from '../reception/sheet';
import { Clock } from '../shared/clock/clock';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';
import { StaleNote } from '../shared/live/stale-note';
import { ProblemNote } from '../shared/problem/problem-note';
import { Session } from '../shared/session/session';
import { placesFor } from '../shell/places';
import { RequestStore } from './request-store';
import { StepQuestion } from './step-question';
import { injectToldRequest } from './told-request';

/** How long a number stays readable once it was asked for. */
const shownMs = 30_000;

/** One request: what was said, what has been done about it, and the one step that is to be done now. */
@Component({
  selector: 'lj-request-page',
  imports: [NzButtonComponent, NzSkeletonComponent, ProblemNote, RouterLink, Sheet, StaleNote, StepQuestion],
  providers: [RequestStore],
  templateUrl: './request-page.html',
  styleUrl: './request-page.css',
})
export default class RequestPage {
  readonly #message = inject(NzMessageService);
  readonly #moments = inject(Moments);
  readonly #roles = inject(Session).roles;
  readonly #now = inject(Clock).ticking();
  readonly #tell = injectToldRequest();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** From the address. */
  readonly id = input.required<string>();
  protected readonly store = inject(RequestStore);
  protected readonly t = inject(Words).t;
  protected readonly asked = signal<RequestMay | null>(null);
  protected readonly number = signal<string | null>(null);
  protected readonly told = computed(() => {
    const view = this.store.view();
    return view && this.#tell(view.row, this.#now());
  });
  /** The step itself stands first and large. */
  protected readonly may = computed(() => this.store.view()?.may.filter((act) => act !== 'see_phone') ?? []);
  protected readonly main = computed(() => this.may().find((act) => act !== 'hand_on') ?? null);
  protected readonly opensCustomers = computed(() => placesFor(this.#roles()).some(({ path }) => path === 'customers'));
  protected readonly acts = computed(() => this.store.view()?.acts.map((act) => ({ act, at: this.#moments.time(act.at), what: this.#what(act), sealed: act.words === null && act.kind !== 'overdue' && act.kind !== 'called_back' && act.kind !== 'praised' })) ?? []);
  protected readonly written = computed(() => (this.number() ?? '').replace(/^\+86(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3'));

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.#timer));
    effect(() => {
      const id = this.id();
      untracked(() => this.store.look(id));
    });
  }

  protected ask(act: RequestMay | null): void {
    this.store.dismissProblem();
    this.asked.set(act);
  }

  protected async send(act: RequestMay, body: object): Promise<void> {
    if (act === 'see_phone') {
      const number = await this.store.phone((body as { readonly reason: string }).reason);
      if (number === null) return;
      this.#show(number);
    } else {
      if (!await this.store.act(act, body)) return;
      this.#message.success(this.t(`requests.act.${act}.done`));
    }
    this.asked.set(null);
  }

  #show(number: string): void {
    clearTimeout(this.#timer);
    this.number.set(number);
    this.#timer = setTimeout(() => this.number.set(null), shownMs);
  }

  #what({ kind, by, to, told, satisfaction, upheld }: RequestAct): string {
    const name = by?.name ?? this.t('requests.clock');
    if (kind === 'overdue') return this.t('requests.history.overdue', { who: told === 'owner' && to ? to.name : this.t(`requests.told.${told ?? 'owner'}`) });
    if (kind === 'called_back') return this.t('requests.history.called_back', { name, said: this.t(`requests.satisfaction.${satisfaction ?? 'not_reached'}`) });
    if (kind === 'ruled') return this.t('requests.history.ruled', { name, outcome: this.t(upheld ? 'requests.upheld' : 'requests.notUpheld') });
    return this.t(`requests.history.${kind}`, { name, to: to?.name ?? '' });
  }
}
