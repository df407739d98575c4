import { choiceFacts, type ReceptionDecision, type ReceptionFactName } from '@lunjie/contracts';
import type { Speech } from './speech';

export interface ToldFact {
  readonly name: string;
  readonly value: string;
}

/** A fact that says nothing was said is left out; the first question and its answer always stand. */
const silent: Partial<Record<ReceptionFactName, string>> = {
  channel: 'visit', hours: 'open', purpose: 'visit', earlier_contact: 'not_said', named: 'none', requested: 'none',
  refuses: 'none', complains: 'none', owner: 'none', brought_by: 'none', recognised: 'no', escorted: 'no', channel_report: 'none',
};

/** Told with the person they speak of, not as lines of their own. */
const ofAPerson: readonly ReceptionFactName[] = [
  'named_presence', 'requested_presence', 'requested_due', 'owner_presence', 'owner_due', 'referrer_owner_presence',
];

/** The facts a decision compared, with the people and dates they speak of; one from before a fact was known says nothing of it. */
export function toldFacts(decision: ReceptionDecision, speech: Speech, today: string): ToldFact[] {
  const names: ReceptionFactName[] = [...(Object.keys(choiceFacts) as (keyof typeof choiceFacts)[]), 'units_wanted', 'party_size', 'days_since_contact'];
  return names
    .filter((fact) => !ofAPerson.includes(fact))
    .filter((fact) => fact in decision.facts && decision.facts[fact] !== null && decision.facts[fact] !== silent[fact])
    .map((fact) => ({ name: speech.t(`verdict.fact.${fact}`), value: whole(fact, decision, speech, today) }));
}

function whole(fact: ReceptionFactName, { facts, people }: ReceptionDecision, speech: Speech, today: string): string {
  const person = (agent: string, presence: string) => speech.t('verdict.factValue.person', { name: speech.name(agent), presence: speech.t(`verdict.value.${presence}`) });
  switch (fact) {
    case 'owner':
      return people.owner === null ? factValue(fact, facts.owner, speech) : claim(people.owner, people.ownerValidUntil, facts.owner, facts.owner_presence, speech, today);
    case 'named':
      if (people.named.length > 1) return people.named.map((agent) => speech.name(agent)).join(speech.t('verdict.label.list'));
      return people.named[0] === undefined ? factValue(fact, facts.named, speech) : person(people.named[0], facts.named_presence);
    case 'requested':
      return people.requested === null ? factValue(fact, facts.requested, speech) : person(people.requested, facts.requested_presence);
    case 'refuses':
      return people.refused.map((agent) => speech.name(agent)).join(speech.t('verdict.label.list')) || factValue(fact, facts.refuses, speech);
    case 'brought_by':
      return [factValue(fact, facts.brought_by, speech), people.referrerOwner === null ? '' : person(people.referrerOwner, facts.referrer_owner_presence)].filter(Boolean).join(' · ');
    default:
      return factValue(fact, String(facts[fact]), speech);
  }
}

function claim(owner: string, until: string | null, state: string, presence: string, { t, day, name }: Speech, today: string): string {
  const who = { name: name(owner), presence: t(`verdict.value.${presence}`) };
  if (until === null) return t('verdict.factValue.claimForever', who);
  return t(state === 'lapsed' ? 'verdict.factValue.claimLapsed' : 'verdict.factValue.claim', { ...who, until: day(until), today: day(today) });
}

const counted: Partial<Record<ReceptionFactName, string>> = {
  units_wanted: 'verdict.factValue.units', party_size: 'verdict.factValue.people', days_since_contact: 'verdict.factValue.days',
};

/** One value of a fact in words. */
export function factValue(fact: ReceptionFactName, value: string, { t }: Speech): string {
  if (fact === 'earlier_contact' && value === 'visit') return t('verdict.factValue.earlierVisit');
  const unit = counted[fact];
  if (unit && value !== 'null') return t(unit, { count: value });
  return t(`verdict.value.${value === 'null' ? 'none' : value}`);
}

/** A rule's condition in words: `a|b`, `!a|b`, `>=3 <=5`, `none` or `some`, as the decision writes it. */
export function expectedInWords(fact: ReceptionFactName, expected: string, speech: Speech): string {
  const { t } = speech;
  if (/^[<>]=/.test(expected)) {
    return expected.split(' ').map((part) => {
      const count = factValue(fact, part.slice(2), speech);
      return t(part.startsWith('>') ? 'verdict.factValue.atLeast' : 'verdict.factValue.atMost', { count });
    }).join(t('verdict.label.list'));
  }
  const values = (list: string) => list.split('|').map((value) => (value === 'some' || value === 'none' ? t(`verdict.value.${value}`) : factValue(fact, value, speech))).join(t('verdict.factValue.or'));
  return expected.startsWith('!') ? t('verdict.factValue.not', { values: values(expected.slice(1)) }) : values(expected);
}
