import type { Considered, ReasonData, ReceptionDecision } from '@lunjie/contracts';
import { expectedInWords, factValue, toldFacts, type ToldFact } from './told-facts';
import type { Speech } from './speech';

/** Somebody who was looked at and not chosen. */
export interface Passed {
  readonly name: string;
  readonly reason: string;
  /** What being passed over does to their turn, if anything. */
  readonly effect: string;
}

/** A decision in words, part by part as the card shows it. */
export interface ToldDecision {
  readonly sentence: string;
  readonly counts: string;
  readonly whyLabel: string;
  readonly why: string;
  readonly whyNot: readonly Passed[];
  readonly facts: readonly ToldFact[];
  readonly consequences: readonly string[];
  readonly earlierRules: readonly string[];
}

/** Puts a decision into words. Nothing is decided or left out here: every person considered and every compared value is told. */
export function tell(decision: ReceptionDecision, speech: Speech, today: string): ToldDecision {
  const { t } = speech;
  const chosen = decision.considered.find((one) => one.agent === decision.chosen);
  return {
    sentence: sentenceOf(decision, speech),
    counts: decision.chosen === null ? '' : `${t(decision.counts ? 'verdict.counts.yes' : 'verdict.counts.no')} · ${t(`verdict.mode.${decision.mode}`)}`,
    whyLabel: whyLabelOf(decision, speech),
    why: chosen ? reasonOf(chosen, speech) : whyNobody(decision, speech),
    whyNot: decision.considered.filter((one) => one !== chosen).map((one) => ({
      name: speech.name(one.agent),
      reason: reasonOf(one, speech),
      effect: effectOf(decision, one.agent, speech),
    })),
    facts: toldFacts(decision, speech, today),
    consequences: consequencesOf(decision, speech),
    earlierRules: decision.rulesNotMatched.map((rule) =>
      t('verdict.label.rule', {
        clause: rule.clause,
        fact: t(`verdict.fact.${rule.fact}`),
        expected: expectedInWords(rule.fact, rule.expected, speech),
        actual: factValue(rule.fact, rule.actual, speech),
      })),
  };
}

function sentenceOf({ chosen, by, waits, waitsFor }: ReceptionDecision, { t, name }: Speech): string {
  if (chosen !== null) return t(`verdict.sentence.${by ?? 'turn_holder'}`, { name: name(chosen) });
  if (waitsFor !== null) return t('verdict.sentence.waitsFor', { name: name(waitsFor) });
  return t(waits ? 'verdict.sentence.waits' : 'verdict.sentence.nobody');
}

function whyLabelOf({ chosen, waits }: ReceptionDecision, { t, name }: Speech): string {
  if (chosen !== null) return t('verdict.label.why', { name: name(chosen) });
  return t(waits ? 'verdict.label.whyWaits' : 'verdict.label.whyNobody');
}

function whyNobody({ waits, waitsFor, clause, visitorClass }: ReceptionDecision, speech: Speech): string {
  if (waitsFor !== null) return speech.t('verdict.reason.waitsFor', { name: speech.name(waitsFor) });
  if (waits) return speech.t('verdict.reason.waits');
  return speech.t('verdict.reason.nobody', { clause, visitorClass: classInWords(visitorClass, speech) });
}

/** An office may add visitor classes of its own; those are told by the name it gave them. */
export function classInWords(visitorClass: string, { t, has }: Speech): string {
  const key = `verdict.visitorClass.${visitorClass}`;
  return has(key) ? t(key) : visitorClass;
}

/** Why somebody was or was not the one, with the values compared. */
export function reasonOf({ code, data }: Considered, speech: Speech): string {
  return speech.t(`verdict.considered.${code}${variantOf(code, data)}`, dataInWords(data, speech));
}

/** Where a code comes with less data, or with data that changes its meaning, it has words of its own. */
function variantOf(code: Considered['code'], data: ReasonData): string {
  if (code === 'at_limit' && data['limit'] === undefined) return '_other';
  if (code === 'not_in_line' && data['signedIn'] === false) return '_absent';
  return '';
}

function dataInWords(data: ReasonData, speech: Speech): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, valueInWords(name, value, speech)]));
}

function valueInWords(name: string, value: ReasonData[string], { t, time }: Speech): ReasonData[string] {
  if (name === 'reason') return t(`verdict.absence.${value}`);
  if (name === 'channel') return t(`verdict.value.${value}`);
  return typeof value === 'number' && ['since', 'until', 'expectedBackAt', 'lastTurnAt'].includes(name) ? time(value) : value;
}

function effectOf({ passedOver }: ReceptionDecision, agent: string, { t }: Speech): string {
  const passed = passedOver.find((one) => one.agent === agent);
  return passed ? t(`verdict.effect.${passed.effect}`) : '';
}

function consequencesOf(decision: ReceptionDecision, speech: Speech): string[] {
  const duties = decision.duties.map(({ kind, to, limit, actual }) =>
    speech.t(`verdict.duty.${kind}`, { to: speech.has(`shell.role.${to}`) ? speech.t(`shell.role.${to}`) : speech.name(to), limit, actual }));
  return decision.chosen === null ? duties : [speech.t(`verdict.ownership.${decision.ownership}`), ...duties];
}
