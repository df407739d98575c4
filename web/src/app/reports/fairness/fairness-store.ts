import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import type { FairnessKind, FairnessPage, FairnessStanding, FairnessTurnsPage } from '@lunjie/contracts';
import { OfficeApi } from '../../reception/office-api';
import { Staff } from '../../reception/staff';
import { pageActs } from '../../shared/api/acts';
import { liveReading } from '../../shared/live/live-reading';
import type { Span } from '../../turns/period';

export interface FairnessAsked extends Span {
  readonly queue: string | null;
}

/** Whose turns of which kind are looked at behind a figure. */
export interface BehindAsked extends FairnessAsked {
  readonly agent: string;
  readonly kind: FairnessKind;
  readonly stood: FairnessStanding;
}

/** A period's fairness statement, current by itself, and the turns behind one of its figures. Provided by the page. */
@Injectable()
export class FairnessStore {
  readonly #api = inject(OfficeApi);
  readonly #staff = inject(Staff);
  readonly #acts = pageActs();
  readonly #asked = signal<FairnessAsked | null>(null);
  readonly #reading = liveReading<FairnessPage>(computed(() => {
    const asked = this.#asked();
    return asked === null ? null : `reports/fairness?${new URLSearchParams(queryOf(asked)).toString()}`;
  }));
  readonly #behind = signal<BehindAsked | null>(null);
  readonly #turns = signal<FairnessTurnsPage | null>(null);

  readonly page = this.#reading.value;
  readonly readProblem = this.#reading.problem;
  readonly readAt = this.#reading.readAt;
  readonly stale = this.#reading.stale;
  readonly refresh = this.#reading.refresh;
  readonly busy = this.#acts.busy;
  readonly problem = this.#acts.problem;
  readonly names = this.#staff.names;
  /** The turns behind the figure that was opened. */
  readonly turns = this.#turns.asReadonly();

  constructor() {
    this.#staff.readOnce();
    effect(() => {
      const asked = this.#behind();
      untracked(() => {
        this.#turns.set(null);
        if (asked) void this.#read(asked, null);
      });
    });
  }

  look(asked: FairnessAsked): void {
    this.#asked.set(asked);
  }

  /** @param asked null: nothing is opened */
  open(asked: BehindAsked | null): void {
    this.#behind.set(asked);
  }

  async more(): Promise<void> {
    const asked = this.#behind();
    const next = this.#turns()?.next ?? null;
    if (asked && next !== null && !this.busy()) await this.#read(asked, next);
  }

  async #read(asked: BehindAsked, before: number | null): Promise<void> {
    const { agent, kind, stood, ...period } = asked;
    const query = { ...queryOf(period), kind, stood, ...before === null ? {} : { before: String(before) } };
    const read = await this.#acts.fetched(() => this.#api.get<FairnessTurnsPage>(`/reports/fairness/${encodeURIComponent(agent)}/turns`, query));
    if (read && asked === this.#behind()) this.#turns.update((shown) => shown && before !== null ? { ...read, rows: [...shown.rows, ...read.rows] } : read);
  }
}

function queryOf({ from, to, queue }: FairnessAsked): Record<string, string> {
  return { from, to, ...queue === null ? {} : { queue } };
}
