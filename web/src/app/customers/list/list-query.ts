import { claimStates, customerGrades, customerSorts, customerSources, type Role } from '@lunjie/contracts';

/** What the address of the list may ask for: the names are the API's own. */
export const askedFields = [
  'text', 'owner', 'grade', 'state', 'source', 'contactFrom', 'contactTo', 'registeredFrom', 'registeredTo', 'sort', 'order',
] as const;
export type AskedField = (typeof askedFields)[number];
export type Asked = Readonly<Partial<Record<AskedField, string>>>;

/** Fields that narrow the list beside what is typed. */
export const filterFields = askedFields.filter((field) => !['text', 'sort', 'order'].includes(field));

const isDay = (value: string): boolean => /^\d{4}-\d\d-\d\d$/.test(value);
const oneOf = (values: readonly string[]) => (value: string): boolean => values.includes(value);

const mostText = 40;

/** More digits than the last four are a number or a part of one: it never stands in an address. */
export function mayStandInAddress(text: string): boolean {
  return text.replaceAll(/\D/g, '').length <= 4 && text.length <= mostText;
}

/** Whether a whole number was typed, to be looked for by POST. */
export function isWholeNumber(text: string): boolean {
  return /^\+?[\d\s()-]+$/.test(text.trim()) && text.replaceAll(/\D/g, '').length >= 7;
}

export function isLastFour(text: string): boolean {
  return /^\d{4}$/.test(text.trim());
}

const allowed: Readonly<Record<AskedField, (value: string) => boolean>> = {
  text: mayStandInAddress, owner: (value) => /^[0-9a-f-]{36}$/.test(value), grade: oneOf(customerGrades), state: oneOf(claimStates), source: oneOf(customerSources),
  contactFrom: isDay, contactTo: isDay, registeredFrom: isDay, registeredTo: isDay, sort: oneOf(customerSorts), order: oneOf(['asc', 'desc']),
};

/** What an address asks for. What is not a value is left out, so that an old bookmark still opens the page. */
export function askedIn(address: Readonly<Record<string, unknown>>): Asked {
  return Object.fromEntries(askedFields.flatMap((field) => {
    const value = address[field];
    return typeof value === 'string' && value.trim() !== '' && allowed[field](value.trim()) ? [[field, value.trim()]] : [];
  }));
}

/** One tab of the list: a name and what it asks for. */
export interface ListView {
  readonly name: string;
  readonly asked: Asked;
}

/** The tabs everybody has, by what they may see: the first asks for nothing. Their names are words under `customers.view`. */
export function viewsFor(roles: readonly Role[], me: string): readonly ListView[] {
  const readsAll = roles.some((role) => role === 'manager' || role === 'supervisor' || role === 'auditor');
  const soon = { name: 'lapsing', asked: { state: 'lapsing', sort: 'valid_until', order: 'asc' } };
  const over = { name: 'lapsed', asked: { state: 'lapsed', sort: 'valid_until', order: 'desc' } };
  if (!readsAll) return [{ name: 'mine', asked: {} }, soon, over, { name: 'best', asked: { grade: 'A' } }];
  const mine = roles.includes('agent') ? [{ name: 'mine', asked: { owner: me } }] : [];
  return [{ name: 'all', asked: {} }, ...mine, soon, over, { name: 'nobodys', asked: { state: 'none' } }, { name: 'best', asked: { grade: 'A' } }];
}

/** Whether a tab is what is shown: what is typed beside it does not matter. */
export function isShown(view: Asked, asked: Asked): boolean {
  return askedFields.every((field) => field === 'text' || view[field] === asked[field]);
}

/** The query parameters that lead to exactly this; whatever else stands in the address goes, but for what is typed. */
export function addressOf(asked: Asked): Readonly<Record<AskedField, string | null>> {
  return Object.fromEntries(askedFields.map((field) => [field, asked[field] ?? null])) as Record<AskedField, string | null>;
}
