import { computed, effect, inject, signal, untracked, type Signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { ApiClient } from '../api/api-client';
import { problemFrom, type ApiProblem } from '../api/api-problem';
import { Clock } from '../clock/clock';
import { Session } from '../session/session';
import { Live } from './live';

/** Older than this without a live stream, what is on the screen may not be so any more. */
const freshMs = 25_000;

/** What a page reads of its office, read again whenever something changed. The last answer stays on a failure. */
export interface LiveReading<T> {
  readonly value: Signal<T | null>;
  /** Why the last reading failed; null while readings succeed. */
  readonly problem: Signal<ApiProblem | null>;
  /** When `value` was read. */
  readonly readAt: Signal<number | null>;
  readonly stale: Signal<boolean>;
  /** Reads now. Never rejects: the outcome is in the signals. */
  readonly refresh: () => Promise<void>;
}

/**
 * Reads `/offices/:officeId/{path}` and keeps it current. Needs an injection context and a signed-in person.
 * One reading at a time, so an older answer never replaces a newer one; what changes meanwhile is read once more.
 * @param path below the office; given as a signal, what is read follows it and is empty until the first answer there (null: nothing is read)
 */
export function liveReading<T>(path: string | Signal<string | null>): LiveReading<T> {
  const api = inject(ApiClient);
  const live = inject(Live);
  const clock = inject(Clock);
  const now = clock.ticking();
  const office = inject(Session).office()?.officeId ?? '';
  const value = signal<T | null>(null);
  const problem = signal<ApiProblem | null>(null);
  const readAt = signal<number | null>(null);
  const wanted = () => typeof path === 'string' ? path : untracked(path);
  let running: Promise<void> | undefined;
  let again = false;

  const readOnce = async () => {
    const asked = wanted();
    if (asked === null) return;
    try {
      const answer = await api.get<T>(`/offices/${encodeURIComponent(office)}/${asked}`);
      // The person went on to something else meanwhile.
      if (asked !== wanted()) return;
      value.set(answer);
      problem.set(null);
      readAt.set(clock.read());
    } catch (error) {
      if (asked === wanted()) problem.set(problemFrom(error));
    }
  };
  const readAll = async () => {
    do {
      again = false;
      await readOnce();
    } while (again);
    running = undefined;
  };
  const refresh = () => {
    again = running !== undefined;
    running ??= readAll();
    return running;
  };

  live.listen(office);
  live.changes.pipe(takeUntilDestroyed()).subscribe(() => void refresh());
  if (typeof path === 'string') void refresh();
  else effect(() => {
    path();
    value.set(null);
    problem.set(null);
    readAt.set(null);
    void refresh();
  });

  const stale = computed(() => {
    const at = readAt();
    if (at === null) return false;
    return problem() !== null || (!live.isLive() && now() - at > freshMs);
  });
  return { value: value.asReadonly(), problem: problem.asReadonly(), readAt: readAt.asReadonly(), stale, refresh };
}
