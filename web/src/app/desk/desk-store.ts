import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { AbsenceReason, ArrivalAnswer, BoardView, VisitRow } from '@lunjie/contracts';
import { injectCustomerLabel } from '../reception/customer-label';
import { OfficeApi } from '../reception/office-api';
import { Staff } from '../reception/staff';
import { problemFrom, type ApiProblem } from '../shared/api/api-problem';
import { Live } from '../shared/live/live';
import { liveReading } from '../shared/live/live-reading';
import { endOfDay } from './line/end-of-day';

const searchQuietMs = 250;

/** The office's day as the desk sees it, and every write of the desk except the arrival itself. Provided by the page. */
@Injectable()
export class DeskStore {
  readonly #api = inject(OfficeApi);
  readonly #staff = inject(Staff);
  readonly #reading = liveReading<BoardView>('board');
  readonly #rows = signal<readonly VisitRow[] | null>(null);
  readonly #labelled = injectCustomerLabel();
  readonly #search = signal('');
  readonly #busy = signal<string | null>(null);
  readonly #problem = signal<ApiProblem | null>(null);
  #latestRows = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly board = computed(() => {
    const board = this.#reading.value();
    return board && { ...board, waiting: board.waiting.map(this.#labelled) };
  });
  readonly readProblem = this.#reading.problem;
  readonly readAt = this.#reading.readAt;
  readonly stale = this.#reading.stale;
  /** Today's register, newest first; null until it was read. */
  readonly rows = computed(() => this.#rows()?.map(this.#labelled) ?? null);
  readonly search = this.#search.asReadonly();
  /** The act that is being sent, by its path. */
  readonly busy = this.#busy.asReadonly();
  /** Why the last act did not happen. */
  readonly problem = this.#problem.asReadonly();
  readonly agents = this.#staff.agents;
  readonly names = computed<ReadonlyMap<string, string>>(() => {
    const board = this.board();
    const onBoard = board ? [...board.line.map((one) => one.agent), ...board.notSignedIn] : [];
    return new Map([...onBoard.map((one) => [one.id, one.name] as const), ...this.#staff.names()]);
  });

  constructor() {
    inject(Live).changes.pipe(takeUntilDestroyed()).subscribe(() => void this.#readRest());
    inject(DestroyRef).onDestroy(() => clearTimeout(this.#timer));
    void this.#readRest();
  }

  readonly refresh = async () => {
    await Promise.all([this.#reading.refresh(), this.#readRest()]);
  };

  lookFor(text: string): void {
    this.#search.set(text);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#readRest(), searchQuietMs);
  }

  dismissProblem(): void {
    this.#problem.set(null);
  }

  readonly openDay = () => this.act('/day/open');
  readonly closeDay = () => this.act('/day/close');
  readonly signIn = (agentId: string) => this.act('/presence/sign-in', { agentId });
  readonly signOut = (agentId: string) => this.act('/presence/sign-out', { agentId });
  readonly goOut = (agentId: string, reason: AbsenceReason, expectedBackAt: number | null) => this.act('/presence/out', { agentId, reason, expectedBackAt });
  readonly relieveDoor = (agentId: string) => this.act('/presence/door', { agentId });
  readonly comeBack = (agentId: string) => this.act('/presence/back', { agentId });
  /** @param lastDay `YYYY-MM-DD`, included */
  readonly suspend = (agentId: string, lastDay: string, reason: string) =>
    this.act('/line/suspensions', { agentId, until: endOfDay(lastDay, this.board()?.office.timeZone ?? 'Asia/Shanghai'), reason });
  readonly lift = (agentId: string, reason: string) => this.act('/line/suspensions/lift', { agentId, reason });
  readonly reorder = (queue: string, order: readonly string[], reason: string) =>
    this.run('/line/order', () => this.#api.put<BoardView>('/line/order', { queue, order, reason }));
  readonly assign = (visitId: string, expectedReceiver: string) => this.act(`/visits/${visitId}/assign`, { expectedReceiver });
  readonly leave = (visitId: string) => this.act(`/visits/${visitId}/leave`);
  readonly takeContact = (visitId: string, contact: { name: string | null; phone: string | null }) => this.act(`/visits/${visitId}/contact`, contact);

  act(path: string, body: object = {}): Promise<boolean> {
    return this.run(path, () => this.#api.post<ArrivalAnswer | BoardView>(path, body));
  }

  /** Runs one act and reads the day again. Resolves to whether it was done; if not, the reason stands in `problem`. */
  async run(name: string, send: () => Promise<unknown>): Promise<boolean> {
    this.#busy.set(name);
    this.#problem.set(null);
    try {
      await send();
      void this.refresh();
      return true;
    } catch (error) {
      const problem = problemFrom(error);
      this.#problem.set(problem);
      // The line moved or somebody was faster: show how it stands now.
      if (problem.status === 409) void this.refresh();
      return false;
    } finally {
      this.#busy.set(null);
    }
  }

  /** Register and people. Their failure shows with the board's, which is read at the same moments; the last rows stay. */
  async #readRest(): Promise<void> {
    const mine = (this.#latestRows += 1);
    const search = this.#search().trim();
    try {
      if (!this.#staff.names().size) await this.#staff.load();
      const { rows } = await this.#api.get<{ rows: readonly VisitRow[] }>('/visits', search ? { search } : undefined);
      if (mine === this.#latestRows) this.#rows.set(rows);
    } catch {
      return;
    }
  }
}
