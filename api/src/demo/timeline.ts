import { setImmediate } from 'node:timers/promises';
import type { FixedClock } from '../platform/clock/clock';
import { Problem } from '../platform/errors/problem';

type Act = () => Promise<void>;

/** What happens in the office, each at its instant (epoch ms); while it happens the clock stands there. */
export class Timeline {
  /** What the office refused: a story may ask for what its own rules do not allow, as people do. */
  readonly refusals: Problem[] = [];
  private planned: { readonly at: number; readonly act: Act }[] = [];

  constructor(private readonly clock: FixedClock) {}

  /** Plans something, from now on at the earliest. Of two at one instant the one planned first happens first. */
  plan(at: number, act: Act): void {
    const from = Math.max(at, this.clock.now());
    const behind = this.planned.findLastIndex((each) => each.at <= from);
    this.planned.splice(behind + 1, 0, { at: from, act });
  }

  /** Lets everything happen up to an instant, in order; what was planned for later is forgotten. */
  async play(until: number): Promise<void> {
    for (let next = this.planned.shift(); next !== undefined && next.at <= until; next = this.planned.shift()) {
      this.clock.set(next.at);
      await this.tried(next.act);
      // The embedded database answers without ever waiting: whoever asks this process something meanwhile is heard here.
      await setImmediate();
    }
    this.planned = [];
    this.clock.set(until);
  }

  private async tried(act: Act): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.refusals.push(error);
    }
  }
}
