import { agentParts, approvals, ownershipEffects, payees, selectors, uncountedModes, type Both } from '@lunjie/contracts';
import type { Field } from '../fields';
import { factWords, numberFactWords, type FactValueWords } from './fact-words';
import { approvalWords, busyWords, countsWords, escalationWords, modeWords, ownershipEffectWords, selectorWords, severityWords, triggerWords } from './outcome-words';
import { ownershipFactWords, ownershipNumberWords, payeeWords } from './ownership-words';
import { say } from './wording';

/** A fact of choices, as the editor of a table offers it. */
export interface ChoiceFactInWords {
  readonly label: Both;
  readonly values: Readonly<Record<string, FactValueWords>>;
}

/** A counted fact: what is counted, and how the sentence goes where there is no number. */
export interface NumberFactInWords {
  readonly label: Both;
  readonly unit: Both;
  readonly known: Both;
  readonly unknown: Both;
}

export interface ColumnWords {
  readonly label: Both;
  readonly options?: Readonly<Record<string, Both>>;
  readonly of?: Readonly<Record<string, ColumnWords>>;
  readonly unit?: Both;
  /** What an empty value means. */
  readonly nothing?: Both;
}

export interface Column {
  readonly name: string;
  readonly field: Field;
  readonly words: ColumnWords;
}

/**
 * What the rows of a decision table are made of: the facts a row may ask for and the columns of its outcome. The editor
 * of the rules knows no table but by this.
 */
export interface TableInWords {
  /** Null where rows have no conditions. */
  readonly facts: { readonly choices: Readonly<Record<string, ChoiceFactInWords>>; readonly numbers: Readonly<Record<string, NumberFactInWords>> } | null;
  readonly columns: readonly Column[];
  /** A new row, but for its id and clause. */
  readonly blank: Readonly<Record<string, unknown>>;
}

type WithoutRule = Field extends infer F ? F extends Field ? Omit<F, 'rule'> : never : never;

const column = (name: string, zh: string, en: string, field: WithoutRule, words: Omit<ColumnWords, 'label'> = {}, rule = ''): Column =>
  ({ name, field: { ...field, rule }, words: { label: say(zh, en), ...words } });
const choice = (name: string, zh: string, en: string, options: Readonly<Record<string, Both>>): Column => column(name, zh, en, { kind: 'choice', options: Object.keys(options) }, { options });

const percent = { kind: 'number', rule: '', min: 0, max: 100 } as const;
const unit = say('%', '%');

function division(name: string, zh: string, en: string): Column {
  return column(name, zh, en, { kind: 'list', of: {
    payee: { kind: 'choice', rule: '', options: payees }, percent, from: { ...percent, nullable: true }, to: { ...percent, nullable: true },
  } }, { of: {
    payee: { label: say('归谁', 'To'), options: payeeWords }, percent: { label: say('份额', 'Share'), unit },
    from: { label: say('可协商，最低', 'By agreement, from'), unit, nothing: say('不可协商', 'No') }, to: { label: say('最高', 'Up to'), unit, nothing: say('不可协商', 'No') },
  } });
}

const owners = Object.fromEntries([...agentParts, 'none'].map((part) => [part, part === 'none' ? say('不归任何人', 'Nobody') : payeeWords[part as (typeof agentParts)[number]]]));
const approving = Object.fromEntries(approvals.map((approval) => [approval, approvalWords[approval]]));
const ofPay = (name: string, zh: string, en: string): Column => column(name, zh, en, { kind: 'number', min: 0, max: 100 }, { unit });

/** The three decision tables as the editor of the rules lays them out. The classes of an office are its own: their options come from its document. */
export const tableWords: Readonly<Record<'reception' | 'ownership' | 'penalties', TableInWords>> = {
  reception: {
    facts: { choices: factWords, numbers: numberFactWords },
    columns: [
      column('receiver', '谁接待（依次）', 'Who receives (in order)', { kind: 'order', options: selectors }, { options: selectorWords }),
      choice('counts', '计次', 'Counting', countsWords),
      column('mode', '不计次时的方式', 'Mode when it does not count', { kind: 'choice', options: uncountedModes }, { options: modeWords }),
      column('ownership', '客户归属', 'Ownership', { kind: 'choice', options: ownershipEffects }, { options: ownershipEffectWords }),
      choice('busy', '人选正在接待时', 'If they are busy', busyWords),
      column('class', '来访类别', 'Visitor class', { kind: 'choice', options: [] }),
    ],
    blank: { class: 'new', when: { purpose: 'visit' }, receiver: ['turn_holder'], counts: 'yes', mode: 'none', ownership: 'receiver', busy: 'pass' },
  },
  ownership: {
    facts: { choices: ownershipFactWords, numbers: ownershipNumberWords },
    columns: [
      choice('owner', '客户归谁', 'Whose customer', owners), division('credit', '业绩', 'Credit'), division('shares', '提成', 'Commission'), choice('approval', '批准', 'Approval', approving),
    ],
    blank: { when: { takeover: 'requested' }, owner: 'owner', credit: [{ payee: 'owner', percent: 100 }], shares: [{ payee: 'owner', percent: 100 }], approval: 'none' },
  },
  penalties: {
    facts: null,
    columns: [
      choice('trigger', '行为', 'What was done', triggerWords), choice('severity', '情节', 'Severity', severityWords),
      column('slips', '从第几次起', 'From which time on', { kind: 'number', min: 1, max: 20, nullable: true }, { unit: say('次', 'times'), nothing: say('不按次数', 'Not counted') }),
      column('suspend', '停接', 'Suspension', { kind: 'duration', nullable: true }, { nothing: say('不停接', 'None') }),
      column('lose_turns', '轮空', 'Missed turns', { kind: 'number', min: 0, max: 20 }, { unit: say('轮', 'turns') }),
      column('fine_yuan', '罚款', 'Fine', { kind: 'number', min: 0, max: 10_000_000 }, { unit: say('元', '¥') }),
      ofPay('day_base_pay_percent', '扣当日基本工资', 'Of the day\'s base pay'), ofPay('month_base_pay_percent', '扣当月基本工资', 'Of the month\'s base pay'), ofPay('month_bonus_percent', '扣当月应发奖金', 'Of the month\'s bonus'),
      column('points', '扣分', 'Points', { kind: 'number', min: 0, max: 1000 }, { unit: say('分', 'points') }), column('forfeit_deal', '该套业绩不计', 'The deal is forfeited', { kind: 'flag' }),
      choice('escalation', '另行处理', 'Beyond that', escalationWords),
    ],
    blank: {
      trigger: 'slip', severity: 'any', slips: 1, suspend: null, lose_turns: 0, fine_yuan: 0, day_base_pay_percent: 0, month_base_pay_percent: 0, month_bonus_percent: 0, points: 0, forfeit_deal: false, escalation: 'none',
    },
  },
};
