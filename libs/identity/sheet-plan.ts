import type { RowOutcome, RowReason, RowRemark } from '@lunjie/contracts';
import { isSurnameOnly } from './label';
import { phoneForm, theSame, type Candidate, type MatchKeys, type PhoneForm } from './matching';
import type { SheetRow } from './sheet-row';

/** A registered customer as far as a sheet's rows are compared with them. */
export interface KnownToRegister {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  /** The agent whose claim has not ended, lapsed or not. */
  readonly owner: string | null;
  /** Agents who registered them again before. */
  readonly againBy: readonly string[];
}

/** Whom the register knows of those a sheet names. */
export interface RegisterExcerpt<K extends KnownToRegister> {
  /** By the phone (E.164) as the sheet has it. */
  readonly byPhone: ReadonlyMap<string, readonly K[]>;
  /** By the whole name. */
  readonly byName: ReadonlyMap<string, readonly K[]>;
}

/** How the office tells people apart (P40, P41). */
export interface SheetMatching {
  readonly keys: MatchKeys;
  readonly form: PhoneForm;
}

/** What becomes of a row, and why. */
export interface PlannedRow<K extends KnownToRegister> {
  readonly row: SheetRow;
  readonly outcome: RowOutcome;
  readonly remarks: readonly RowRemark[];
  /** Of the register: who it is, or may be. */
  readonly known: K | null;
}

/** Somebody with a phone: of the register, or of an earlier row. */
interface Somebody<K> extends Candidate {
  readonly owner: string | null;
  readonly againBy: Set<string>;
  readonly known: K | null;
  readonly line: number | null;
}

const remark = (field: RowRemark['field'], reason: RowReason, like: number | null = null): RowRemark => ({ field, reason, like });
/** That it is like an earlier row, where it is. */
const repeated = (field: RowRemark['field'], { line }: { readonly line: number | null }): readonly RowRemark[] => line === null ? [] : [remark(field, 'repeated', line)];

/** A phone is somebody's by itself, or with their name; a name without it is nobody's. */
export function keysOfPhones(keys: MatchKeys): MatchKeys {
  return keys === 'name_and_phone' ? 'name_and_phone' : 'phone';
}

/**
 * What becomes of each row of a sheet, one after the other: who is entered by a row is known to the next. A known phone
 * is never entered twice (P40): it is skipped where the agent has the customer or none is named, and otherwise noted as
 * registered again by another agent (003 §(五)1), which a manager settles.
 */
export function planRows<K extends KnownToRegister>(rows: readonly SheetRow[], register: RegisterExcerpt<K>, { keys, form }: SheetMatching): readonly PlannedRow<K>[] {
  const people = new Map<string, Somebody<K>>();
  const mine = new Map<string, Somebody<K>[]>();
  const names = new Map<string, number>();
  const matching = keysOfPhones(keys);

  const ofRegister = (known: K): Somebody<K> => {
    const somebody = people.get(known.id)
      ?? { id: known.id, name: known.name, pinyin: '', createdAt: known.createdAt, samePhone: true, owner: known.owner, againBy: new Set(known.againBy), known, line: null };
    people.set(known.id, somebody);
    return somebody;
  };
  const whose = (phone: string, name: string): Somebody<K> | null =>
    theSame(matching, { name, pinyin: '' }, [...(register.byPhone.get(phone) ?? []).map(ofRegister), ...(mine.get(phoneForm(phone, form)) ?? [])]);
  const entered = (row: SheetRow): void => {
    const somebody: Somebody<K> = {
      id: `row ${row.row}`, name: row.name, pinyin: '', createdAt: Number.MAX_SAFE_INTEGER, samePhone: true, owner: row.agent, againBy: new Set(), known: null, line: row.row,
    };
    for (const phone of [row.phone, row.secondPhone]) {
      if (phone === null) continue;
      const key = phoneForm(phone, form);
      mine.set(key, [...mine.get(key) ?? [], somebody]);
    }
  };

  return rows.map((row): PlannedRow<K> => {
    if (row.faults.length > 0 || row.phone === null) return { row, outcome: 'faulty', remarks: row.faults, known: null };
    const same = whose(row.phone, row.name);
    if (same) {
      const { outcome, reason } = known(same, row.agent);
      if (row.agent !== null) same.againBy.add(row.agent);
      return { row, outcome, remarks: [remark('phone', reason), ...repeated('phone', same)], known: same.known };
    }
    const second = row.secondPhone === null ? null : whose(row.secondPhone, row.name);
    if (second) {
      return { row, outcome: 'faulty', known: second.known, remarks: [remark('second_phone', 'second_phone_known'), ...repeated('second_phone', second)] };
    }
    const [namesake] = isSurnameOnly(row.name) ? [] : register.byName.get(row.name) ?? [];
    const before = isSurnameOnly(row.name) ? undefined : names.get(row.name);
    if (before === undefined) names.set(row.name, row.row);
    entered(row);
    return { row, outcome: 'enter', known: namesake ?? null, remarks: [...namesake ? [remark('name', 'name_known')] : [], ...before === undefined ? [] : [remark('name', 'name_repeated', before)]] };
  });
}

function known(same: Pick<Somebody<unknown>, 'owner' | 'againBy'>, agent: string | null): { readonly outcome: RowOutcome; readonly reason: RowReason } {
  if (agent === null) return { outcome: 'skip', reason: 'known_here' };
  if (same.owner === agent || same.againBy.has(agent)) return { outcome: 'skip', reason: 'already_theirs' };
  return { outcome: 'again', reason: same.owner === null ? 'nobodys' : 'another_agents' };
}
