import type { Chance } from './chance';
import type { OfficeHands } from './office-hands';
import type { Timeline } from './timeline';
import { minute, type StoryDay, type VisitsStory } from './visits-story';

/** What does not happen every day, and is what the office's rules are for. */
export class Incidents {
  constructor(
    private readonly chance: Chance,
    private readonly timeline: Timeline,
    private readonly hands: OfficeHands,
    private readonly visits: VisitsStory,
  ) {}

  /** What happened so many days before today. */
  plan(daysAgo: number, day: StoryDay): void {
    const at = day.opens + (this.chance.between(100, 130)) * minute;
    if (daysAgo === 27) this.reordered(at);
    if (daysAgo === 24 || daysAgo === 2) this.notCounted(at, true);
    if (daysAgo === 5) this.notCounted(at, false);
    if (daysAgo === 21 || daysAgo === 4) this.undone(at, day);
    if (daysAgo === 16 || daysAgo === 3) this.handedBack(at);
    if (daysAgo === 13) this.corrected(at, day);
    if (daysAgo === 9) this.suspended(at);
  }

  private reordered(at: number): void {
    const agent = this.hands.agents.at(-1) ?? '';
    this.timeline.plan(at, () => this.hands.moveToHead(agent, '昨晚留守接待晚场客户，今日排在首位'));
  }

  /** A visitor turns out not to be a customer; agent and visitor prove it to the manager together (002 §6). */
  private notCounted(at: number, accepted: boolean): void {
    this.timeline.plan(at, async () => {
      const visit = await this.visits.begins();
      const { reception, receiver } = visit;
      if (!reception || !receiver) return;
      this.timeline.plan(at + 11 * minute, () => accepted
        ? this.hands.claimNotCounted(receiver.id, reception.id, 'decoration_company_staff', '装修公司业务员，来收集业主信息')
        : this.hands.claimNotCounted(receiver.id, reception.id, 'peer', '怀疑是同行踩盘'));
      this.timeline.plan(at + 16 * minute, () => this.hands.ruleNotCounted(reception.id, accepted, accepted ? '本人出示名片，与顾问一同说明' : '来客有购房意向，证据不足，照常计次'));
      if (!accepted) this.timeline.plan(at + 48 * minute, () => this.hands.end(receiver.id, reception.id, 'considering'));
    });
  }

  /** The desk pressed too fast: undone within the window, then entered as it was. */
  private undone(at: number, day: StoryDay): void {
    this.timeline.plan(at, async () => {
      const visit = await this.visits.begins();
      this.timeline.plan(at + minute, () => this.hands.undo(visit.id));
      this.timeline.plan(at + 2 * minute, async () => {
        await this.visits.happens('returning', day);
      });
    });
  }

  /** While they talk, the agent learns that a colleague received the visitor before, and hands them over. */
  private handedBack(at: number): void {
    this.timeline.plan(at, async () => {
      const visit = await this.visits.begins();
      const { reception, receiver } = visit;
      if (!reception || !receiver) return;
      this.timeline.plan(at + 8 * minute, async () => {
        const owner = (await this.hands.free()).at(-1);
        if (owner === undefined) return this.hands.end(receiver.id, reception.id, 'considering');
        const handed = await this.hands.handBack(receiver.id, reception.id, owner);
        const again = handed.reception;
        if (again && handed.receiver) {
          const { id } = handed.receiver;
          this.timeline.plan(at + 50 * minute, () => this.hands.end(id, again.id, 'interested'));
        }
      });
    });
  }

  /** A slip of the pen, corrected by a new entry that names the old one. */
  private corrected(at: number, day: StoryDay): void {
    this.timeline.plan(at, async () => {
      const visit = await this.visits.happens('new', day);
      this.timeline.plan(at + 20 * minute, () => this.hands.correct(visit.entry, 'partySize', '3', '来客共三人，登记时漏记一人'));
    });
  }

  private suspended(at: number): void {
    const agent = this.hands.agents[4] ?? '';
    this.timeline.plan(at, () => this.hands.suspend(agent, at + 3 * 24 * 60 * minute, '当月第三次未先问是否首次到访，停接三天'));
  }
}
