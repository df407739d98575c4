import type { RequestClass, RequestMay, RequestStep, Role } from '@lunjie/contracts';
import type { PolicyValues } from '@lunjie/policy';

export interface Reader {
  readonly id: string;
  readonly roles: readonly Role[];
}

/** What rights depend on. People by id. */
export interface Seen {
  readonly class: RequestClass;
  readonly step: RequestStep;
  readonly takenBy: string;
  readonly owner: string;
  /** The agent a complaint is about. */
  readonly about: string | null;
  readonly investigated: boolean;
  readonly upheld: boolean | null;
  readonly hasPhone: boolean;
  /** Of whom praise is; null until somebody has said. */
  readonly praised: string | null;
  /** The reader's own team is whom a complaint is about, where the office lets nobody rule there (P105). */
  readonly isBarred?: boolean;
}

const overseeing: readonly Role[] = ['admin', 'manager', 'supervisor', 'auditor'];
const naming: readonly Role[] = ['desk', 'manager', 'supervisor'];
const handingOn: readonly Role[] = ['manager', 'supervisor'];

const has = (roles: readonly Role[], some: readonly Role[]): boolean => roles.some((role) => some.includes(role));

/** Whoever took it or owns it, the desk, and who oversees the office. Whom a complaint is about never sees it: what it comes to is told by the ruling. */
export function mayRead({ id, roles }: Reader, { takenBy, owner, about }: Pick<Seen, 'takenBy' | 'owner' | 'about'>): boolean {
  if (about === id) return false;
  return takenBy === id || owner === id || has(roles, [...overseeing, 'desk']);
}

/** The words of a complaint are for fewer: the desk reads those it took. */
export function mayReadWords(reader: Reader, seen: Pick<Seen, 'class' | 'takenBy' | 'owner' | 'about'>): boolean {
  if (!mayRead(reader, seen)) return false;
  return seen.class !== 'complaint' || seen.takenBy === reader.id || seen.owner === reader.id || has(reader.roles, overseeing);
}

/** Who says of whom praise is: it goes into that agent's file. */
export const mayNamePraised = ({ roles }: Reader): boolean => has(roles, naming);

/** What somebody may do now. The owner does the steps; who manages may hand on as well; a complaint is ruled on by whom the policy names and it is not about. */
export function mayOf(reader: Reader, { class: kind, step, takenBy, owner, about, investigated, upheld, hasPhone, praised, isBarred = false }: Seen, values: PolicyValues['requests']): readonly RequestMay[] {
  const { id, roles } = reader;
  if (about === id || (has(roles, ['auditor']) && roles.length === 1)) return [];
  const isOwner = owner === id;
  const isOpen = step !== 'closed';
  const ruledBy: readonly Role[] = values.ruled_by;
  const rules = kind === 'complaint' && investigated && upheld === null && !isBarred && has(roles, ruledBy);
  return [
    ...isOwner && (step === 'investigate' || step === 'answer' || step === 'call_back') ? [step] : [],
    ...isOpen && (isOwner || has(roles, handingOn)) ? ['hand_on' as const] : [],
    ...rules ? ['rule' as const] : [],
    ...kind === 'praise' && praised === null && mayNamePraised(reader) ? ['praise' as const] : [],
    ...hasPhone && isOpen && (isOwner || takenBy === id || has(roles, handingOn)) ? ['see_phone' as const] : [],
  ];
}
