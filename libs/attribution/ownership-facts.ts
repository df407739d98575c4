import type { AgentPart, Compared, OwnershipFacts } from '@lunjie/contracts';
import type { PolicyValues } from '@lunjie/policy';
import type { CaseHappening, CaseMoment, CaseReception, CustomerCase } from './case';
import { takeoverOf, type Takeover } from './takeover';
import { daysBetween, hasLapsed } from './validity';

/** A case over the fixed vocabulary: the facts, the agents behind the parts, and what was compared. */
export interface Situation {
  readonly facts: OwnershipFacts;
  readonly people: Readonly<Partial<Record<AgentPart, string>>>;
  readonly compared: readonly Compared[];
}

type Kind = CaseHappening['kind'];
type Of<K extends Kind> = Extract<CaseHappening, { readonly kind: K }>;

function latest<K extends Kind>(given: CustomerCase, kind: K, suits: (happening: Of<K>) => boolean = () => true): Of<K> | undefined {
  return given.happenings.findLast((happening): happening is Of<K> => happening.kind === kind && suits(happening as Of<K>));
}

type ClaimState = 'none' | 'valid' | 'lapsed';

/** @param until undefined where there never was a claim, null where it does not lapse */
function claimState(until: string | null | undefined, on: string): ClaimState {
  return until === undefined ? 'none' : hasLapsed(until, on) ? 'lapsed' : 'valid';
}

/** The day validity is tested on (P66, I-VDATE): the visit of the takeover, the deposit or the signing. */
function testDay(takeover: Takeover | null, moment: CaseMoment, testedOn: PolicyValues['validity']['tested_on']): string {
  const visit = takeover?.date ?? moment.date;
  if (testedOn === 'deposit') return moment.closing?.depositDate ?? visit;
  if (testedOn === 'signing') return moment.closing?.signedDate ?? visit;
  return visit;
}

/** Who received in the owner's absence, the last time anybody did, since the owner's claim began. */
function assistOf(given: CustomerCase, owner: string | null): CaseReception | undefined {
  if (owner === null) return undefined;
  const since = given.claims.find((claim) => claim.agent === owner)?.fromAt ?? 0;
  return given.receptions.findLast((reception) => reception.mode === 'assist' && reception.receiver !== owner && reception.ownership !== 'none' && reception.at >= since);
}

function closedWhen(moment: CaseMoment, reception: CaseReception | undefined): OwnershipFacts['closed'] {
  if (moment.closing === null) return 'not_yet';
  if (reception === undefined) return 'later';
  if (reception.date === moment.date) return reception.endedAt === null || moment.at <= reception.endedAt ? 'on_the_spot' : 'same_day';
  return 'later';
}

function complaintAbout(given: CustomerCase, about: string | undefined): OwnershipFacts['complaint'] {
  if (about === undefined) return 'none';
  const made = given.receptions.findLast((reception) => reception.complainsAbout === about);
  const ruled = latest(given, 'complaint_ruled', (ruling) => ruling.about === about && ruling.at >= (made?.at ?? 0));
  if (ruled) return ruled.upheld ? 'upheld' : 'dismissed';
  return made ? 'open' : 'none';
}

/** The relative registered before the customer; of several the first. */
function earlierRelative(given: CustomerCase, people: Readonly<Partial<Record<AgentPart, string>>>) {
  const own = given.claims.find(({ source }) => source !== 'ruling')?.fromAt ?? Infinity;
  return given.relatives.filter((relative) => relative.registeredAt < own && relative.owner !== people.first).sort((a, b) => a.registeredAt - b.registeredAt)[0];
}

function windowOf(given: CustomerCase, now: number): OwnershipFacts['claim_window'] {
  const opened = latest(given, 'window_opened');
  if (!opened) return 'none';
  if (latest(given, 'window_claimed', ({ at }) => at >= opened.at && at <= opened.until)) return 'claimed';
  return now <= opened.until ? 'open' : 'expired';
}

function referralOf(given: CustomerCase): Pick<OwnershipFacts, 'referral' | 'referrer'> & { readonly owner: string | undefined } {
  const first = given.claims.find(({ source }) => source !== 'ruling');
  // Whoever was somebody's customer already is not brought to the office by a later companion.
  const bringing = given.referrers.filter(({ at }) => first === undefined || at <= first.fromAt);
  const owners = new Set(bringing.flatMap(({ owner }) => owner ?? []));
  if (bringing.length === 0) return { referral: 'none', referrer: 'none', owner: undefined };
  return {
    referral: owners.size > 1 ? 'joint' : owners.size === 0 ? 'none' : bringing.some(({ askedFor }) => askedFor) ? 'asked_for' : 'not_asked',
    referrer: bringing.some(({ hasBought }) => hasBought) ? 'buyer' : 'not_buyer', owner: [...owners][0],
  };
}

function partOf(closer: string | null, byManager: boolean, people: Readonly<Partial<Record<AgentPart, string>>>): OwnershipFacts['closer'] {
  if (byManager) return 'manager';
  if (closer === null) return 'none';
  return closer === people.owner ? 'owner' : closer === people.earlier ? 'earlier' : closer === people.assistant ? 'assistant' : 'other';
}

function agentsOf(given: CustomerCase, closer: string | null): readonly string[] {
  return [...new Set([...given.claims.map(({ agent }) => agent), ...given.receptions.map(({ receiver }) => receiver), ...(closer === null ? [] : [closer])])];
}

function contactKind(given: CustomerCase, agent: string | undefined): OwnershipFacts['earlier_contact'] {
  if (agent === undefined) return 'none';
  if (latest(given, 'token_contact', (contact) => contact.agent === agent)) return 'token';
  const received = given.receptions.filter(({ receiver }) => receiver === agent);
  if (received.some(({ channel }) => channel === 'visit') || given.claims.some((claim) => claim.agent === agent && claim.source !== 'call')) return 'reception';
  return received.length > 0 || given.claims.some((claim) => claim.agent === agent) ? 'call' : 'none';
}

function defined<T extends object>(given: { readonly [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T;
}

/**
 * The facts of a customer's case (`ownershipChoiceFacts`, `ownershipNumberFacts`) at a moment.
 * @param values the values of the policy that tests it (P43, P66, P88, P102)
 */
export function situationOf(given: CustomerCase, moment: CaseMoment, values: PolicyValues): Situation {
  const held = given.claims.findLast((claim) => claim.endedAt === null);
  const owner = held?.agent ?? null;
  const takeover = takeoverOf(given);
  const assist = assistOf(given, owner);
  const lookup = latest(given, 'looked_up', ({ at }) => at >= (takeover?.reception?.at ?? 0));
  const referral = referralOf(given);
  const closer = moment.closing?.closer ?? null;
  const parts = {
    owner: owner ?? undefined, earlier: takeover?.earlier, first: given.claims[0]?.agent,
    receiver: takeover?.reception?.receiver ?? given.receptions.at(-1)?.receiver,
    assistant: assist?.receiver, found: lookup?.found, claimant: latest(given, 'window_claimed')?.by, referrer_owner: referral.owner,
    introducer: latest(given, 'introduced')?.by, closer: closer ?? undefined,
  };
  const relative = earlierRelative(given, defined<Partial<Record<AgentPart, string>>>(parts));
  const people = defined<Partial<Record<AgentPart, string>>>({ ...parts, household_owner: relative?.owner });
  const tested = testDay(takeover, moment, values.validity.tested_on);
  const foundUntil = lookup && given.claims.findLast((claim) => claim.agent === lookup.found)?.untilDate;
  const lookedOn = takeover?.how === 'forgot' ? tested : moment.date;
  const relation = relative === undefined ? undefined : (values.identity.household_rule as Readonly<Record<string, OwnershipFacts['household'] | undefined>>)[relative.relation];
  const consent = latest(given, 'consent', ({ at }) => at >= (assist?.at ?? 0));
  const effect = given.dispute === 'quarrel' ? values.disputes.quarrel_effect : given.dispute === 'refusal' ? values.disputes.refusal_effect : null;
  const handover = given.claims.findLast(({ source }) => ['draw', 'hand_over', 'transfer'].includes(source));
  const facts: OwnershipFacts = {
    moment: moment.kind,
    owner_claim: claimState(held && held.untilDate, moment.date),
    owner_employment: owner === null ? 'none' : given.employment[owner] ?? 'active',
    owner_recognised: latest(given, 'not_recognised', (happening) => happening.owner === owner) ? 'no' : 'yes',
    takeover: takeover?.how ?? 'none',
    earlier_claim: takeover ? claimState(takeover.earlierUntil, tested) : 'none',
    earlier_contact: contactKind(given, takeover?.earlier),
    complaint: complaintAbout(given, takeover?.earlier),
    assisted: assist ? 'yes' : 'no',
    consent: consent ? consent.given ? 'given' : 'refused' : 'none',
    owner_notified: latest(given, 'owner_told', (told) => told.owner === owner && told.at >= (assist?.at ?? 0)) || consent ? 'yes' : 'no',
    closed: closedWhen(moment, assist ?? given.receptions.at(-1)),
    closer: moment.closing === null ? 'none' : partOf(closer, moment.closing.byManager, people),
    found: lookup ? claimState(foundUntil, lookedOn) : 'none',
    claim_window: windowOf(given, moment.at),
    household: relation ?? 'none',
    household_claim: relative ? claimState(relative.untilDate, moment.date) : 'none',
    referral: referral.referral, referrer: referral.referrer,
    discount_sought: latest(given, 'discount_sought') ? 'yes' : 'no',
    introduced: people.introducer === undefined ? 'no' : 'yes',
    registration: given.registration,
    // Where the rules give a quarrel no effect it is a dispute like another (P102).
    dispute: effect === 'none' ? 'open' : given.dispute,
    agents_involved: agentsOf(given, closer).length || null,
    receptions: given.receptions.length || null,
    days_since_first: given.claims[0] ? daysBetween(given.claims[0].fromDate, moment.date) : null,
    days_since_handover: handover ? daysBetween(handover.fromDate, moment.date) : null,
    earlier_contacts: takeover ? given.contacts[takeover.earlier] ?? 0 : null,
  };
  return { facts, people, compared: comparisons() };

  function comparisons(): readonly Compared[] {
    return [
      ...(held ? [{ fact: 'owner_claim' as const, data: { until: held.untilDate, on: moment.date } }] : []),
      ...(takeover ? [{ fact: 'earlier_claim' as const, data: { until: takeover.earlierUntil ?? null, on: tested } }] : []),
      ...(lookup ? [{ fact: 'found' as const, data: { until: foundUntil ?? null, on: lookedOn } }] : []),
      ...(assist && moment.closing ? [{ fact: 'closed' as const, data: { received: assist.date, closed: moment.date } }] : []),
      ...(relative ? [{ fact: 'household' as const, data: { relation: relative.relation, relative: relative.registeredAt, own: given.claims[0]?.fromAt ?? null } }] : []),
    ];
  }
}
