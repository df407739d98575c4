import { Injectable, computed, inject, signal } from '@angular/core';
import type { DuesList, ReceiptList, ReceiptRequest } from '@lunjie/contracts';
import { OfficeApi } from '../reception/office-api';
import { problemFrom, type ApiProblem } from '../shared/api/api-problem';
import { liveReading } from '../shared/live/live-reading';

/** What customers owe, what came in a span of days, and recording what comes. Provided by the page. */
@Injectable()
export class ReceiptsStore {
  readonly #api = inject(OfficeApi);
  readonly #span = signal<{ readonly from: string; readonly to: string } | null>(null);
  readonly #busy = signal(false);
  readonly #problem = signal<ApiProblem | null>(null);

  readonly dues = liveReading<DuesList>('dues');
  readonly list = liveReading<ReceiptList>(computed(() => {
    const span = this.#span();
    return span === null ? null : `receipts?from=${span.from}&to=${span.to}`;
  }));
  readonly busy = this.#busy.asReadonly();
  /** Why the last receipt was not recorded. */
  readonly problem = this.#problem.asReadonly();

  /** Looks at the receipts of these business days, both included. */
  look(from: string, to: string): void {
    this.#span.set({ from, to });
  }

  async record(deal: string, request: ReceiptRequest): Promise<boolean> {
    this.#busy.set(true);
    this.#problem.set(null);
    try {
      await this.#api.post(`/deals/${encodeURIComponent(deal)}/receipts`, request);
      return true;
    } catch (error) {
      this.#problem.set(problemFrom(error));
      return false;
    } finally {
      await Promise.all([this.dues.refresh(), this.list.refresh()]);
      this.#busy.set(false);
    }
  }

  dismissProblem(): void {
    this.#problem.set(null);
  }
}
