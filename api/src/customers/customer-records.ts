import { hasLapsed, daysBetween } from '@lunjie/attribution';
import type { ClaimSource, KnownCustomer } from '@lunjie/contracts';
import type { KnownOwner } from '@lunjie/rotation';
import { momentIn } from '../floor/office-moment';
import { maskedPhone } from './phone';

/** A customer with the claim in force, as the decision and the desk need them. */
export interface CustomerRecord {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly phoneLast4: string | null;
  readonly visits: number;
  readonly lastContactAt: number | null;
  readonly claim: { readonly id: string; readonly agent: string; readonly agentName: string; readonly fromDate: string; readonly until: string | null; readonly source?: ClaimSource; readonly fromAt?: number } | null;
}

export interface CustomerRow {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly phone_last4: string | null;
  readonly visits: number | string;
  readonly last_contact_at: number | string | null;
  readonly claim_id: string | null;
  readonly agent_id: string | null;
  readonly agent_name: string | null;
  readonly from_date: string | null;
  readonly until_date: string | null;
  readonly claim_source: ClaimSource | null;
  readonly from_at: number | string | null;
}

/** What is read of a customer `c`; what happened to entries merged into it happened to it. */
export const recordColumns = `c.id, c.name, c.label, c.phone_last4,
  c.visits + COALESCE((SELECT SUM(x.visits) FROM customer x WHERE x.merged_into = c.id), 0) AS visits,
  COALESCE((SELECT MAX(x.last_contact_at) FROM customer x WHERE x.merged_into = c.id AND x.last_contact_at > c.last_contact_at), c.last_contact_at) AS last_contact_at,
  k.id AS claim_id, k.agent_id, p.name AS agent_name, k.from_date, k.until_date, k.source AS claim_source, k.from_at`;
export const claimTables = "LEFT JOIN claim k ON k.customer_id = c.id AND k.kind = 'claim' AND k.ended_at IS NULL LEFT JOIN person p ON p.id = k.agent_id";
/** From an entry `m` to the entry `c` it is read as. */
export const readAsTables = `JOIN customer c ON c.id = COALESCE(m.merged_into, m.id) ${claimTables}`;

export function recordOf(row: CustomerRow): CustomerRecord {
  return {
    id: row.id, name: row.name, label: row.label, phoneLast4: row.phone_last4, visits: Number(row.visits),
    lastContactAt: row.last_contact_at === null ? null : Number(row.last_contact_at),
    claim: row.claim_id === null || row.agent_id === null
      ? null : { id: row.claim_id, agent: row.agent_id, agentName: row.agent_name ?? '', fromDate: row.from_date ?? '', until: row.until_date, source: row.claim_source ?? 'visit', fromAt: Number(row.from_at ?? 0) },
  };
}

/** The owner as the decision reads it, on a business date. */
export function ownerOf(customer: CustomerRecord | null, today: string): KnownOwner | null {
  const claim = customer?.claim;
  return claim ? { owner: claim.agent, validUntil: claim.until, lapsed: hasLapsed(claim.until, today) } : null;
}

/** Whole days since the office last heard of the customer. */
export function daysSinceContact(customer: CustomerRecord | null, zone: string, today: string): number | null {
  return customer?.lastContactAt == null ? null : daysBetween(momentIn(zone, customer.lastContactAt).date, today);
}

/** What the desk may see of a customer before anything is confirmed. */
export function knownCustomer(customer: CustomerRecord, zone: string, today: string): KnownCustomer {
  const { claim } = customer;
  return {
    id: customer.id, label: customer.label, phoneMasked: maskedPhone(customer.phoneLast4),
    owner: claim ? { id: claim.agent, name: claim.agentName } : null, validUntil: claim?.until ?? null, lapsed: hasLapsed(claim?.until ?? null, today),
    lastVisit: customer.lastContactAt === null ? null : momentIn(zone, customer.lastContactAt).date, visits: customer.visits,
  };
}
