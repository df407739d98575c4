import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { handoverPlaces, type HandoverPlace, type HandoverRequest, type HandoverSheet, type HandoversView, type HandoverView } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzMessageService } from 'ng-zorro-antd/message';
import { NzSkeletonComponent } from 'ng-zorro-antd/skeleton';
import { OfficeApi } from '../reception/office-api';
import { Sheet } from '../reception/sheet';
import { pageActs } from '../shared/api/acts';
import { Moments } from '../shared/clock/moments';
import { injectPageLetters } from '../shared/keys/page-letters';
import { Words } from '../shared/language/words';
import { liveReading } from '../shared/live/live-reading';
import { StaleNote } from '../shared/live/stale-note';
import { ProblemNote } from '../shared/problem/problem-note';
import { Session } from '../shared/session/session';
import { HandoverForm } from './handover-form';

/** Shifts handed over (交接班): what nobody has taken over yet, writing one, and those before. */
@Component({
  selector: 'lj-handovers-page',
  imports: [HandoverForm, NzButtonComponent, NzSkeletonComponent, ProblemNote, RouterLink, Sheet, StaleNote],
  templateUrl: './handovers-page.html',
  styleUrl: './handovers-page.css',
})
export default class HandoversPage {
  readonly #api = inject(OfficeApi);
  readonly #message = inject(NzMessageService);
  readonly #moments = inject(Moments);
  readonly #roles = inject(Session).roles;
  protected readonly reading = liveReading<HandoversView>('handovers');
  readonly #acts = pageActs(() => void this.reading.refresh());
  protected readonly t = inject(Words).t;
  protected readonly busy = this.#acts.busy;
  protected readonly problem = this.#acts.problem;
  /** What is being written. */
  protected readonly sheet = signal<HandoverSheet | null>(null);
  /** Posts one hands over: an auditor and an admin read, an agent's post is the show flat. */
  protected readonly posts = computed<readonly HandoverPlace[]>(() => {
    const writes = (...roles: string[]): boolean => this.#roles().some((role) => roles.includes(role));
    return writes('desk', 'manager', 'supervisor') ? handoverPlaces : writes('agent') ? ['show_flat'] : [];
  });
  protected readonly rows = computed(() => this.reading.value()?.handovers.map((one) => this.#told(one)) ?? null);

  constructor() {
    injectPageLetters({ n: () => { const [post] = this.posts(); if (post && this.sheet() === null) void this.begin(post); } });
  }

  protected async begin(place: HandoverPlace): Promise<void> {
    this.sheet.set(await this.#acts.fetched(() => this.#api.get<HandoverSheet>('/handovers/sheet', { place })));
  }

  protected leave(): void {
    this.#acts.tell(null);
    this.sheet.set(null);
  }

  protected async handOver(request: HandoverRequest): Promise<void> {
    if (!await this.#acts.happens(() => this.#api.post('/handovers', request))) return;
    this.sheet.set(null);
    this.#message.success(this.t('handovers.done.handedOver'));
  }

  #told({ id, place, at, by, taken, items, matters, may }: HandoverView) {
    const differs = items.filter(({ found, count, expected }) => (found ?? count) !== count || (expected !== null && count !== expected)).length;
    return {
      id, post: this.t(`handovers.place.${place}`), open: taken === null, at: this.#moments.time(at), iso: this.#moments.iso(at), by: by.name, mine: may.includes('take_over'),
      taken: taken ? this.t('handovers.takenBy', { name: taken.by.name, at: this.#moments.time(taken.at) }) : this.t('handovers.open'),
      tags: [
        ...matters.waiting.length > 0 ? [this.t('handovers.waiting', { count: matters.waiting.length })] : [], ...matters.requests.length > 0 ? [this.t('handovers.requests', { count: matters.requests.length })] : [],
        ...matters.flatVisitors > 0 ? [this.t('handovers.flatVisitors', { count: matters.flatVisitors })] : [], ...differs > 0 ? [this.t('handovers.differs', { count: differs })] : [],
      ],
    };
  }
}
