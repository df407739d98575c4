import type { ClaimEvent, ContactWay } from '@lunjie/contracts';
import type { PolicyValues } from '@lunjie/policy';

/** A contact as it was logged. */
export interface LoggedContact {
  readonly way: ContactWay;
  readonly connected: boolean;
  /** Somebody wrote down what was said. */
  readonly written: boolean;
}

const spoken: readonly ContactWay[] = ['phone', 'in_person'];

/** Spoken with in person: on the phone or face to face, and answered. */
export function isPersonal({ way, connected }: LoggedContact): boolean {
  return connected && spoken.includes(way);
}

/** Effective by what the office asks of a contact (P67): answered, personal, written down. */
export function isEffective(contact: LoggedContact, { effective_contact: asked }: Pick<PolicyValues['validity'], 'effective_contact'>): boolean {
  const met = { connected: contact.connected, personal: isPersonal(contact), logged: contact.written };
  return asked.every((condition) => met[condition]);
}

/** What a contact is to the claim's life. */
export function contactEvents(effective: boolean): readonly ClaimEvent[] {
  return effective ? ['follow_up', 'effective_contact', 'activity'] : ['follow_up', 'activity'];
}
