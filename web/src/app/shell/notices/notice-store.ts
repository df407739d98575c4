import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import type { Notice, NoticesView } from '@lunjie/contracts';
import { OfficeApi } from '../../reception/office-api';
import { liveReading } from '../../shared/live/live-reading';

/** What time alone brings (a party that waits too long) changes nothing on the server: it is asked for. */
const askEveryMs = 60_000;

/** What concerns me now, current by itself. Provided by the bell. */
@Injectable()
export class NoticeStore {
  readonly #api = inject(OfficeApi);
  readonly #reading = liveReading<NoticesView>('notices');
  /** Seen on this device, until the server has it. */
  readonly #seenHere = signal(0);
  readonly problem = this.#reading.problem;
  readonly notices = computed<readonly Notice[] | null>(() => this.#reading.value()?.notices ?? null);
  readonly seenAt = computed(() => Math.max(this.#seenHere(), this.#reading.value()?.seenAt ?? 0));
  readonly unseen = computed(() => (this.notices() ?? []).filter(({ at }) => at > this.seenAt()));

  constructor() {
    const timer = setInterval(() => void this.#reading.refresh(), askEveryMs);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  /** Everything shown now has been seen, on every device once the server knows. */
  async see(): Promise<void> {
    const until = this.#reading.value()?.now;
    if (until === undefined || this.unseen().length === 0) return;
    this.#seenHere.set(until);
    await this.#api.put('/notices/seen', { until }).catch(() => undefined);
  }
}
