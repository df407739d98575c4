import { auditKinds, registerKinds, type AuditKind } from '@lunjie/contracts';

export const views = ['trail', 'register'] as const;
export type View = (typeof views)[number];

/** What the address asks for, as it stands there. */
export interface AddressQuery {
  readonly kind?: string | undefined;
  readonly person?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Kinds of an office's trail: the demo's own marks belong to no office. */
export const officeAuditKinds: readonly AuditKind[] = auditKinds.filter((kind) => !kind.startsWith('demo_'));

const id = /^[0-9a-f-]{36}$/;
const date = /^\d{4}-\d\d-\d\d$/;

/** The query to the api: what in the address is not one is left out, so that an old bookmark still opens the page. */
export function trailQuery({ kind, person, from, to }: AddressQuery): Readonly<Record<string, string>> {
  return known({
    kind: officeAuditKinds.find((one) => one === kind), person: person !== undefined && id.test(person) ? person : undefined,
    from: from !== undefined && date.test(from) ? from : undefined, to: to !== undefined && date.test(to) ? to : undefined,
  });
}

export function registerQuery({ kind }: AddressQuery): Readonly<Record<string, string>> {
  return known({ kind: registerKinds.find((one) => one === kind) });
}

function known(values: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).flatMap(([name, value]) => value === undefined ? [] : [[name, value]]));
}
