import { Injectable, computed, inject, signal } from '@angular/core';
import type { DuesList, ReceiptList, ReceiptRequest } from '@lunjie/contracts';
import { OfficeApi } from '../reception/office-api';
import { pageActs } from '../shared/api/acts';
import { liveReading } from '../shared/live/live-reading';

/** What customers owe, what came in a span of days, and recording what comes. Provided by the page. */
@Injectable()
export class ReceiptsStore {
  readonly #api = inject(OfficeApi);
  readonly #span = signal<{ readonly from: string; readonly to: string } | null>(null);
  readonly #acts = pageActs(() => Promise.all([this.dues.refresh(), this.list.refresh()]));

  readonly dues = liveReading<DuesList>('dues');
  readonly list = liveReading<ReceiptList>(computed(() => {
    const span = this.#span();
    return span === null ? null : `receipts?from=${span.from}&to=${span.to}`;
  }));
  readonly busy = this.#acts.busy;
  /** Why the last receipt was not recorded. */
  readonly problem = this.#acts.problem;

  /** Looks at the receipts of these business days, both included. */
  look(from: string, to: string): void {
    this.#span.set({ from, to });
  }

  record(deal: string, request: ReceiptRequest): Promise<boolean> {
    return this.#acts.happens(() => this.#api.post(`/deals/${encodeURIComponent(deal)}/receipts`, request));
  }

  dismissProblem(): void {
    this.#acts.tell(null);
  }
}
