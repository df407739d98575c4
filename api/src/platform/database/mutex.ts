/** The wait for a lock was given up. */
export class LockTimeout extends Error {}

/** What a wait without end most often means; said on both databases. */
export const wentPast =
  'A write waited too long for a lock. Most often a write inside a transaction went through a repository instead of the ' +
  'transaction\'s manager, and waited for its own transaction.';

/** One holder at a time, first come first served, for asynchronous work of one process. */
export class Mutex {
  private readonly waiting: (() => void)[] = [];
  private held = false;

  /**
   * Waits for the lock and answers the function that gives it back (calling that twice does nothing more).
   * @throws LockTimeout with `explanation` after `timeout` ms.
   */
  async acquire(timeout: number, explanation: string): Promise<() => void> {
    if (this.held) await this.turn(timeout, explanation);
    this.held = true;
    let released = false;
    return () => {
      if (released) return;
      released = true;
      const next = this.waiting.shift();
      // The lock stays held while it passes on: a newcomer cannot slip in between.
      if (next) next();
      else this.held = false;
    };
  }

  private turn(timeout: number, explanation: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(go), 1);
        reject(new LockTimeout(explanation));
      }, timeout);
      const go = (): void => {
        clearTimeout(timer);
        resolve();
      };
      this.waiting.push(go);
    });
  }
}
