import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { PublishRequest, RedistributionRequest } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzSkeletonComponent } from 'ng-zorro-antd/skeleton';
import { CustomerPlaces } from '../customers/customer-places';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';
import { ProblemNote } from '../shared/problem/problem-note';
import { Session } from '../shared/session/session';
import { DrawCard } from './draw-card';
import { DrawSetup } from './draw-setup';
import { DrawsStore } from './draws-store';

/** Customers of somebody who goes are given to others, so that everybody can check how. */
@Component({
  selector: 'lj-draws-page',
  imports: [CustomerPlaces, DrawCard, DrawSetup, NzButtonComponent, NzSkeletonComponent, ProblemNote, RouterLink],
  providers: [DrawsStore],
  templateUrl: './draws-page.html',
  styleUrl: './draws-page.css',
})
export default class DrawsPage {
  /** From the address: `?draw=…` shows one, `?from=…` starts one. */
  readonly draw = input<string>();
  readonly from = input<string>();
  readonly #router = inject(Router);
  readonly #moments = inject(Moments);
  readonly #roles = inject(Session).roles;
  protected readonly store = inject(DrawsStore);
  protected readonly t = inject(Words).t;
  protected readonly manages = computed(() => this.#roles().includes('manager'));
  protected readonly setsUp = computed(() => this.manages() && this.from() !== undefined);
  protected readonly rows = computed(() => this.store.list.rows()?.map((row) => ({
    row, says: this.t('draws.row', { reason: this.t(`draws.reason.${row.reason}`), method: this.t(`draws.method.${row.method}`), count: row.customers }), time: this.#moments.time(row.publishedAt),
  })) ?? null);
  protected readonly preview = (request: RedistributionRequest) => this.store.preview(request);

  constructor() {
    effect(() => {
      const id = this.draw() ?? null;
      untracked(() => void this.store.look(id));
    });
  }

  protected start(): void {
    this.store.dismissProblem();
    this.#go({ from: '', draw: null });
  }

  protected async publish(request: PublishRequest): Promise<void> {
    const view = await this.store.publish(request);
    if (view) this.#go({ from: null, draw: view.draw.id });
  }

  #go(queryParams: Readonly<Record<string, string | null>>): void {
    void this.#router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }
}
