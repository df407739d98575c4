import type { OfficeHands } from './office-hands';
import type { Timeline } from './timeline';
import { minute, type StoryDay, type VisitsStory } from './visits-story';

/** How long before now the story of the last hour begins. */
export const lastHour = 58 * minute;

/**
 * The last hour before now, told so that the first screen is alive: one agent up next went out on the office's business,
 * was passed over and is back with a make-up turn owed; another is still out; three receptions go on.
 */
export class TodayStory {
  private away = '';

  constructor(
    private readonly timeline: Timeline,
    private readonly hands: OfficeHands,
    private readonly visits: VisitsStory,
  ) {}

  /** @param scale below 1 where the day is younger than the story: everything then happens that much faster */
  plan(now: number, day: StoryDay, scale: number): void {
    const ago = (minutes: number, act: () => Promise<void>): void => this.timeline.plan(Math.floor(now - minutes * minute * scale), act);
    ago(54, () => this.leaves(now));
    ago(47, () => this.receives('new', day, 'all', now - 12 * minute * scale));
    ago(36, () => this.stillOut(now));
    ago(29, () => this.receives('new', day, 'all', null));
    ago(21, () => this.receives('returning', day, 'first', null));
    ago(9, () => this.receives('new', day, 'nothing', null));
    ago(6, async () => {
      await this.visits.happens('directions', day);
    });
    ago(4, async () => {
      if (this.away !== '') await this.hands.back(this.away);
    });
  }

  private async leaves(now: number): Promise<void> {
    const [agent, ...others] = await this.hands.free();
    if (agent === undefined || others.length < 3) return;
    await this.hands.out(agent, 'official', now, '送合同到公司盖章');
    this.away = agent;
  }

  private async stillOut(now: number): Promise<void> {
    const free = await this.hands.free();
    const agent = free.at(-1);
    if (agent !== undefined && free.length > 2) await this.hands.out(agent, 'official', now + 40 * minute, '去房管局办网签');
  }

  /** @param until when they part, or null while they still talk */
  private async receives(kind: 'new' | 'returning', day: StoryDay, written: 'all' | 'first' | 'nothing', until: number | null): Promise<void> {
    const visit = await this.visits.goesOn(kind, day, written);
    const { reception, receiver } = visit;
    if (!reception || !receiver || until === null) return;
    this.timeline.plan(until, () => this.hands.end(receiver.id, reception.id, 'interested'));
  }
}
