import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { HandoverView } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { NzMessageService } from 'ng-zorro-antd/message';
import { NzSkeletonComponent } from 'ng-zorro-antd/skeleton';
import { OfficeApi } from '../reception/office-api';
import { pageActs } from '../shared/api/acts';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';
import { liveReading } from '../shared/live/live-reading';
import { StaleNote } from '../shared/live/stale-note';
import { ProblemNote } from '../shared/problem/problem-note';
import { ItemCounts } from './item-counts';
import { ToldMatters } from './told-matters';

/** One sheet: what was handed on; whoever comes confirms it here, with what differs. */
@Component({
  selector: 'lj-handover-page',
  imports: [ItemCounts, NzButtonComponent, NzInputDirective, NzSkeletonComponent, ProblemNote, RouterLink, StaleNote, ToldMatters],
  templateUrl: './handover-page.html',
  styleUrl: './handover-page.css',
})
export default class HandoverPage {
  /** From the address. */
  readonly id = input.required<string>();
  readonly #api = inject(OfficeApi);
  readonly #message = inject(NzMessageService);
  readonly #moments = inject(Moments);
  readonly #words = inject(Words);
  protected readonly reading = liveReading<HandoverView>(computed(() => `handovers/${encodeURIComponent(this.id())}`));
  readonly #acts = pageActs(() => void this.reading.refresh());
  protected readonly t = this.#words.t;
  protected readonly language = this.#words.language;
  protected readonly busy = this.#acts.busy;
  protected readonly problem = this.#acts.problem;
  protected readonly remarks = signal('');
  /** What whoever takes over found, where they touched it. */
  readonly #found = linkedSignal<string, Readonly<Record<string, number>>>({ source: this.id, computation: () => ({}) });
  protected readonly takes = computed(() => this.reading.value()?.may.includes('take_over') ?? false);
  protected readonly lines = computed(() => this.reading.value()?.items.map(({ item, text, kind, count }) => ({ item, text, kind, against: count, count: this.#found()[item] ?? count })) ?? []);
  protected readonly differences = computed(() => this.lines().filter(({ count, against }) => count !== against).map(({ item, count }) => ({ item, count })));
  protected readonly told = computed(() => {
    const view = this.reading.value();
    if (!view) return null;
    return {
      view, heading: this.t(`handovers.place.${view.place}`), at: this.#moments.time(view.at), iso: this.#moments.iso(view.at),
      state: view.taken ? this.t('handovers.takenBy', { name: view.taken.by.name, at: this.#moments.time(view.taken.at) }) : this.t('handovers.open'),
      items: view.items.map((item) => ({ ...item, differs: (item.found ?? item.count) !== item.count })),
    };
  });

  protected count(item: string, count: number): void {
    this.#found.update((found) => ({ ...found, [item]: count }));
  }

  protected async takeOver(): Promise<void> {
    if (this.busy() || !await this.#acts.happens(() => this.#api.post(`/handovers/${encodeURIComponent(this.id())}/take-over`, { differences: this.differences(), remarks: this.remarks().trim() || null }))) return;
    this.#message.success(this.t('handovers.done.takenOver'));
  }
}
