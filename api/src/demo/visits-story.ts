import type { ArrivalRequest, ReceptionOutcome, VisitRow } from '@lunjie/contracts';
import type { Chance } from './chance';
import { inventForm } from './invented-forms';
import type { Guest, Guests } from './invented-guests';
import type { OfficeHands } from './office-hands';
import type { Timeline } from './timeline';

export const minute = 60_000;

/** A day as the story sees it; instants in epoch ms. */
export interface StoryDay {
  /** The business date. */
  readonly date: string;
  readonly opens: number;
  /** Until when receptions must be over. */
  readonly over: number;
}

export const visitKinds = ['new', 'returning', 'referral', 'requested', 'forgot', 'survey', 'directions', 'call'] as const;
export type VisitKind = (typeof visitKinds)[number];

/** How often each kind of visit happens; the first days have nobody yet who could return. */
export const usualVisits: Readonly<Record<VisitKind, number>> = { new: 50, returning: 22, referral: 5, requested: 3, forgot: 4, survey: 4, directions: 6, call: 6 };

/** How long each kind of reception takes, in minutes. */
const lengths: Readonly<Record<VisitKind, readonly [number, number]>> = {
  new: [30, 70], returning: [20, 55], referral: [30, 60], requested: [30, 60], forgot: [30, 60], survey: [10, 20], directions: [1, 2], call: [3, 8],
};

const outcomes: Readonly<Record<'new' | 'returning', Partial<Record<ReceptionOutcome, number>>>> = {
  new: { interested: 30, considering: 34, not_interested: 16, enquiry_only: 12, left_early: 8 },
  returning: { interested: 40, considering: 38, deposit: 12, not_interested: 10 },
};

interface Told {
  readonly guest: Guest;
  readonly request: ArrivalRequest;
  /** Whether the agent still has to write down who it is. */
  readonly unnamed: boolean;
}

/** How single visits go: what the desk hears, what the agent writes, when they part. */
export class VisitsStory {
  /** Parties nobody could receive yet, and how their reception goes on. */
  private readonly waiting: { readonly visit: string; readonly goOn: (visit: VisitRow) => void }[] = [];

  constructor(
    private readonly chance: Chance,
    private readonly timeline: Timeline,
    private readonly hands: OfficeHands,
    private readonly guests: Guests,
    private readonly now: () => number,
  ) {}

  /** A visit of a kind, from the door to the goodbye. */
  async happens(kind: VisitKind, day: StoryDay): Promise<VisitRow> {
    const told = this.tell(kind, day.date);
    const visit = await this.hands.arrive(told.request);
    const [least, most] = lengths[kind];
    const length = this.chance.between(least, most) * minute;
    const remember = kind !== 'survey' && kind !== 'directions' && kind !== 'call';
    this.goOn(visit, told, { length, over: day.over, date: day.date, remember, writes: remember });
    return visit;
  }

  /** A new guest whose reception the caller tells further: nothing happens by itself. */
  begins(): Promise<VisitRow> {
    const { name, phone } = this.guests.invent();
    return this.hands.arrive({ name, phone, partySize: 1, says: { firstVisit: 'yes', earlierContact: 'none' } });
  }

  /** A visit of a kind whose reception still goes on; `known` wants a guest whose agent is free. */
  async goesOn(kind: 'new' | 'returning', day: StoryDay, written: 'all' | 'first' | 'nothing'): Promise<VisitRow> {
    const free = await this.hands.free();
    const told = this.tell(kind, day.date, (guest) => guest.owner !== null && free.includes(guest.owner));
    const visit = await this.hands.arrive(told.request);
    if (visit.reception && visit.receiver) {
      this.remember(told.guest, visit, day.date);
      const { first, later } = inventForm(this.chance, told.guest, told.unnamed);
      const part = { all: { ...first, ...later }, first, nothing: {} }[written];
      if (written !== 'nothing') await this.hands.saveForm(visit.receiver.id, visit.reception.id, part);
    }
    return visit;
  }

  /** What is written and when they part, once somebody receives. */
  goOn(visit: VisitRow, told: Told, plan: { readonly length: number; readonly over: number; readonly date: string; readonly remember: boolean; readonly writes: boolean }): void {
    if (visit.state === 'waiting') {
      this.waiting.push({ visit: visit.id, goOn: (assigned) => this.goOn(assigned, told, plan) });
      return;
    }
    const { reception, receiver } = visit;
    if (!reception || !receiver) return;
    const { guest, unnamed } = told;
    const from = this.now();
    const until = Math.max(from + minute / 2, Math.min(from + plan.length, plan.over));
    if (plan.remember) this.remember(guest, visit, plan.date);
    if (plan.writes) this.write(guest, receiver.id, reception.id, unnamed, from, until);
    this.timeline.plan(until, async () => {
      if (!(await this.hands.goesOn(reception.id))) return;
      await this.hands.end(receiver.id, reception.id, this.outcome(visit));
      await this.bell();
    });
  }

  /** Who waits is offered again when somebody is free. */
  async bell(): Promise<void> {
    const party = this.waiting[0];
    if (!party || (await this.hands.free()).length === 0) return;
    const visit = await this.hands.assign(party.visit);
    this.waiting.shift();
    party.goOn(visit);
  }

  /** At closing time nobody waits any more. */
  forgetWaiting(): void {
    this.waiting.length = 0;
  }

  private write(guest: Guest, agent: string, reception: string, unnamed: boolean, from: number, until: number): void {
    const { first, later } = inventForm(this.chance, guest, unnamed);
    this.timeline.plan(from + (until - from) * 0.4, async () => {
      if (!(await this.hands.goesOn(reception))) return;
      await this.hands.saveForm(agent, reception, first);
      if (unnamed) this.guests.known.push(guest);
    });
    this.timeline.plan(until, async () => {
      if (await this.hands.goesOn(reception)) await this.hands.saveForm(agent, reception, later);
    });
  }

  private remember(guest: Guest, visit: VisitRow, date: string): void {
    if (guest.customerId === null && visit.phoneMasked !== null) this.guests.known.push(guest);
    guest.customerId ??= visit.customerId;
    guest.owner ??= visit.receiver?.id ?? null;
    guest.lastSeen = date;
  }

  private outcome(visit: VisitRow): ReceptionOutcome {
    if (visit.visitorClass === 'peer_declared') return 'enquiry_only';
    if (visit.channel === 'call') return 'enquiry_only';
    return this.chance.weighted((visit.counts ? outcomes.new : outcomes.returning) as Record<ReceptionOutcome, number>);
  }

  /** What the desk hears. A kind that needs an earlier guest is a new one where nobody suits. */
  private tell(kind: VisitKind, date: string, suits?: (guest: Guest) => boolean): Told {
    const { chance } = this;
    const partySize = chance.weighted({ one: 3, two: 5, three: 2 });
    const size = { one: 1, two: 2, three: 3 }[partySize];
    if (kind === 'returning') {
      const guest = this.guests.whoMayReturn(date, suits);
      if (guest?.owner) return { guest, unnamed: false, request: { name: guest.name, phone: guest.phone, partySize: size, says: { firstVisit: 'no', earlierContact: 'visit', named: [guest.owner] } } };
    }
    const guest = this.guests.invent();
    if (kind === 'survey') return { guest, unnamed: false, request: { name: guest.name, says: { firstVisit: 'yes', purpose: 'market_survey' }, note: '表明身份的同行' } };
    if (kind === 'directions') return { guest, unnamed: false, request: { says: { firstVisit: 'unclear', purpose: chance.happens(0.5) ? 'directions' : 'looking_for_staff' } } };
    if (kind === 'call') return { guest, unnamed: false, request: { channel: 'call', name: guest.name, phone: guest.phone, says: { firstVisit: 'yes' } } };
    if (kind === 'forgot') return { guest, unnamed: true, request: { name: guest.name, partySize: size, says: { firstVisit: 'no', earlierContact: 'phone', forgotName: true } } };
    if (kind === 'requested') return { guest, unnamed: false, request: { name: guest.name, phone: guest.phone, partySize: size, says: { firstVisit: 'yes', requests: chance.of(this.hands.agents) }, note: '朋友推荐' } };
    const referrer = kind === 'referral' ? this.guests.whoMayReturn(date) : null;
    if (referrer?.customerId && referrer.owner) {
      guest.owner = referrer.owner;
      return { guest, unnamed: false, request: { name: guest.name, phone: guest.phone, partySize: size, says: { firstVisit: 'yes' }, broughtBy: { customers: [referrer.customerId] } } };
    }
    const atTheDesk = chance.happens(0.6);
    const units = chance.happens(0.02) ? { unitsWanted: 6 } : {};
    return {
      guest, unnamed: !atTheDesk,
      request: { ...(atTheDesk ? { name: guest.name, phone: guest.phone } : {}), partySize: size, says: { firstVisit: 'yes', earlierContact: chance.happens(0.1) ? 'phone' : 'none', ...units } },
    };
  }
}
