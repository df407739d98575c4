import type { Compared, OwnershipChoiceFact, OwnershipDecision, OwnershipFactName, OwnershipNumberFact, Portion } from '@lunjie/contracts';
import { ownershipChoiceFacts, ownershipNumberFacts } from '@lunjie/contracts';
import { approvalWords, ownershipClauseOf, ownershipFactWords, ownershipNumberWords, payeeWords, type ChoiceCondition, type NumberCondition } from '@lunjie/policy';
import type { Language } from '../../shared/language/languages';
import type { Speech } from '../../shared/verdict-card/speech';

export interface ToldFact {
  readonly name: string;
  readonly value: string;
}

/** A ruling on whose the customer is, part by part as the card shows it. */
export interface ToldOwnership {
  readonly sentence: string;
  readonly before: string;
  readonly credit: readonly string[];
  readonly shares: readonly string[];
  readonly approval: string;
  /** Both values of everything that was compared. */
  readonly compared: readonly ToldFact[];
  readonly facts: readonly ToldFact[];
  /** Rows before the deciding one, and the fact that spoke against each. */
  readonly notMatched: readonly string[];
  readonly otherwise: readonly { readonly had: string; readonly then: string }[];
}

/** Facts that say nothing happened are left out of the list. */
const silent: readonly string[] = ['none', 'no', 'not_yet', 'complete'];
const silentOf: Readonly<Partial<Record<OwnershipChoiceFact, string>>> = { owner_recognised: 'yes', owner_employment: 'active', moment: 'case' };

/** Puts a ruling into words: the facts and the payees as the rules name them, people by their names. */
export function tellOwnership(decision: OwnershipDecision, speech: Speech, language: Language): ToldOwnership {
  const { t, name } = speech;
  const { owner, ownerBefore } = decision;
  return {
    sentence: owner === null ? t('claims.ruling.nobodys') : t('claims.ruling.theirs', { name: name(owner) }),
    before: ownerBefore === null || ownerBefore === owner ? '' : t('claims.ruling.before', { name: name(ownerBefore) }),
    credit: decision.credit.map((portion) => tellPortion(portion, speech, language)),
    shares: decision.shares.map((portion) => tellPortion(portion, speech, language)),
    approval: decision.approval === 'none' ? '' : approvalWords[decision.approval][language],
    compared: decision.compared.map((one) => ({ name: labelOf(one.fact, language), value: tellCompared(one, speech) })).filter(({ value }) => value !== ''),
    facts: factsOf(decision, language),
    notMatched: decision.rulesNotMatched.map(({ clause, fact, expected, actual }) =>
      t('claims.ruling.rule', { clause, expected: ownershipClauseOf(fact, conditionIn(fact, expected), language), fact: labelOf(fact, language), actual: valueOf(fact, actual, language) })),
    otherwise: decision.otherwise.map(({ fact, value, clause, credit, shares }) => ({
      had: t('claims.ruling.had', { condition: ownershipClauseOf(fact, value, language) }),
      then: t('claims.ruling.then', { clause, credit: list(credit), shares: list(shares) }),
    })),
  };

  function list(portions: readonly Portion[]): string {
    return portions.map((portion) => tellPortion(portion, speech, language)).join(t('verdict.label.list'));
  }
}

/** `张三（归属顾问）80%`; whoever is no single agent by the rules' word for them. */
export function tellPortion({ payee, agent, points, range }: Portion, { t, name }: Pick<Speech, 't' | 'name'>, language: Language): string {
  const part = payeeWords[payee][language];
  const who = agent === null ? part : t('claims.ruling.payee', { name: name(agent), part });
  const share = t('claims.ruling.share', { who, percent: points / 100 });
  return range === null ? share : t('claims.ruling.range', { share, from: range.from / 100, to: range.to / 100 });
}

function isNumberFact(fact: OwnershipFactName): fact is OwnershipNumberFact {
  return ownershipNumberFacts.some((one) => one === fact);
}

export function labelOf(fact: OwnershipFactName, language: Language): string {
  return (isNumberFact(fact) ? ownershipNumberWords[fact] : ownershipFactWords[fact]).label[language];
}

function valueOf(fact: OwnershipFactName, value: string, language: Language): string {
  if (!isNumberFact(fact)) {
    const values: Readonly<Record<string, { readonly label: Readonly<Record<Language, string>> }>> = ownershipFactWords[fact].values;
    return values[value]?.label[language] ?? value;
  }
  const { unit, unknown } = ownershipNumberWords[fact];
  return value === 'null' ? unknown[language] : `${value} ${unit[language]}`;
}

/** A condition as the decision writes it (`a|b`, `!a|b`, `>=3 <=5`, `none`, `some`), read back. */
export function conditionIn(fact: OwnershipFactName, written: string): ChoiceCondition | NumberCondition {
  if (!isNumberFact(fact)) return written.startsWith('!') ? { not: written.slice(1).split('|') } : written.split('|');
  const bound = (sign: string) => written.split(' ').find((part) => part.startsWith(sign))?.slice(sign.length);
  const [least, most] = [bound('>='), bound('<=')];
  return {
    ...least === undefined ? {} : { at_least: Number(least) }, ...most === undefined ? {} : { at_most: Number(most) },
    ...written.includes('none') ? { is_null: true } : written.includes('some') ? { is_null: false } : {},
  };
}

function factsOf({ facts }: OwnershipDecision, language: Language): readonly ToldFact[] {
  const choices = (Object.keys(ownershipChoiceFacts) as OwnershipChoiceFact[]).filter((fact) => !silent.includes(facts[fact]) && silentOf[fact] !== facts[fact]);
  const numbers = ownershipNumberFacts.filter((fact) => facts[fact] !== null);
  return [...choices, ...numbers].map((fact) => ({ name: labelOf(fact, language), value: valueOf(fact, String(facts[fact]), language) }));
}

/** Both dates: until when, and on which day it was tested. */
function tellCompared({ data }: Compared, { t, day, time }: Speech): string {
  const { until, on, received, closed, relative, own } = data;
  if (typeof on === 'string') return typeof until === 'string' ? t('claims.compared.until', { until: day(until), on: day(on) }) : t('claims.compared.forever', { on: day(on) });
  if (typeof received === 'string' && typeof closed === 'string') return t('claims.compared.closed', { received: day(received), closed: day(closed) });
  if (typeof relative === 'number') return t('claims.compared.household', { relative: time(relative), own: typeof own === 'number' ? time(own) : t('claims.compared.notYet') });
  return '';
}
