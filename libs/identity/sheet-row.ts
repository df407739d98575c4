import { customerGrades, type ColumnMapping, type CustomerGrade, type CustomerSource, type ImportField, type RowReason, type RowRemark } from '@lunjie/contracts';

/** An agent a sheet may name. */
export interface SheetAgent {
  readonly id: string;
  readonly name: string;
  readonly account: string;
}

/** What the cells are read against. */
export interface SheetReading {
  /** The office's business date. */
  readonly today: string;
  /** Those whose customers may be entered: agents who have not left. */
  readonly agents: readonly SheetAgent[];
  /** E.164, or null for what is no phone number. */
  readonly phoneOf: (text: string) => string | null;
}

/** A row of a sheet as it is meant. */
export interface SheetRow {
  /** Its line in the file. */
  readonly row: number;
  readonly name: string;
  readonly phone: string | null;
  readonly secondPhone: string | null;
  readonly gender: 'male' | 'female' | null;
  readonly grade: CustomerGrade | null;
  readonly agent: string | null;
  /** As the sheet states it; what counts is the day of the import. */
  readonly registeredOn: string | null;
  readonly source: CustomerSource | null;
  readonly note: string | null;
  readonly faults: readonly RowRemark[];
}

const longestName = 40;
const longestNote = 500;

const genders: Readonly<Record<'male' | 'female', readonly string[]>> = { male: ['男', '先生', 'male', 'm', 'mr'], female: ['女', '女士', '小姐', 'female', 'f', 'ms', 'mrs'] };
const sources: Readonly<Record<CustomerSource, readonly string[]>> = {
  visit: ['来访', '到访', '自然到访', '自访', 'visit', 'walk-in', 'walkin'], call: ['来电', '电话', 'call', 'phone'],
  online: ['线上', '网络', '网上', '线上咨询', 'online', 'web'], channel: ['渠道', '分销', '中介', 'channel', 'broker'],
};

const meant = <T extends string>(words: Readonly<Record<T, readonly string[]>>, text: string): T | null =>
  (Object.keys(words) as T[]).find((key) => words[key].includes(text.toLowerCase())) ?? null;

/** Days a spreadsheet counts from; it believes that 1900 was a leap year. */
const dayZero = Date.UTC(1899, 11, 30);
const dayLength = 86_400_000;

/** 'YYYY-MM-DD' of a date as people and spreadsheets write it, year first; null where it is none. */
export function dateIn(text: string): string | null {
  if (/^\d{5}(\.\d+)?$/.test(text)) return new Date(dayZero + Math.floor(Number(text)) * dayLength).toISOString().slice(0, 10);
  const parts = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[\sT].*)?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (!parts) return null;
  const [year = 0, month = 0, day = 0] = parts.slice(1).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null;
}

/** Reads one row. Whatever is wrong with it is told at once, field by field. */
export function readRow(row: number, cells: readonly string[], mapping: ColumnMapping, { today, agents, phoneOf }: SheetReading): SheetRow {
  const faults: RowRemark[] = [];
  const wrong = (field: ImportField, reason: RowReason): null => {
    faults.push({ field, reason, like: null });
    return null;
  };
  const told = (field: ImportField): string => {
    const column = mapping.indexOf(field);
    return column < 0 ? '' : (cells[column] ?? '').trim();
  };
  const read = <T>(field: ImportField, by: (text: string) => T | null, reason: RowReason): T | null => {
    const text = told(field);
    return text === '' ? null : by(text) ?? wrong(field, reason);
  };

  const name = told('name');
  if (name === '') wrong('name', 'is_missing');
  else if ([...name].length > longestName) wrong('name', 'too_long');
  if (told('phone') === '') wrong('phone', 'is_missing');
  const phone = read('phone', phoneOf, 'is_phone_number');
  const secondPhone = read('second_phone', phoneOf, 'is_phone_number');
  if (secondPhone !== null && secondPhone === phone) wrong('second_phone', 'same_as_first');
  const note = told('note');
  if ([...note].length > longestNote) wrong('note', 'too_long');
  const registeredOn = read('registered_on', dateIn, 'is_date');
  if (registeredOn !== null && registeredOn > today) wrong('registered_on', 'is_later');

  return {
    row, name, phone, secondPhone, registeredOn, note: note === '' ? null : note,
    gender: read('gender', (text) => meant(genders, text), 'unknown_gender'),
    grade: read('grade', (text) => customerGrades.find((grade) => grade === text.toUpperCase().replace(/(级|类)$/, '')) ?? null, 'unknown_grade'),
    source: read('source', (text) => meant(sources, text), 'unknown_source'),
    agent: agentOf(told('agent'), agents, (reason) => wrong('agent', reason)), faults,
  };
}

/** By account, else by name; of two with the same name nobody is guessed. */
function agentOf(text: string, agents: readonly SheetAgent[], wrong: (reason: RowReason) => null): string | null {
  if (text === '') return null;
  const byAccount = agents.find(({ account }) => account.toLowerCase() === text.toLowerCase());
  if (byAccount) return byAccount.id;
  const named = agents.filter(({ name }) => name === text);
  if (named.length > 1) return wrong('several_agents');
  return named[0]?.id ?? wrong('unknown_agent');
}
