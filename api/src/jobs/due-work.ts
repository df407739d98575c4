/** Work that lies ready in rows, and how it is done. */
export interface Work {
  /** Known by this to who wakes it; never changed, since a queue may bear it. */
  readonly name: string;
  /** How often somebody looks for what is due though nobody said so (ms). */
  readonly every: number;
  /**
   * Does everything that is due by now, in short transactions. Any process may do it, and several may at once.
   * @param goesOn asked between two of them: the server may be stopping, and another one goes on
   */
  readonly run: (goesOn: () => boolean) => Promise<void>;
}

/**
 * Work that takes longer than a request. The database's rows are the truth: what is due stands there, and whoever does
 * it says so there. This port only wakes workers, so that losing a wake-up costs time and nothing else. In one process it
 * is a timer; with Redis it is Bull, which wakes the workers of all instances.
 */
export abstract class DueWork {
  /** Takes up work from now on until the server stops. */
  abstract does(work: Work): void;
  /** Something became due: to be called once it is committed. Never throws and never waits. */
  abstract wake(name: string): void;
  /** Does now what is due, or waits for who is at it: for tests, and for whoever must not go on before. */
  abstract settled(name: string): Promise<void>;
}
