import type { Both, ChoiceFact, Language, NumberFact, ReceptionFactName } from '@lunjie/contracts';
import { isNumberCondition } from '../conditions';
import type { Duration } from '../fields';
import type { ChoiceCondition, NumberCondition, PenaltyRow, ReceptionRow } from '../tables';
import { factWords, numberFactWords, type FactValueWords } from './fact-words';
import { busyWords, countsWords, escalationWords, modeWords, ownershipEffectWords, selectorWords, severityWords, triggerWords } from './outcome-words';
import { durationWords } from './shared-words';
import { say } from './wording';

export const always = say('其他任何情形', 'in every other case');
const nobody = say('不需安排接待', 'nobody receives');

export function joined(parts: readonly string[], language: Language, zh: string, en: string): string {
  return parts.filter((each) => each !== '').join(language === 'zh' ? zh : en);
}

export function durationText({ amount, unit }: Duration, language: Language): string {
  const word = durationWords[unit][language];
  return language === 'zh' ? `${amount} ${word}` : `${amount} ${word}${amount === 1 ? '' : 's'}`;
}

/** A word of an open list: translated where it is known, else as it was written. */
function known(words: Readonly<Record<string, Both>>, written: string, language: Language): string {
  return Object.hasOwn(words, written) ? words[written]?.[language] ?? written : written;
}

function isOtherThan(condition: ChoiceCondition): condition is { readonly not: readonly string[] } {
  return typeof condition === 'object' && 'not' in condition;
}

/** A condition on a fact of choices as a clause, in the words of its values. */
export function choiceClause(values: Readonly<Record<string, FactValueWords>>, condition: ChoiceCondition, language: Language): string {
  const not = isOtherThan(condition) ? condition.not : [];
  const stated = typeof condition === 'string' ? [condition] : isOtherThan(condition) ? Object.keys(values).filter((each) => !not.includes(each)) : condition;
  // What is left by a "not" is said the shorter way: "not A" rather than "B or C or D".
  if (not.length > 0 && stated.length > 1) {
    const excluded = joined(not.map((each) => values[each]?.clause[language] ?? each), language, '或', ' or ');
    return language === 'zh' ? `并非${excluded}` : `it is not so that ${excluded}`;
  }
  return joined(stated.map((each) => values[each]?.clause[language] ?? each), language, '或', ' or ');
}

/** A condition on a counted fact as a clause. */
export function numberClause({ label, unit, known: isKnown, unknown }: (typeof numberFactWords)[NumberFact], { at_least: least, at_most: most, is_null: isNull }: NumberCondition, language: Language): string {
  const parts = [
    isNull === undefined ? '' : (isNull ? unknown : isKnown)[language],
    least === undefined ? '' : language === 'zh' ? `${label.zh} ${least} ${unit.zh}及以上` : `${label.en.toLowerCase()}: ${least} or more`,
    most === undefined ? '' : language === 'zh' ? `${label.zh} ${most} ${unit.zh}及以下` : `${label.en.toLowerCase()}: ${most} or fewer`,
  ];
  return joined(parts, language, '且', ' and ');
}

/** One condition of a reception row as a clause. */
export function clauseOf(fact: ReceptionFactName, condition: ChoiceCondition | NumberCondition, language: Language): string {
  return isNumberCondition(condition) ? numberClause(numberFactWords[fact as NumberFact], condition, language) : choiceClause(factWords[fact as ChoiceFact].values, condition, language);
}

const orWish = ['owner', 'named', 'requested', 'referrer_owner'];

function outcomeOf(row: ReceptionRow, language: Language): string {
  if (row.receiver.length === 0) return joined([nobody[language], ownershipEffectWords[row.ownership][language]], language, '；', '; ');
  const receivers = row.receiver.map((selector) => selectorWords[selector][language]);
  const who = language === 'zh' ? `${receivers.join('，其次')}接待` : `${receivers.join(', else ')} receives`;
  const mode = row.counts === 'yes' || row.mode === 'none' ? '' : language === 'zh' ? `（${modeWords[row.mode].zh}）` : ` (${modeWords[row.mode].en})`;
  const busy = row.busy === 'pass' || !row.receiver.some((selector) => orWish.includes(selector)) ? '' : busyWords[row.busy][language];
  return joined([joined([who, busy, `${countsWords[row.counts][language]}${mode}`], language, '，', ', '), ownershipEffectWords[row.ownership][language]], language, '；', '; ');
}

/** A clause as one of several: alternatives are held together, so that "and" and "or" read one way only. */
export function amongOthers(clause: string, condition: ChoiceCondition | NumberCondition, clauses: number, language: Language): string {
  if (clauses === 1 || typeof condition === 'string' || isNumberCondition(condition)) return clause;
  return language === 'zh' ? `（${clause}）` : `(${clause})`;
}

/** A reception row read as a sentence: 当…且… → …接待，不计次（…）；客户归…. */
export function sentenceOf(row: ReceptionRow, language: Language): string {
  const conditions = Object.entries(row.when);
  const outcome = outcomeOf(row, language);
  if (conditions.length === 0) return `${language === 'zh' ? always.zh : capital(always.en)} → ${outcome}`;
  const clauses = conditions.map(([fact, condition]) => amongOthers(clauseOf(fact as ReceptionFactName, condition, language), condition, conditions.length, language));
  return language === 'zh' ? `当${clauses.join('且')} → ${outcome}` : `When ${clauses.join(' and ')} → ${outcome}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A penalty row as a sentence. */
export function penaltySentence(row: PenaltyRow, language: Language): string {
  const zh = language === 'zh';
  const percent = (value: number, whatZh: string, whatEn: string): string => value === 0 ? '' : zh ? `扣${whatZh} ${value}%` : `${value}% of ${whatEn}`;
  const severity = row.severity === 'any' ? '' : zh ? `，${severityWords[row.severity].zh}` : `, ${severityWords[row.severity].en}`;
  const slips = row.slips === null ? '' : zh ? `，第 ${row.slips} 次起` : `, from the ${ordinal(row.slips)} time on`;
  const what = joined([
    row.suspend === null ? '' : zh ? `停接 ${durationText(row.suspend, 'zh')}` : `suspended for ${durationText(row.suspend, 'en')}`,
    row.lose_turns === 0 ? '' : zh ? `轮空 ${row.lose_turns} 轮` : `misses ${row.lose_turns} turns`, row.fine_yuan === 0 ? '' : zh ? `罚款 ${row.fine_yuan} 元` : `a fine of ¥${row.fine_yuan}`,
    percent(row.day_base_pay_percent, '当日基本工资', 'the day\'s base pay'), percent(row.month_base_pay_percent, '当月基本工资', 'the month\'s base pay'), percent(row.month_bonus_percent, '当月应发奖金', 'the month\'s bonus'),
    row.points === 0 ? '' : zh ? `扣 ${row.points} 分` : `${row.points} points`, row.forfeit_deal ? (zh ? '该套业绩不计' : 'the deal is forfeited') : '', row.escalation === 'none' ? '' : escalationWords[row.escalation][language],
  ], language, '，', ', ');
  return `${zh ? known(triggerWords, row.trigger, 'zh') : capital(known(triggerWords, row.trigger, 'en'))}${severity}${slips} → ${what === '' ? escalationWords.none[language] : what}`;
}

function ordinal(count: number): string {
  return { 1: 'first', 2: 'second', 3: 'third' }[count] ?? `${count}th`;
}
