import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { goneStates, type LedgerRow, type PersonRef, type ReceptionDecision, type TurnCorrectionRequest, type TurnsPage } from '@lunjie/contracts';
import { OfficeApi } from '../reception/office-api';
import { Staff } from '../reception/staff';
import { problemFrom, type ApiProblem } from '../shared/api/api-problem';
import { liveReading } from '../shared/live/live-reading';
import type { Span } from './period';

/** An agent to choose; who is gone is marked. */
export interface AgentChip extends PersonRef {
  readonly gone: boolean;
}

/** What is looked at: days, and one agent or everybody. */
export interface TurnsAsked extends Span {
  readonly agent: string | null;
}

type Kept = Pick<TurnsPage, 'decisions'> & { readonly rows: ReadonlyMap<string, LedgerRow>; readonly next: string | null };

/** The ledger of some days, current by itself, and a manager's corrections of it. Provided by the page. */
@Injectable()
export class TurnsStore {
  readonly #api = inject(OfficeApi);
  readonly #staff = inject(Staff);
  readonly #asked = signal<TurnsAsked | null>(null);
  readonly #path = computed(() => {
    const asked = this.#asked();
    return asked ? `turns?${new URLSearchParams(queryOf(asked)).toString()}` : null;
  });
  readonly #reading = liveReading<TurnsPage>(this.#path);
  /** Earlier rows that were asked for, with all that was shown above them: the ledger is only added to. */
  readonly #kept = signal<Kept | null>(null);
  readonly #busy = signal<'more' | 'correct' | null>(null);
  readonly #problem = signal<ApiProblem | null>(null);

  readonly page = this.#reading.value;
  readonly readProblem = this.#reading.problem;
  readonly readAt = this.#reading.readAt;
  readonly stale = this.#reading.stale;
  readonly refresh = this.#reading.refresh;
  readonly busy = this.#busy.asReadonly();
  /** Why the last act did not happen. */
  readonly problem = this.#problem.asReadonly();
  readonly names = this.#staff.names;
  readonly agents = this.#staff.agents;
  /** Whose ledger may be looked at: who serves here, and who did in the period that is shown. */
  readonly chips = computed<readonly AgentChip[]>(() => {
    const from = this.#asked()?.from ?? '';
    return this.#staff.people().filter(({ roles, state, toDate }) => roles.includes('agent') && (!goneStates.includes(state) || toDate === null || toDate >= from))
      .map(({ id, name, state }) => ({ id, name, gone: goneStates.includes(state) }));
  });
  readonly rows = computed<readonly LedgerRow[]>(() => {
    const kept = this.#kept();
    const newest = this.page()?.rows ?? [];
    return kept ? inOrder(merged(kept.rows, newest)) : newest;
  });
  readonly next = computed(() => (this.#kept() ?? this.page())?.next ?? null);

  constructor() {
    this.#staff.readOnce();
    effect(() => {
      this.#path();
      this.#kept.set(null);
      this.#problem.set(null);
    });
    effect(() => {
      const page = this.page();
      const kept = untracked(this.#kept);
      // Rows that new ones push off the first page stay.
      if (page && kept) this.#kept.set({ ...kept, rows: merged(kept.rows, page.rows), decisions: { ...kept.decisions, ...page.decisions } });
    });
  }

  look(asked: TurnsAsked): void {
    this.#asked.set(asked);
  }

  decisionOf({ decision }: LedgerRow): ReceptionDecision | null {
    return decision === null ? null : this.page()?.decisions[decision] ?? this.#kept()?.decisions[decision] ?? null;
  }

  async more(): Promise<void> {
    const asked = this.#asked();
    const page = this.page();
    const before = this.next();
    if (!asked || !page || before === null || this.#busy()) return;
    await this.#do('more', async () => {
      const earlier = await this.#api.get<TurnsPage>('/turns', { ...queryOf(asked), before });
      if (asked !== this.#asked()) return;
      const kept = this.#kept();
      this.#kept.set({
        rows: merged(kept?.rows ?? new Map(), [...page.rows, ...earlier.rows]), next: earlier.next, decisions: { ...kept?.decisions, ...page.decisions, ...earlier.decisions },
      });
    });
  }

  correct(request: TurnCorrectionRequest): Promise<boolean> {
    return this.#do('correct', async () => {
      await this.#api.post('/turns/corrections', request);
      await this.refresh();
    });
  }

  dismissProblem(): void {
    this.#problem.set(null);
  }

  async #do(act: 'more' | 'correct', work: () => Promise<void>): Promise<boolean> {
    this.#busy.set(act);
    this.#problem.set(null);
    try {
      await work();
      return true;
    } catch (error) {
      this.#problem.set(problemFrom(error));
      return false;
    } finally {
      this.#busy.set(null);
    }
  }
}

function queryOf({ from, to, agent }: TurnsAsked): Record<string, string> {
  return { from, to, ...(agent === null ? {} : { agent }) };
}

function merged(rows: ReadonlyMap<string, LedgerRow>, more: readonly LedgerRow[]): ReadonlyMap<string, LedgerRow> {
  return new Map([...rows, ...more.map((row) => [row.id, row] as const)]);
}

function inOrder(rows: ReadonlyMap<string, LedgerRow>): readonly LedgerRow[] {
  const place = ({ id }: LedgerRow) => Number(id.split('.')[1]);
  return [...rows.values()].sort((one, other) => other.seq - one.seq || place(one) - place(other));
}
