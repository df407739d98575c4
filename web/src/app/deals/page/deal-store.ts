import { Injectable, computed, inject, signal } from '@angular/core';
import type { AdjustmentRequest, ContractRequest, DealPage, ExchangeRequest, FirmDepositRequest, NameChangeRequest, ReceiptRequest, SettlementPreview, SettlementRequest, SettlementResult, UnitBoard } from '@lunjie/contracts';
import { OfficeApi } from '../../reception/office-api';
import { Staff } from '../../reception/staff';
import { pageActs } from '../../shared/api/acts';
import { liveReading } from '../../shared/live/live-reading';
import { unitsOf } from '../../units/board-query';

/** Steps of a deal and what each is asked with; the path of each is its name. */
export interface StepRequests {
  readonly 'firm-deposit': FirmDepositRequest;
  readonly subscription: object;
  readonly contract: ContractRequest;
  readonly delivery: object;
  readonly exchange: ExchangeRequest;
  readonly 'name-change': NameChangeRequest;
  readonly cancellation: { readonly reason: string };
  readonly forfeiture: { readonly reason: string };
  readonly adjustment: AdjustmentRequest;
  readonly receipts: ReceiptRequest;
  readonly settlement: SettlementRequest;
}

/** One deal: everything of it, current by itself, and the steps on. Provided by the page. */
@Injectable()
export class DealStore {
  readonly #api = inject(OfficeApi);
  readonly #staff = inject(Staff);
  readonly #id = signal<string | null>(null);
  readonly #reading = liveReading<DealPage>(computed(() => this.#id() === null ? null : `deals/${encodeURIComponent(this.#id() ?? '')}`));
  readonly #acts = pageActs(() => this.refresh());

  readonly deal = this.#reading.value;
  readonly readProblem = this.#reading.problem;
  readonly readAt = this.#reading.readAt;
  readonly stale = this.#reading.stale;
  readonly refresh = this.#reading.refresh;
  readonly names = this.#staff.names;
  readonly agents = this.#staff.agents;
  readonly busy = this.#acts.busy;
  /** Why the last step did not happen. */
  readonly problem = this.#acts.problem;

  constructor() {
    this.#staff.readOnce();
  }

  look(id: string): void {
    this.#id.set(id);
  }

  /** Takes a step. Answers whether it was taken. */
  step<Step extends keyof StepRequests>(step: Step, request: StepRequests[Step]): Promise<boolean> {
    return this.#acts.happens(() => this.#api.post(`/deals/${encodeURIComponent(this.#id() ?? '')}/${step}`, request));
  }

  /** What settling the dispute so would move; nothing is written. */
  settling(result: SettlementResult): Promise<SettlementPreview> {
    return this.#api.ask(`/deals/${encodeURIComponent(this.#id() ?? '')}/settlement/preview`, { result });
  }

  /** Takes a receipt back by a second one. */
  withdraw(receipt: string, reason: string): Promise<boolean> {
    return this.#acts.happens(() => this.#api.post(`/receipts/${encodeURIComponent(receipt)}/withdrawal`, { reason }));
  }

  /** Units the deal could be moved to. */
  async free(): Promise<readonly { readonly id: string; readonly label: string; readonly priceFen: number }[]> {
    try {
      return unitsOf(await this.#api.get<UnitBoard>('/units')).filter(({ state }) => state === 'available').map(({ id, code, layout, listPriceFen }) => ({ id, label: `${code} ${layout}`, priceFen: listPriceFen }));
    } catch (error) {
      this.#acts.tell(error);
      return [];
    }
  }

  dismissProblem(): void {
    this.#acts.tell(null);
  }
}
