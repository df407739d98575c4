import type { MatchReason } from '@lunjie/contracts';
import type { PolicyValues } from '@lunjie/policy';
import { isSurnameOnly, surnameOf } from './label';

export type PhoneForm = PolicyValues['identity']['phone_form'];
export type MatchKeys = PolicyValues['identity']['match_keys'];

/**
 * A phone number as far as the office compares it (P41). Chinese numbers are compared without their country code, so
 * that the first three digits are the operator's (138…), not the country's.
 * @param e164 `+8613800000001`
 */
export function phoneForm(e164: string, form: PhoneForm): string {
  const digits = e164.startsWith('+86') ? e164.slice(3) : e164.slice(1);
  if (form === 'full') return e164;
  const [first, last] = form === 'first3_last4' ? [3, 4] : [4, 3];
  return `${digits.slice(0, first)}…${digits.slice(-last)}`;
}

/** What a visitor says of themselves. An empty name says nothing. */
export interface Said {
  readonly name: string;
  /** Spelt as the register spells names. */
  readonly pinyin: string;
}

/** A registered customer who may be the visitor. */
export interface Candidate extends Said {
  readonly id: string;
  /** One of their phones is the visitor's, as far as the office compares phones. */
  readonly samePhone: boolean;
  readonly createdAt: number;
}

/** Two names that cannot be the same person's: both are said, and differ in more than how much of them is said. */
export function namesContradict(one: string, other: string): boolean {
  const [a, b] = [one.trim(), other.trim()];
  if (a === '' || b === '' || a === b) return false;
  return !((isSurnameOnly(a) || isSurnameOnly(b)) && surnameOf(a) === surnameOf(b));
}

/** Whether both say the same whole name; a surname alone is shared by seventy thousand others. */
export function isSameName(one: string, other: string): boolean {
  return one.trim() !== '' && one.trim() === other.trim() && !isSurnameOnly(one);
}

/**
 * Whether a visitor is taken for a registered customer (P40). Under `name_and_phone` the same phone with another name is
 * another customer; a visitor who says no name, or only their surname, contradicts nothing. Identity cards and faces are
 * not kept: a policy that asks for them is refused, and one from before that is read as `phone`.
 */
export function isSamePerson(keys: MatchKeys, said: Said, candidate: Candidate): boolean {
  switch (keys) {
    case 'name_and_phone': return candidate.samePhone && !namesContradict(said.name, candidate.name);
    case 'name_or_phone': return candidate.samePhone || isSameName(said.name, candidate.name);
    case 'phone':
    case 'id':
    case 'face': return candidate.samePhone;
  }
}

/**
 * The registered customer a visitor is, or null. Of several, a phone says more than a name, a whole name more than a
 * part of it, and the earlier registration stands (003 §(五)1).
 */
export function theSame<C extends Candidate>(keys: MatchKeys, said: Said, candidates: readonly C[]): C | null {
  const rank = (candidate: C): number => (candidate.samePhone ? 0 : 2) + (isSameName(said.name, candidate.name) ? 0 : 1);
  return candidates.filter((candidate) => isSamePerson(keys, said, candidate))
    .sort((one, other) => rank(one) - rank(other) || one.createdAt - other.createdAt)[0] ?? null;
}

/** Why a registered customer may be who is about to be registered, strongest first; empty where nothing says so. */
export function reasonsOf(keys: MatchKeys, said: Said, candidate: Candidate): readonly MatchReason[] {
  const reasons: MatchReason[] = [];
  if (isSamePerson(keys, said, candidate)) reasons.push('same_person');
  if (candidate.samePhone) reasons.push(namesContradict(said.name, candidate.name) ? 'same_phone_other_name' : 'same_phone');
  if (isSameName(said.name, candidate.name)) reasons.push('same_name');
  else if (said.pinyin !== '' && said.pinyin === candidate.pinyin && !isSurnameOnly(said.name)) reasons.push('same_pinyin');
  return reasons;
}
