import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { policySchema, type PolicyDocument } from './document';
import type { JsonSchema } from './json-schema';
import { ownershipFaults } from './ownership-faults';

/** One fault of a policy document: where (`/values/rotation/advance`), a code for the console's wording, and the data of the reason. */
export interface PolicyFault {
  readonly path: string;
  readonly code: string;
  readonly data: Readonly<Record<string, string | number>>;
}

export type PolicyCheck =
  | { readonly ok: true; readonly policy: PolicyDocument }
  /** `shaped` is the document where its form is right and only its meaning at fault. */
  | { readonly ok: false; readonly faults: readonly PolicyFault[]; readonly shaped: PolicyDocument | null };

let compiled: ValidateFunction<PolicyDocument> | undefined;

/** Compiled when first asked for: the console reads the words of a policy under a content security policy that compiles nothing. */
function schemaOf(): ValidateFunction<PolicyDocument> {
  return (compiled ??= new Ajv2020({ allErrors: true, strict: false, inlineRefs: false }).compile<PolicyDocument>(inParts(policySchema)));
}

/** The schema with each group and table apart: one function for all of a policy is too large for the engine to make fast. */
function inParts(schema: JsonSchema): JsonSchema & { readonly $defs: Readonly<Record<string, JsonSchema>> } {
  const $defs: Record<string, JsonSchema> = {};
  const apart = (root: string): JsonSchema => {
    const whole = schema.properties?.[root] ?? {};
    const properties = Object.fromEntries(Object.entries(whole.properties ?? {}).map(([name, part]) => {
      $defs[`${root}_${name}`] = part;
      return [name, { $ref: `#/$defs/${root}_${name}` }];
    }));
    return { ...whole, properties };
  };
  return { ...schema, properties: { ...schema.properties, values: apart('values'), tables: apart('tables') }, $defs };
}

/** Beyond this many faults nobody reads on; the rest is counted by fixing these. */
const mostFaults = 200;

function pointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

function shapeFault(error: ErrorObject): PolicyFault {
  const params = error.params as Record<string, unknown>;
  const missing = params['missingProperty'] ?? params['additionalProperty'];
  const path = typeof missing === 'string' ? `${error.instancePath}/${pointer(missing)}` : error.instancePath || '/';
  const data: Record<string, string | number> = {};
  for (const [key, value] of Object.entries(params)) {
    if (typeof value === 'string' || typeof value === 'number') data[key] = value;
    else if (Array.isArray(value)) data[key] = value.join(', ');
  }
  return { path, code: error.keyword, data };
}

function repeated(ids: readonly string[], table: string): PolicyFault[] {
  return ids.flatMap((id, index) => ids.indexOf(id) < index ? [{ path: `${table}/${index}/id`, code: 'repeated', data: { id } }] : []);
}

/** What the schema cannot see: repeated ids, unknown classes, rules that contradict themselves, queues that serve nobody. */
function meaningFaults(policy: PolicyDocument): PolicyFault[] {
  const faults: PolicyFault[] = [];
  const { reception, ownership, penalties } = policy.tables;
  faults.push(...repeated(reception.map((row) => row.id), '/tables/reception'));
  faults.push(...repeated(ownership.map((row) => row.id), '/tables/ownership'));
  faults.push(...repeated(penalties.map((row) => row.id), '/tables/penalties'));
  const classes = new Set(policy.values.counting.classes.map((entry) => entry.id));
  reception.forEach((row, index) => {
    const path = `/tables/reception/${index}`;
    if (!classes.has(row.class)) faults.push({ path: `${path}/class`, code: 'unknown_class', data: { class: row.class } });
    if (row.receiver.length === 0 && row.counts !== 'no') faults.push({ path: `${path}/counts`, code: 'counts_for_nobody', data: { row: row.id } });
    if (row.ownership === 'receiver' && row.receiver.length === 0) faults.push({ path: `${path}/ownership`, code: 'owned_by_nobody', data: { row: row.id } });
  });
  const last = reception.at(-1);
  if (!last || Object.keys(last.when).length > 0) {
    faults.push({ path: '/tables/reception', code: 'no_last_row', data: {} });
  }
  faults.push(...ownershipFaults(ownership));
  const { rotation, makeup, identity } = policy.values;
  // No document number and no face is ever kept: nobody could be matched by one (P40).
  if (identity.match_keys === 'id' || identity.match_keys === 'face') faults.push({ path: '/values/identity/match_keys', code: 'match_key_not_kept', data: { key: identity.match_keys } });
  faults.push(...repeated(rotation.queues.map((queue) => queue.id), '/values/rotation/queues'));
  for (const channel of ['visit', 'call'] as const) {
    const serving = rotation.queues.filter((queue) => queue.channels.includes(channel)).length;
    if (serving !== 1) faults.push({ path: '/values/rotation/queues', code: 'channel_needs_one_queue', data: { channel, queues: serving } });
  }
  faults.push(...repeated(rotation.team_channels.map(({ team }) => team), '/values/rotation/team_channels'));
  // Those orders compare agents by what each of them had; a team has no such account.
  if (rotation.places === 'each_team' && (rotation.order_basis === 'least_new_customers' || rotation.order_basis === 'weighted')) faults.push({ path: '/values/rotation/places', code: 'places_without_order', data: { basis: rotation.order_basis } });
  const { checks, handover } = policy.values;
  faults.push(...repeated(checks.items.map((item) => item.id), '/values/checks/items'), ...repeated(checks.places.map((place) => place.id), '/values/checks/places'), ...repeated(handover.items.map((item) => item.id), '/values/handover/items'));
  if (rotation.late_signin !== 'none' && rotation.late_after === null) faults.push({ path: '/values/rotation/late_after', code: 'late_time_missing', data: {} });
  const { open, close } = rotation.hours_that_count;
  if (open !== null && close !== null && open >= close) faults.push({ path: '/values/rotation/hours_that_count', code: 'closes_before_opening', data: { open, close } });
  if (makeup.quantity === 'cap' && makeup.cap === null) faults.push({ path: '/values/makeup/cap', code: 'cap_missing', data: {} });
  for (const reason of makeup.reasons) {
    if ((makeup.denied_reasons as readonly string[]).includes(reason)) faults.push({ path: '/values/makeup/denied_reasons', code: 'given_and_denied', data: { reason } });
  }
  return faults;
}

/**
 * Checks a policy document of unknown origin. Never throws; every fault has a path (JSON pointer) and a reason.
 * @param candidate parsed JSON or YAML
 */
export function checkPolicy(candidate: unknown): PolicyCheck {
  const schema = schemaOf();
  if (!schema(candidate)) {
    return { ok: false, faults: (schema.errors ?? []).slice(0, mostFaults).map(shapeFault), shaped: null };
  }
  const policy: PolicyDocument = candidate;
  const faults = meaningFaults(policy);
  return faults.length > 0 ? { ok: false, faults: faults.slice(0, mostFaults), shaped: policy } : { ok: true, policy };
}
