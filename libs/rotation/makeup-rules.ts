import { absenceReasons, type Both, type MakeupRules, type PassedOverEffect } from '@lunjie/contracts';
import { rulesInWords, valueWords, type PolicyDocument } from '@lunjie/policy';
import { effectOf } from './availability';

/** Why a turn passes somebody by besides an absence, where the office lets it (P08, P16). */
function furtherReasons({ unavailable_when: watched, claim_window: window }: PolicyDocument['values']['rotation']): readonly string[] {
  return [...(['suspended', 'uncertified', 'overdue_followups', 'pending_guest'] as const).filter((reason) => watched.includes(reason)), ...(window === null ? [] : ['not_accepted'])];
}

/** Who may make a missed turn up and who may not (P09, P30, P31), and how (P32–P36), in the words of the office's own rules. */
export function makeupRules(policy: PolicyDocument, version: number): MakeupRules {
  const { values } = policy;
  const { reasons, denied_reasons: denied } = valueWords.makeup;
  const words: Readonly<Record<string, Both>> = { ...reasons.options, ...denied.options, ...valueWords.rotation.passed_over_effect.keys };
  const byEffect: Record<PassedOverEffect, Both[]> = { credit: [], lose_turn: [], keep_place: [] };
  const add = (effect: PassedOverEffect, reason: string): void => { byEffect[effect].push(words[reason] ?? { zh: reason, en: reason }); };
  const missed: readonly string[] = [...absenceReasons.filter((reason) => reason !== 'awaiting_release'), ...furtherReasons(values.rotation)];
  for (const reason of missed) add(effectOf(reason, values), reason);
  for (const reason of values.makeup.reasons) if (!missed.includes(reason)) add('credit', reason);
  for (const reason of values.makeup.denied_reasons) if (!missed.includes(reason)) add('lose_turn', reason);
  return { version, name: policy.name, reasons: byEffect, terms: termsOf(policy) };
}

/** What is said of make-up turns besides their reasons; what is not set says nothing. */
function termsOf(policy: PolicyDocument): MakeupRules['terms'] {
  const set = Object.entries(policy.values.makeup).flatMap(([name, value]) => value === null || Array.isArray(value) ? [] : [`/values/makeup/${name}`]);
  const [zh, en] = (['zh', 'en'] as const).map((language) => rulesInWords(policy, language).find(({ id }) => id === 'makeup')?.statements ?? []);
  return (zh ?? []).flatMap((said, index) => {
    const also = en?.[index];
    return also && set.includes(said.path) ? [{ label: { zh: said.label ?? '', en: also.label ?? '' }, text: { zh: said.text, en: also.text } }] : [];
  });
}
