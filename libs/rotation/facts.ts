import type { ArrivalRequest, ChannelReport, Presence, ReceptionFacts } from '@lunjie/contracts';
import { unavailableBecause, type Holds } from './availability';
import type { Floor, OfficeMoment } from './floor';
import type { Rules } from './rules';

/** What the register says about the customer, fetched before the decision. Dates are business dates. */
export interface KnownOwner {
  readonly owner: string;
  /** Last valid day, inclusive; null = does not lapse. */
  readonly validUntil: string | null;
  readonly lapsed: boolean;
}

/** Everything an arrival's decision reads besides the floor and the policy. */
export interface Arrival {
  readonly request: ArrivalRequest;
  readonly owner: KnownOwner | null;
  /** Whole days since the register last heard of the customer; null where it never did. */
  readonly daysSinceContact: number | null;
  /** Owners of the registered customers who brought the visitor. */
  readonly referrerOwners: readonly string[];
  readonly holds?: Holds;
  /** What a partner's report is worth for this visit; none where left out. */
  readonly channelReport?: ChannelReport;
}

/** What holds agents back from this arrival, the customer's own refusals included. */
export function holdsOf(arrival: Arrival): Holds & { readonly refused: readonly string[] } {
  return { ...arrival.holds, refused: arrival.request.says.refuses ?? [] };
}

export function isClosed(rules: Rules, now: OfficeMoment): boolean {
  const { open, close } = rules.policy.values.rotation.hours_that_count;
  const pause = rules.policy.values.rotation.night_pause;
  const outside = (open !== null && now.time < open) || (close !== null && now.time >= close);
  if (pause === null) return outside;
  return outside || (pause.from <= pause.to ? now.time >= pause.from && now.time < pause.to : now.time >= pause.from || now.time < pause.to);
}

/** Presence of an agent as the rules see it: free to receive, on site but not free, or not on site. */
export function presenceOf(floor: Floor, agent: string | null, rules: Rules, arrival: Arrival, now: OfficeMoment): Presence {
  if (agent === null) return 'none';
  const { rotation, phone } = rules.policy.values;
  const standing = floor.agents[agent];
  if (!standing || standing.signedInAt === null) return 'absent';
  if (standing.out && standing.out.reason !== 'serving') return 'absent';
  const because = unavailableBecause(floor, agent, arrival.request.channel ?? 'visit', rotation, phone, holdsOf(arrival), now.at);
  // Who awaits a guest sits there: only the line goes past, not a customer who comes for them.
  return because === null || because.code === 'pending_guest' ? 'free' : 'busy';
}

const best: readonly Presence[] = ['free', 'busy', 'absent', 'none'];

/** The people an arrival's facts speak of. */
export function peopleOf(arrival: Arrival) {
  const { says, broughtBy } = arrival.request;
  return {
    named: says.named ?? [],
    requested: says.requests ?? null,
    owner: arrival.owner?.owner ?? null,
    ownerValidUntil: arrival.owner?.validUntil ?? null,
    refused: says.refuses ?? [],
    referrerOwner: broughtBy?.customerOf ?? arrival.referrerOwners[0] ?? null,
  };
}

function wholeDays(rules: Rules): number | null {
  const inactive = rules.policy.values.counting.new_after_inactive;
  if (inactive === null) return null;
  const length = { second: 1 / 86_400, minute: 1 / 1_440, hour: 1 / 24, day: 1, week: 7, month: 30 }[inactive.unit];
  return inactive.amount * length;
}

/** A customer the office has not heard of for too long is a new customer: nobody owns them any more (P25). */
export function withoutForgottenOwner(arrival: Arrival, rules: Rules): Arrival {
  const inactive = wholeDays(rules);
  const forgotten = inactive !== null && arrival.daysSinceContact !== null && arrival.daysSinceContact > inactive;
  return forgotten ? { ...arrival, owner: null } : arrival;
}

/**
 * The facts of one arrival over the fixed vocabulary (`choiceFacts`, `numberFacts`).
 * @param due the agent whose turn it is for a counted reception, or null
 */
export function factsOf(floor: Floor, arrival: Arrival, rules: Rules, now: OfficeMoment, due: string | null): ReceptionFacts {
  const { says, broughtBy, channel } = arrival.request;
  const people = peopleOf(arrival);
  const presence = (agent: string | null) => presenceOf(floor, agent, rules, arrival, now);
  const named = says.forgotName ? 'forgot' as const : people.named.length > 1 ? 'several' as const : people.named.length === 1 ? 'one' as const : 'none' as const;
  const speaksOf = (agents: readonly string[]) =>
    agents.length === 0 ? 'none' as const : people.owner !== null && agents.includes(people.owner) ? 'owner' as const : 'other' as const;
  const owners = new Set(arrival.referrerOwners);
  return {
    channel: channel ?? 'visit',
    hours: isClosed(rules, now) ? 'closed' : 'open',
    purpose: says.purpose ?? 'visit',
    first_visit: says.firstVisit,
    earlier_contact: says.earlierContact ?? 'not_said',
    named,
    named_presence: best.find((level) => people.named.some((agent) => presence(agent) === level)) ?? 'none',
    requested: speaksOf(people.requested === null ? [] : [people.requested]),
    requested_presence: presence(people.requested),
    requested_due: people.requested !== null && people.requested === due ? 'yes' : 'no',
    refuses: speaksOf(people.refused),
    complains: speaksOf(says.complainsAbout == null ? [] : [says.complainsAbout]),
    owner: arrival.owner === null ? 'none' : arrival.owner.lapsed ? 'lapsed' : 'valid',
    owner_presence: presence(people.owner),
    owner_due: people.owner !== null && people.owner === due ? 'yes' : 'no',
    brought_by: broughtBy?.customerOf != null ? 'agents_customer' : owners.size > 1 ? 'joint' : owners.size === 1 ? 'customer' : 'none',
    referrer_owner_presence: presence(people.referrerOwner),
    recognised: arrival.request.recognisedBy == null ? 'no' : 'yes',
    escorted: arrival.request.escortedBy == null ? 'no' : 'yes',
    channel_report: arrival.channelReport ?? 'none',
    units_wanted: says.unitsWanted ?? null,
    party_size: arrival.request.partySize ?? null,
    days_since_contact: arrival.daysSinceContact,
  };
}
