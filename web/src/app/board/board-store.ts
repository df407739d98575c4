import { Injectable, computed, inject } from '@angular/core';
import type { BoardView } from '@lunjie/contracts';
import { Clock } from '../shared/clock/clock';
import { Live } from '../shared/live/live';
import { liveReading } from '../shared/live/live-reading';
import { isOutsideHours } from './office-hours';

/** What the board shows, current by itself. Provided by the page. */
@Injectable()
export class BoardStore {
  readonly #reading = liveReading<BoardView>('board');
  readonly view = this.#reading.value;
  readonly problem = this.#reading.problem;
  readonly readAt = this.#reading.readAt;
  readonly stale = this.#reading.stale;
  readonly refresh = this.#reading.refresh;
  readonly connection = inject(Live).state;
  readonly now = inject(Clock).ticking();

  readonly closed = computed(() => {
    const view = this.view();
    return view !== null && isOutsideHours(view, this.now());
  });

  /** Closed and nobody in the house any more: the last customer of the day is not left in the dark. */
  readonly quiet = computed(() => {
    const view = this.view();
    return this.closed() && view !== null && view.receiving.length === 0 && view.waiting.length === 0;
  });
}
