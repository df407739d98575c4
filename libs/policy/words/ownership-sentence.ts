import type { Language, OwnershipChoiceFact, OwnershipFactName, OwnershipNumberFact } from '@lunjie/contracts';
import { isNumberCondition } from '../conditions';
import type { ChoiceCondition, NumberCondition, OwnershipRow, ShareRule } from '../tables';
import { approvalWords } from './outcome-words';
import { ownershipFactWords, ownershipNumberWords, payeeWords } from './ownership-words';
import { always, amongOthers, capital, choiceClause, joined, numberClause } from './sentence';

/** One condition of an ownership row as a clause. */
export function ownershipClauseOf(fact: OwnershipFactName, condition: ChoiceCondition | NumberCondition, language: Language): string {
  return isNumberCondition(condition)
    ? numberClause(ownershipNumberWords[fact as OwnershipNumberFact], condition, language)
    : choiceClause(ownershipFactWords[fact as OwnershipChoiceFact].values, condition, language);
}

function division(shares: readonly ShareRule[], language: Language): string {
  const [only] = shares;
  if (shares.length === 1 && only) return payeeWords[only.payee][language];
  return shares.map(({ payee, percent, from, to }) => {
    const range = from === undefined || to === undefined ? '' : language === 'zh' ? `（可协商 ${from}%–${to}%）` : ` (${from}%–${to}% by agreement)`;
    return `${payeeWords[payee][language]} ${percent}%${range}`;
  }).join(language === 'zh' ? '、' : ', ');
}

function whose(owner: OwnershipRow['owner'], language: Language): string {
  const zh = language === 'zh';
  if (owner === 'none') return zh ? '客户不归任何人' : 'the customer is nobody\'s';
  if (owner === 'owner') return zh ? '客户归属不变' : 'the customer stays the owner\'s';
  return zh ? `客户归${payeeWords[owner].zh}` : `the customer passes to ${payeeWords[owner].en}`;
}

/** An ownership row read as a sentence: 当…且… → 客户归…；业绩归…；提成…. */
export function ownershipSentence(row: OwnershipRow, language: Language): string {
  const zh = language === 'zh';
  const conditions = Object.entries(row.when);
  const clauses = conditions.map(([fact, condition]) => amongOthers(ownershipClauseOf(fact as OwnershipFactName, condition, language), condition, conditions.length, language));
  const when = clauses.length === 0 ? (zh ? always.zh : capital(always.en)) : zh ? `当${clauses.join('且')}` : `When ${clauses.join(' and ')}`;
  const outcome = [
    whose(row.owner, language),
    zh ? `业绩：${division(row.credit, 'zh')}` : `credit: ${division(row.credit, 'en')}`,
    zh ? `提成：${division(row.shares, 'zh')}` : `commission: ${division(row.shares, 'en')}`,
    row.approval === 'none' ? '' : approvalWords[row.approval][language],
  ];
  return `${when} → ${joined(outcome, language, '；', '; ')}`;
}
