import type { Chance } from './chance';
import type { OfficeHands } from './office-hands';
import type { Timeline } from './timeline';
import { minute, usualVisits, type StoryDay, type VisitKind, type VisitsStory } from './visits-story';

/** Notes an agent leaves when going out officially. */
export const errands = ['去房管局办网签', '陪客户去银行办按揭', '公司总部培训', '送合同盖章'];

/** What every working day has: signing in, lunches, visitors, an errand, closing. */
export class WorkingDay {
  constructor(
    private readonly chance: Chance,
    private readonly timeline: Timeline,
    private readonly hands: OfficeHands,
    private readonly visits: VisitsStory,
  ) {}

  /** Agents sign in one after the other; the first opens the day. @param within how long it takes the last of them (ms) */
  signIn(agents: readonly string[], day: StoryDay, within: number): void {
    for (const agent of agents) this.timeline.plan(day.opens + Math.floor(this.chance.next() * within), () => this.hands.signIn(agent));
  }

  /** Lunch in turns, two at a time, while there are enough to receive whoever comes. @param noon the instant lunches begin */
  lunches(agents: readonly string[], noon: number): void {
    this.chance.some(agents, agents.length).forEach((agent, index) => {
      this.lunch(agent, noon + (Math.floor(index / 2) * 32 + this.chance.between(0, 4)) * minute, 6);
    });
  }

  private lunch(agent: string, at: number, patience: number): void {
    const length = this.chance.between(25, 31) * minute;
    this.timeline.plan(at, async () => {
      const free = await this.hands.free();
      if (free.includes(agent) && free.length > 3) {
        await this.hands.out(agent, 'lunch', at + length);
        this.comesBack(agent, at + length);
      } else if (patience > 0) this.lunch(agent, at + 10 * minute, patience - 1);
    });
  }

  private comesBack(agent: string, at: number): void {
    this.timeline.plan(at, async () => {
      await this.hands.back(agent);
      await this.visits.bell();
    });
  }

  /** So many visitors between two instants, more in mid-morning and mid-afternoon. */
  visitors(count: number, from: number, until: number, day: StoryDay, kinds: Readonly<Record<VisitKind, number>> = usualVisits): void {
    const span = until - from;
    if (span <= 0) return;
    for (let index = 0; index < count; index += 1) {
      const peak = this.chance.happens(0.5) ? 0.22 : 0.7;
      const place = this.chance.happens(0.5) ? this.chance.next() : Math.min(1, Math.max(0, peak + (this.chance.next() - 0.5) * 0.3));
      const kind = this.chance.weighted(kinds);
      this.timeline.plan(from + Math.floor(place * span), async () => {
        await this.visits.happens(kind, day);
      });
    }
  }

  /** Whoever is up next goes out on the office's business, so that turns pass them by and are made up. */
  errand(at: number, length: number): void {
    this.timeline.plan(at, async () => {
      const [agent, another] = await this.hands.free();
      if (agent === undefined || another === undefined) return;
      await this.hands.out(agent, 'official', at + length, this.chance.of(errands));
      this.comesBack(agent, at + length);
    });
  }

  /** The manager closes the day: everybody is signed out. */
  close(at: number): void {
    this.timeline.plan(at, async () => {
      await this.hands.closeDay();
      this.visits.forgetWaiting();
    });
  }
}
