import { ClaimFold, claimEntryKinds, overlapping, standingOf, type RegisteredClaim, type RegisteredClaims } from '@lunjie/attribution';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Ledger, type ClaimsCheck } from '../floor/ledger';
import type { Reading } from '../platform/database/tx';
import { storedJson } from '../register/register';

interface StoredClaim {
  readonly entry_number: number | string;
  readonly customer_id: string;
  readonly agent_id: string;
  readonly kind: string;
  readonly source: string;
  readonly standing: string;
  readonly from_at: number | string;
  readonly until_date: string | null;
  readonly hard_until: string | null;
  readonly refreshed: number;
  readonly last_refresh_at: number | string | null;
  readonly ended_at: number | string | null;
  readonly ended_because: string | null;
  readonly ended_entry: number | string | null;
}

const readAtOnce = 1_000;
const wholeOr = (value: number | string | null): number | null => value === null ? null : Number(value);

/** Compares what is stored of claims and the shared pool with what the register alone says. */
@Injectable()
export class StoredClaimsCheck implements OnModuleInit {
  constructor(private readonly ledger: Ledger) {}

  onModuleInit(): void {
    this.ledger.comparesClaims((reading, officeId) => this.check(reading, officeId));
  }

  async check(reading: Reading, officeId: string): Promise<ClaimsCheck> {
    const registered = await foldedFrom(reading, officeId);
    const seen = new Set<number>();
    for (let after = 0; ;) {
      const { rows } = await reading.run<StoredClaim>(
        `SELECT entry_number, customer_id, agent_id, kind, source, standing, from_at, until_date, hard_until, refreshed, last_refresh_at, ended_at, ended_because, ended_entry
         FROM claim WHERE office_id = ? AND entry_number > ? ORDER BY entry_number LIMIT ${readAtOnce}`, [officeId, after]);
      for (const row of rows) {
        const entry = Number(row.entry_number);
        const claim = registered.claims.get(entry);
        if (!claim || seen.has(entry)) return { claims: seen.size, fault: { entry, fault: 'claim_not_entered' } };
        if (!fits(row, claim)) return { claims: seen.size, fault: { entry, fault: 'claim_differs' } };
        seen.add(entry);
      }
      if (rows.length < readAtOnce) break;
      after = Number(rows.at(-1)?.entry_number);
    }
    const missing = [...registered.claims.keys()].find((entry) => !seen.has(entry));
    const [twice] = overlapping(current(registered));
    const fault = missing !== undefined ? { entry: missing, fault: 'claim_missing' as const }
      : twice ? { entry: twice[1].entry, fault: 'claims_overlap' as const }
      : await poolFault(reading, officeId, registered);
    return { claims: seen.size, fault };
  }
}

/** Claims whose end is entered; of those from before, only where the register would know. */
function current({ claims }: RegisteredClaims): readonly RegisteredClaim[] {
  return [...claims.values()].filter(({ fromBefore }) => !fromBefore);
}

function fits(row: StoredClaim, claim: RegisteredClaim): boolean {
  const isSame = row.customer_id === claim.customer && row.agent_id === claim.agent && row.kind === claim.kind && Number(row.from_at) === claim.fromAt
    && row.until_date === claim.until && row.hard_until === claim.hardUntil && row.refreshed === claim.refreshed && wholeOr(row.last_refresh_at) === claim.lastRefreshAt;
  // Of a claim from before it was entered neither how it ended nor that it was withdrawn.
  if (!isSame || claim.fromBefore) return isSame;
  return row.source === claim.source && row.standing === standingOf(claim)
    && wholeOr(row.ended_at) === claim.endedAt && row.ended_because === claim.endedBecause && wholeOr(row.ended_entry) === claim.endedEntry;
}

async function foldedFrom(reading: Reading, officeId: string): Promise<RegisteredClaims> {
  const fold = new ClaimFold();
  for (let after = 0; ;) {
    const { rows } = await reading.run<{ number: number | string; at: number | string; kind: string; subject_id: string | null; content: string }>(
      `SELECT number, at, kind, subject_id, content FROM register_entry WHERE office_id = ? AND number > ? AND kind IN (${claimEntryKinds.map(() => '?').join(', ')}) ORDER BY number LIMIT ${readAtOnce}`,
      [officeId, after, ...claimEntryKinds]);
    for (const row of rows) fold.take({ number: Number(row.number), at: Number(row.at), kind: row.kind, subject: row.subject_id, content: storedJson(row.content) });
    if (rows.length < readAtOnce) return fold.state;
    after = Number(rows.at(-1)?.number);
  }
}

async function poolFault(reading: Reading, officeId: string, { pool }: RegisteredClaims): Promise<ClaimsCheck['fault']> {
  const { rows } = await reading.run<{ customer_id: string; entry_number: number | string }>('SELECT customer_id, entry_number FROM pool_stay WHERE office_id = ? AND left_at IS NULL', [officeId]);
  const stored = new Map(rows.map((row) => [row.customer_id, Number(row.entry_number)]));
  const differs = [...stored].find(([customer, entry]) => pool.get(customer) !== entry)?.[1] ?? [...pool].find(([customer]) => !stored.has(customer))?.[1];
  return differs === undefined ? null : { entry: differs, fault: 'pool_differs' };
}
