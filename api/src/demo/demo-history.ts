import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import type { FixedClock } from '../platform/clock/clock';
import { CallServices, CallsStory } from './calls-story';
import { Chance } from './chance';
import type { DemoOffice } from './demo-people';
import { demoPeople } from './demo-people';
import { DisputesStory } from './disputes-story';
import { EveningServices, EveningStory } from './evening-story';
import { HouseServices, HouseStory } from './house-story';
import { Incidents } from './incidents';
import { Guests } from './invented-guests';
import { OfficeHands, OfficeServices } from './office-hands';
import { RequestServices, RequestsStory } from './requests-story';
import { SalesServices, SalesStory } from './sales-story';
import { Timeline } from './timeline';
import { lastHour, TodayStory } from './today-story';
import { minute, usualVisits, VisitsStory, type StoryDay } from './visits-story';
import { WorkingDay } from './working-day';

export const demoHours = { opens: '08:30', closes: '18:30' } as const;
const hour = 60 * minute;

/** How much of a demo to tell, and where it ends. */
export interface HistoryPlan {
  readonly clock: FixedClock;
  /** The instant (epoch ms) the story has come to: nothing in it is later. */
  readonly now: number;
  /** Whole days before today. */
  readonly days: number;
  readonly office: DemoOffice;
  /** Told after each day. */
  readonly told?: () => void;
}

/**
 * The demo office's month, played through the services the console uses, under a clock that stands where the story is:
 * every posting, entry, decision and claim is what these services made. The same first day tells the same story.
 *
 * Today is told up to now. Before 08:45 the office would be empty, and the first screen with it; the demo then opens
 * for the night, its story packed into what there is of the day, at most two and a half hours. After closing time the
 * office is still open: the evening has visitors too.
 */
@Injectable()
export class DemoHistory {
  constructor(
    private readonly services: OfficeServices,
    private readonly sales: SalesServices,
    private readonly requests: RequestServices,
    private readonly calls: CallServices,
    private readonly evening: EveningServices,
    private readonly house: HouseServices,
  ) {}

  /** Plays it. Answers what the office refused on the way, for whoever wants to know how smooth the story is. */
  async play({ clock, now, days, office, told = () => undefined }: HistoryPlan): Promise<readonly string[]> {
    const today = DateTime.fromMillis(now, { zone: office.office.timeZone }).startOf('day');
    const chance = new Chance(today.minus({ days }).toFormat('yyyy-MM-dd'));
    const agents = demoPeople.flatMap(({ account, role }) => role === 'agent' ? [office.people[account] ?? ''] : []);
    const timeline = new Timeline(clock);
    const hands = new OfficeHands(this.services, office, agents);
    const guests = new Guests(chance);
    const visits = new VisitsStory(chance, timeline, hands, guests, () => clock.now());
    const story: Story = { chance, timeline, agents, day: new WorkingDay(chance, timeline, hands, visits), incidents: new Incidents(chance, timeline, hands, visits), disputes: new DisputesStory(this.services, office, timeline), today: new TodayStory(timeline, hands, visits), sales: new SalesStory(timeline, this.sales, office, guests), requests: new RequestsStory(timeline, this.requests, office), calls: new CallsStory(timeline, this.calls, office), evening: new EveningStory(timeline, this.evening, office), house: new HouseStory(timeline, this.house, office, () => clock.now()), days };
    for (let daysAgo = days; daysAgo > 0; daysAgo -= 1) {
      await wholeDay(story, today.minus({ days: daysAgo }), daysAgo);
      told();
    }
    await dayUntil(story, today, now);
    told();
    return timeline.refusals.map(({ code }) => code);
  }
}

interface Story {
  readonly chance: Chance;
  readonly timeline: Timeline;
  readonly agents: readonly string[];
  readonly day: WorkingDay;
  readonly incidents: Incidents;
  readonly disputes: DisputesStory;
  readonly today: TodayStory;
  readonly sales: SalesStory;
  readonly requests: RequestsStory;
  readonly calls: CallsStory;
  readonly evening: EveningStory;
  readonly house: HouseStory;
  /** Whole days of the story. */
  readonly days: number;
}

const at = (date: DateTime, time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return date.set({ hour: hours, minute: minutes }).toMillis();
};

async function wholeDay({ chance, timeline, agents, day, incidents, disputes, sales, requests, calls, evening, house, days }: Story, date: DateTime, daysAgo: number): Promise<void> {
  const weekend = date.weekday > 5;
  const closes = at(date, demoHours.closes);
  const story: StoryDay = { date: date.toFormat('yyyy-MM-dd'), opens: at(date, demoHours.opens), over: closes - 12 * minute };
  const present = weekend ? agents : chance.some(agents, agents.length - chance.between(1, 2));
  day.signIn(present, story, 20 * minute);
  day.lunches(present, at(date, '11:30'));
  day.visitors(weekend ? chance.between(12, 15) : chance.between(7, 11), at(date, '09:00'), closes - 75 * minute, story);
  if (daysAgo % 2 === 0) day.errand(at(date, chance.happens(0.5) ? '09:30' : '14:00') + chance.between(0, 60) * minute, chance.between(60, 100) * minute);
  // One Saturday everybody comes at once, and some have to wait.
  if (date.weekday === 6 && daysAgo <= 7) day.visitors(9, at(date, '14:20'), at(date, '14:50'), story, { ...usualVisits, directions: 0, survey: 0, call: 0 });
  incidents.plan(daysAgo, story);
  sales.plan(daysAgo, daysAgo === days, story);
  disputes.plan(daysAgo, story.opens);
  requests.plan(daysAgo, story.opens);
  calls.plan(daysAgo, story.opens);
  house.plan(daysAgo, story.opens);
  evening.plan(daysAgo, story.date, closes);
  day.close(closes - chance.between(2, 8) * minute);
  await timeline.play(closes);
}

async function dayUntil({ chance, timeline, agents, day, today, requests, calls, evening, house }: Story, date: DateTime, now: number): Promise<void> {
  const early = now < at(date, '08:45');
  const opens = early ? Math.max(date.toMillis(), now - 2.5 * hour) : at(date, demoHours.opens);
  const scale = Math.min(1, (now - opens) / (75 * minute));
  const lastHourBegins = now - lastHour * scale;
  const story: StoryDay = { date: date.toFormat('yyyy-MM-dd'), opens, over: lastHourBegins - minute * scale };
  const present = chance.some(agents, agents.length - 1);
  day.signIn(present, story, 14 * minute * scale);
  day.lunches(present, at(date, '11:30'));
  const hours = (lastHourBegins - opens) / hour;
  day.visitors(Math.round(hours * (date.weekday > 5 ? 1.5 : 1.1)), opens + 25 * minute * scale, story.over - 15 * minute * scale, story);
  today.plan(now, story, scale);
  requests.today(now, opens, scale);
  calls.today(now, opens, scale);
  house.today(now, opens, scale);
  evening.today(story.date, opens, scale);
  await timeline.play(now);
}
