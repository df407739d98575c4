import type { CustomerClaims, CustomerView } from '@lunjie/contracts';

/** What is to be done next, a code with words under `customers.next`, and what fills them. */
export interface NextStep {
  readonly code: 'complete' | 'awaits_manager' | 'in_pool' | 'lapsing' | 'contacts' | 'nobodys' | 'lapsed' | 'keep';
  readonly values: Readonly<Record<string, unknown>>;
}

/** The most urgent thing that stands open with a customer, as the page knows it. */
export function nextStepOf(view: CustomerView, claims: CustomerClaims | null): NextStep {
  const step = (code: NextStep['code'], values: NextStep['values'] = {}): NextStep => ({ code, values });
  const { owner, registration } = view;
  if (claims?.claims.some(({ awaitsManager }) => awaitsManager)) return step('awaits_manager');
  if (view.state === 'pool') return step('in_pool');
  if (view.state === 'lapsed') return step('lapsed');
  if (!owner) return step('nobodys');
  if (view.state === 'lapsing') return step('lapsing', { name: owner.agent.name, days: owner.daysLeft ?? 0 });
  if (registration.state !== 'complete') return step('complete', { fields: registration.missing });
  if (claims && claims.contactsDone < claims.contactsAsked) return step('contacts', { done: claims.contactsDone, asked: claims.contactsAsked });
  return step('keep', { name: owner.agent.name });
}
