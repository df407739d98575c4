import { claimSources, type ClaimKind, type ClaimSource, type ClaimStanding } from '@lunjie/contracts';
import { hasLapsed } from './validity';

/** A register entry as far as claims are concerned. */
export interface ClaimEntry {
  readonly number: number;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly kind: string;
  /** The customer; null for entries about several claims. */
  readonly subject: string | null;
  readonly content: unknown;
}

/** A claim as the register tells it. The entry that began it is what it is known by. */
export interface RegisteredClaim {
  readonly entry: number;
  readonly customer: string;
  readonly agent: string;
  readonly kind: ClaimKind;
  readonly source: ClaimSource;
  readonly fromAt: number;
  readonly until: string | null;
  readonly hardUntil: string | null;
  readonly refreshed: number;
  readonly lastRefreshAt: number | null;
  readonly lapsed: boolean;
  readonly endedAt: number | null;
  readonly endedBecause: string | null;
  readonly endedEntry: number | null;
  /** Entered before ends were: that it ended may stand nowhere in the register. */
  readonly fromBefore: boolean;
}

/** All claims by the entry that began them, and who is in the shared pool by the entry that put them there. */
export interface RegisteredClaims {
  readonly claims: ReadonlyMap<number, RegisteredClaim>;
  readonly pool: ReadonlyMap<string, number>;
}

/** The kinds of entries the fold reads; all others it passes over. */
export const claimEntryKinds = [
  'registration', 'preference_noted', 'claim_refreshed', 'claim_refresh_withdrawn', 'claim_lapsed', 'claim_ended', 'claim_restored', 'claim_pooled', 'pool_left', 'claims_recomputed',
] as const;

type Content = Readonly<Record<string, unknown>>;

const textOf = (value: unknown): string | null => typeof value === 'string' ? value : null;
const sourceOf = (value: unknown): ClaimSource => claimSources.find((source) => source === value) ?? 'visit';

/** Folds the register's entries into claims; one act after the other, in the order of their numbers. */
export class ClaimFold {
  private readonly claims = new Map<number, RegisteredClaim>();
  private readonly held = new Map<string, number>();
  private readonly pooled = new Map<string, number>();
  /** By the claim that took a customer out of the pool, the entry that had put them there. */
  private readonly takenFromPool = new Map<number, number>();

  /** What the entries taken so far say. */
  get state(): RegisteredClaims {
    return { claims: this.claims, pool: this.pooled };
  }

  take(entry: ClaimEntry): void {
    const content = (typeof entry.content === 'object' && entry.content !== null ? entry.content : {}) as Content;
    switch (entry.kind) {
      case 'registration': this.begin(entry, content, 'claim'); break;
      case 'preference_noted': this.begin(entry, content, 'preference'); break;
      case 'claim_refreshed': this.change(content, { ...lifeIn(content), lastRefreshAt: entry.at }); break;
      case 'claim_refresh_withdrawn': this.change(content, { ...lifeIn(content), lastRefreshAt: typeof content['lastRefreshAt'] === 'number' ? content['lastRefreshAt'] : null }); break;
      case 'claim_lapsed': this.change(content, { lapsed: true }); break;
      case 'claim_ended': this.end(Number(content['claim']), entry, textOf(content['because'])); break;
      case 'claim_restored': this.restore(content); break;
      case 'claim_pooled': this.pool(entry, content); break;
      case 'pool_left': this.leftPool(entry, content); break;
      case 'claims_recomputed': for (const each of Array.isArray(content['claims']) ? content['claims'] as Content[] : []) this.recompute(each); break;
      default: break;
    }
  }

  private begin({ number, at, subject }: ClaimEntry, content: Content, kind: ClaimKind): void {
    const agent = textOf(content['agent']);
    if (subject === null || agent === null) return;
    const place = `${kind} ${subject}`;
    const before = this.held.get(place);
    if (before !== undefined) this.end(before, { number, at }, textOf(content['because']));
    if (kind === 'claim') this.leavePool(subject, number);
    const fromBefore = content['source'] === undefined;
    this.claims.set(number, {
      entry: number, customer: subject, agent, kind, source: sourceOf(content['source']), fromAt: at, until: textOf(content['until']), hardUntil: textOf(content['hardUntil']),
      refreshed: 0, lastRefreshAt: null, lapsed: false, endedAt: null, endedBecause: null, endedEntry: null, fromBefore,
    });
    this.held.set(place, number);
  }

  private change(content: Content, changes: Partial<RegisteredClaim>): void {
    const claim = this.claims.get(Number(content['claim']));
    if (claim) this.claims.set(claim.entry, { ...claim, ...changes });
  }

  private end(number: number, { number: endedEntry, at }: Pick<ClaimEntry, 'number' | 'at'>, endedBecause: string | null): void {
    const claim = this.claims.get(number);
    if (!claim || claim.endedAt !== null) return;
    this.claims.set(number, { ...claim, endedAt: at, endedBecause, endedEntry });
    const place = `${claim.kind} ${claim.customer}`;
    if (this.held.get(place) === number) this.held.delete(place);
    const stay = this.takenFromPool.get(number);
    // The claim never was, so its customer never left the pool.
    if (endedBecause === 'withdrawn' && stay !== undefined) this.pooled.set(claim.customer, stay);
  }

  private leavePool(customer: string, claim: number): void {
    const stay = this.pooled.get(customer);
    if (stay === undefined) return;
    this.takenFromPool.set(claim, stay);
    this.pooled.delete(customer);
  }

  private leftPool({ subject }: ClaimEntry, { stay }: Content): void {
    if (subject !== null) this.pooled.delete(subject);
    // A stay that never was does not come back when the claim that followed it is withdrawn.
    for (const [claim, taken] of this.takenFromPool) if (taken === stay) this.takenFromPool.delete(claim);
  }

  private restore(content: Content): void {
    const claim = this.claims.get(Number(content['claim']));
    if (!claim) return;
    this.claims.set(claim.entry, { ...claim, endedAt: null, endedBecause: null, endedEntry: null });
    this.held.set(`${claim.kind} ${claim.customer}`, claim.entry);
  }

  private pool(entry: ClaimEntry, content: Content): void {
    if (content['claim'] !== null) this.end(Number(content['claim']), entry, 'pooled');
    if (entry.subject !== null) this.pooled.set(entry.subject, entry.number);
  }

  private recompute(each: Content): void {
    this.change(each, { ...lifeIn(each), ...typeof each['lapsed'] === 'boolean' ? { lapsed: each['lapsed'] } : {} });
  }
}

function lifeIn(content: Content): Pick<RegisteredClaim, 'until' | 'hardUntil' | 'refreshed'> {
  return { until: textOf(content['until']), hardUntil: textOf(content['hardUntil']), refreshed: Number(content['refreshed'] ?? 0) };
}

/** The claims as the register tells them up to an instant (epoch ms, included). @param entries in the order of their numbers */
export function claimsAt(entries: Iterable<ClaimEntry>, at = Infinity): RegisteredClaims {
  const fold = new ClaimFold();
  for (const entry of entries) if (entry.at <= at) fold.take(entry);
  return fold.state;
}

export function standingOf({ endedAt, lapsed }: Pick<RegisteredClaim, 'endedAt' | 'lapsed'>): ClaimStanding {
  return endedAt !== null ? 'ended' : lapsed ? 'lapsed' : 'in_force';
}

/** Whose a customer is on a business date by what the register says: the claim in force whose last day has not passed. */
export function ownerIn({ claims }: RegisteredClaims, customer: string, date: string): RegisteredClaim | null {
  for (const claim of claims.values()) {
    if (claim.customer === customer && claim.kind === 'claim' && standingOf(claim) === 'in_force' && !hasLapsed(claim.until, date)) return claim;
  }
  return null;
}

/** Every pair of claims that were the same customer's at one time; none where the policy allows one owner. A claim that was withdrawn never was. */
export function overlapping(claims: Iterable<RegisteredClaim>): readonly (readonly [RegisteredClaim, RegisteredClaim])[] {
  const ofCustomer = new Map<string, RegisteredClaim[]>();
  for (const claim of claims) {
    if (claim.endedBecause === 'withdrawn') continue;
    const place = `${claim.kind} ${claim.customer}`;
    ofCustomer.set(place, [...ofCustomer.get(place) ?? [], claim]);
  }
  return [...ofCustomer.values()].flatMap((several) => several.flatMap((one, index) =>
    several.slice(index + 1).filter((other) => other.fromAt < (one.endedAt ?? Infinity) && one.fromAt < (other.endedAt ?? Infinity)).map((other) => [one, other] as const)));
}
