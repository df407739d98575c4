import type { Both, Language, RulesSection, RuleStatement } from '@lunjie/contracts';
import type { PolicyDocument } from '../document';
import type { Duration, Field, Group } from '../fields';
import { valueGroups } from '../values';
import { groupWords, valueWords } from './index';
import { ownershipSentence } from './ownership-sentence';
import { durationText, penaltySentence, sentenceOf } from './sentence';
import { say } from './wording';

/** The words of a value as data, whatever its kind: what the compiler has checked per value is read here by its kind. */
interface AnyWords {
  readonly label: Both;
  readonly clause?: string | null;
  readonly options?: Readonly<Record<string, Both>>;
  readonly keys?: Readonly<Record<string, Both>>;
  readonly of?: Readonly<Record<string, AnyWords>>;
  readonly unit?: Both;
  readonly nothing?: Both;
}

const flags = { yes: say('是', 'Yes'), no: say('否', 'No') };
const empty = say('无', 'None');

function list(parts: readonly string[], language: Language, zh = '、', en = ', '): string {
  return parts.length === 0 ? empty[language] : parts.join(language === 'zh' ? zh : en);
}

/** A value as somebody in the office reads it. */
function textOf(field: Field, words: AnyWords, value: unknown, language: Language): string {
  if (value === null || value === undefined) return (words.nothing ?? empty)[language];
  const option = (id: unknown): string => words.options?.[String(id)]?.[language] ?? String(id);
  switch (field.kind) {
    case 'choice': return option(value);
    case 'set': return list((value as readonly unknown[]).map(option), language);
    case 'order': return list((value as readonly unknown[]).map(option), language, ' → ', ' → ');
    case 'words': return list((value as readonly unknown[]).map(String), language);
    case 'flag': return flags[value === true ? 'yes' : 'no'][language];
    case 'number': return words.unit ? `${String(value)}${words.unit[language] === '%' ? '' : ' '}${words.unit[language]}` : String(value);
    case 'duration': return durationText(value as Duration, language);
    case 'time': case 'text': return String(value);
    case 'map': {
      const entries = value as Readonly<Record<string, string>>;
      return list(field.keys.filter((key) => entries[key] !== undefined).map((key) => labelled(words.keys?.[key]?.[language] ?? key, option(entries[key]), language)), language, '；', '; ');
    }
    case 'record': return recordText(field.of, words, value, language);
    case 'list': return list((value as readonly unknown[]).map((row) => recordText(field.of, words, row, language)), language, '；', '; ');
  }
}

function labelled(label: string, text: string, language: Language): string {
  return language === 'zh' ? `${label}：${text}` : `${label}: ${text}`;
}

/** Parts of a row that has a name in both languages which are for machines, or cite what the row itself is read by. */
const unsaid = new Set(['id', 'zh', 'en', 'clause']);

function recordText(group: Group, words: AnyWords, value: unknown, language: Language): string {
  const row = value as Readonly<Record<string, unknown>>;
  const isNamed = 'zh' in group && 'en' in group;
  const parts = Object.entries(group).flatMap(([name, field]) => {
    const inner = words.of?.[name];
    return inner && !(isNamed && unsaid.has(name)) ? [labelled(inner.label[language], textOf(field, inner, row[name], language), language)] : [];
  });
  if (!isNamed) return list(parts, language, '，', ', ');
  const said = list(parts, language, '，', ', ');
  return `${String(row[language])}${parts.length === 0 ? '' : language === 'zh' ? `（${said}）` : ` (${said})`}`;
}

function classText(policy: PolicyDocument, language: Language): string {
  const newOne = say('（新客户）', ' (new customer)');
  return list(policy.values.counting.classes.map((each) => `${each[language]}${each.new_customer ? newOne[language] : ''}`), language);
}

/** What the editor and the printer say of one value: `/values/<group>/<name>`. */
function valueStatements(policy: PolicyDocument, id: keyof typeof valueGroups, language: Language): readonly RuleStatement[] {
  const words = valueWords[id] as Readonly<Record<string, AnyWords>>;
  const values = policy.values[id] as Readonly<Record<string, unknown>>;
  return Object.entries<Field>(valueGroups[id]).flatMap(([name, field]) => {
    const said = words[name];
    if (!said) return [];
    const text = id === 'counting' && name === 'classes' ? classText(policy, language) : textOf(field, said, values[name], language);
    return [{ path: `/values/${id}/${name}`, label: said.label[language], text, source: said.clause ? `${field.rule} · ${said.clause}` : field.rule }];
  });
}

function tableStatements(policy: PolicyDocument, table: 'reception' | 'ownership' | 'penalties', language: Language): readonly RuleStatement[] {
  const { reception, ownership, penalties } = policy.tables;
  const statement = (index: number, clause: string, label: string | null, text: string): RuleStatement => ({ path: `/tables/${table}/${index}`, label, text, source: clause });
  switch (table) {
    case 'reception': {
      const classes = new Map(policy.values.counting.classes.map((each) => [each.id, each[language]]));
      return reception.map((row, index) => statement(index, row.clause, classes.get(row.class) ?? row.class, sentenceOf(row, language)));
    }
    case 'ownership': return ownership.map((row, index) => statement(index, row.clause, null, ownershipSentence(row, language)));
    case 'penalties': return penalties.map((row, index) => statement(index, row.clause, null, penaltySentence(row, language)));
  }
}

/** Who receives comes first, each table beside the values it belongs to. */
const order = [
  'reception', 'rotation', 'counting', 'makeup', 'identity', 'register', 'validity', 'pool', 'follow_up', 'attribution', 'ownership', 'disputes', 'penalties',
  'channel', 'phone', 'deals', 'commission', 'reports', 'change', 'escalation', 'requests', 'checks', 'handover', 'reminders', 'offices', 'privacy',
] as const satisfies readonly (keyof typeof groupWords)[];

/** The whole policy as an outline anybody in the office can read: the page's, and the office's written rules in print. */
export function rulesInWords(policy: PolicyDocument, language: Language): readonly RulesSection[] {
  return order.map((id): RulesSection => ({
    id, title: groupWords[id][language],
    statements: id === 'reception' || id === 'ownership' || id === 'penalties' ? tableStatements(policy, id, language) : valueStatements(policy, id, language),
  })).filter(({ statements }) => statements.length > 0);
}
