import type { RegistrationField, RegistrationState } from '@lunjie/contracts';
import type { PolicyValues } from '@lunjie/policy';

type RegisterRules = PolicyValues['register'];

/** Fields the policy requires of a source and that nobody has filled in yet (P45). */
export function stillMissing(rules: RegisterRules, source: 'visit' | 'call', filled: ReadonlySet<RegistrationField>): readonly RegistrationField[] {
  const required: readonly RegistrationField[] = rules.required_fields[source];
  return required.filter((field) => !filled.has(field));
}

/** How a registration stands (P46): what is missing makes it void, pending, or something to complete at the next visit. */
export function registrationOf(rules: RegisterRules, source: 'visit' | 'call', filled: ReadonlySet<RegistrationField>, late: boolean): RegistrationState {
  const missing = stillMissing(rules, source, filled);
  return { state: missing.length === 0 ? 'complete' : rules.incomplete, missing, late };
}

/**
 * Whether something entered now comes after the deadline of a registration (P47). What is due when a reception ends is
 * late from that instant on; where the office sets no deadline nothing ever is.
 * @param begun the business date of the visit or call
 * @param endedAt when its reception ended (epoch ms); null while it goes on, or where there was none
 */
export function isLate({ deadline }: Pick<RegisterRules, 'deadline'>, begun: string, endedAt: number | null, today: string): boolean {
  switch (deadline) {
    case 'none': return false;
    case 'same_day': return today > begun;
    case 'reception_end': return endedAt !== null;
  }
}
