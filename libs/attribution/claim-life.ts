import type { ClaimEvent, ClaimSource } from '@lunjie/contracts';
import type { Duration, PolicyValues } from '@lunjie/policy';
import { protectedFor } from './channel-reports';
import { hasLapsed, later } from './validity';

/** The policy's times for claims: those of the group `validity`, and those of partners' reports (P121, P122). */
export type ClaimTimes = PolicyValues['validity'] & { readonly channel?: PolicyValues['channel'] };
type Validity = ClaimTimes;

export function claimTimes({ validity, channel }: Pick<PolicyValues, 'validity' | 'channel'>): ClaimTimes {
  return { ...validity, channel };
}

/** How long a claim lives, as far as it has come. Business dates; null = no end. */
export interface ClaimLife {
  readonly until: string | null;
  /** The last day whatever happens (P64). */
  readonly hardUntil: string | null;
  /** How often it was prolonged (P63). */
  readonly refreshed: number;
}

/** Something that happened with the customer on a business date; a visit is an activity too. */
export interface LifeEvent {
  readonly date: string;
  readonly events: readonly ClaimEvent[];
}

/** The last valid day of a length of time that begins on a date (P65). */
function lastDay(begun: string, length: Duration, { inclusive }: Validity): string {
  const end = later(begun, length);
  return inclusive ? end : later(end, { amount: -1, unit: 'day' });
}

function earlier(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

/** How long a claim from a source is valid: calls have their own length (P61), a partner's report its own where there is one (P121), everything else the visit's (P60). */
export function lengthOf(source: ClaimSource, { visit, call, channel }: Validity): Duration | null {
  if (source === 'call') return call;
  return source === 'channel' ? channel?.report_protect ?? visit : visit;
}

/** The life of a claim that begins on a business date (P60, P61, P64, P65; a partner's report P121, P122). */
export function lifeBegun(date: string, source: ClaimSource, validity: Validity): ClaimLife {
  const length = lengthOf(source, validity);
  const cap = (length: Duration | null): string | null => length === null ? null : lastDay(date, length, validity);
  const hardUntil = earlier(cap(validity.hard_cap), source === 'channel' ? cap(validity.channel?.hard_cap ?? null) : null);
  return { until: earlier(length === null ? null : lastDay(date, length, validity), hardUntil), hardUntil, refreshed: 0 };
}

const startsAnew: Readonly<Record<Validity['start'], ClaimEvent | null>> = {
  first_filing: null, last_visit: 'visit', last_registration: 'registration', last_followup: 'follow_up', last_effective_followup: 'effective_contact', last_event: 'activity',
};

const protections = ['visit', 'deposit'] as const;

/** The last day to which a visit or a deposit protects a channel's customer; null where it does not (P122). */
function protectedUntil(source: ClaimSource, { date, events }: LifeEvent, validity: Validity): string | null {
  const { channel } = validity;
  if (source !== 'channel' || !channel) return null;
  const days = protections.flatMap((event) => { const length = events.includes(event) ? protectedFor(event, channel) : null; return length === null ? [] : [lastDay(date, length, validity)]; });
  return days.toSorted().at(-1) ?? null;
}

/** Whether events of this kind can change a claim's last day at all. */
export function isMovedBy(events: readonly ClaimEvent[], validity: Validity): boolean {
  const anew = startsAnew[validity.start];
  return protections.some((event) => events.includes(event) && validity.channel != null && protectedFor(event, validity.channel) !== null)
    || (anew !== null && events.includes(anew)) || (validity.refresh_by !== null && validity.refresh_events.some((event) => events.includes(event)));
}

/**
 * The life after something happened. The length counts from the event where the policy counts from the latest of its kind
 * (P62); an event that prolongs sets the last day to its own date and the prolongation (P63), `refresh_max_times` at most.
 * A channel's is never shorter than a visit or a deposit protects it (P122). A claim that has lapsed by the event's date
 * stays lapsed; the hard cap always holds (P64).
 */
export function lifeAfter(life: ClaimLife, source: ClaimSource, { date, events }: LifeEvent, validity: Validity): ClaimLife {
  if (life.until === null || hasLapsed(life.until, date)) return life;
  let until: string | null = life.until;
  let { refreshed } = life;
  const anew = startsAnew[validity.start];
  const length = lengthOf(source, validity);
  if (anew !== null && events.includes(anew)) until = length === null ? null : lastDay(date, length, validity);
  if (validity.refresh_by !== null && validity.refresh_events.some((event) => events.includes(event)) && (validity.refresh_max_times === null || refreshed < validity.refresh_max_times)) {
    const prolonged = lastDay(date, validity.refresh_by, validity);
    if (until !== null && (!validity.refresh_only_if_longer || prolonged > until)) {
      until = prolonged;
      refreshed += 1;
    }
  }
  const channels = protectedUntil(source, { date, events }, validity);
  if (until !== null && channels !== null && channels > until) until = channels;
  return { until: earlier(until, life.hardUntil), hardUntil: life.hardUntil, refreshed };
}

/**
 * The last day to which a partner's report that has run out goes on by itself (P126): as many times its length as reach
 * today. Null where it does not go on: renewal is not automatic, it has no length, or the hard cap is over (P122).
 */
export function renewedUntil({ until, hardUntil }: ClaimLife, today: string, validity: Validity): string | null {
  const length = validity.channel?.renew === 'auto' ? lengthOf('channel', validity) : null;
  if (length === null || until === null || later(until, length) === until) return null;
  let renewed = until;
  while (hasLapsed(renewed, today)) renewed = later(renewed, length);
  const capped = earlier(renewed, hardUntil);
  return capped === null || hasLapsed(capped, today) ? null : capped;
}

/** The life of a claim from its first day through everything that happened since, oldest first: a change of policy computes it anew (P149). */
export function lifeThrough(begun: string, source: ClaimSource, happened: readonly LifeEvent[], validity: Validity): ClaimLife {
  return happened.reduce((life, event) => lifeAfter(life, source, event, validity), lifeBegun(begun, source, validity));
}

/** Whether the owner is to be warned by now (P71): the last day is nearer than the warning, and has not passed. */
export function isExpiring(until: string | null, today: string, { warn_before: warning }: Validity): boolean {
  return until !== null && warning !== null && !hasLapsed(until, today) && later(today, warning) >= until;
}

/** The first day of the warning. */
export function warnedFrom(until: string, warning: Duration): string {
  return later(until, { amount: -warning.amount, unit: warning.unit });
}
