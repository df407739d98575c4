import type { OwnershipFacts } from '@lunjie/contracts';
import type { CaseClaim, CaseReception, CustomerCase } from './case';

/** How the customer came from one agent to another: the last time it happened. */
export interface Takeover {
  readonly how: Exclude<OwnershipFacts['takeover'], 'none'>;
  readonly earlier: string;
  /** Last valid day of the earlier agent's claim; undefined where they never had one. */
  readonly earlierUntil: string | null | undefined;
  /** The business date on which it happened, for the test of validity (I-VDATE). */
  readonly date: string;
  readonly reception: CaseReception | null;
}

const bySource: Readonly<Record<string, Takeover['how']>> = { draw: 'handed_over', hand_over: 'handed_over', transfer: 'handed_over', pool: 'pool', ruling: 'ruled' };

function untilOf(claims: readonly CaseClaim[], agent: string): string | null | undefined {
  const claim = claims.findLast((each) => each.agent === agent);
  return claim ? claim.untilDate : undefined;
}

/** Words of the customer at one reception that took them from an agent: refusing B comes before preferring A (X8). */
function spokenTakeover(reception: CaseReception, claims: readonly CaseClaim[]): Takeover | null {
  const { ownerThen, receiver, refused, requested, forgot, named, date } = reception;
  const from = (earlier: string, how: Takeover['how']): Takeover => ({
    how, earlier, date, reception, earlierUntil: earlier === ownerThen ? reception.ownerThenUntil : untilOf(claims, earlier),
  });
  const refusedOwner = ownerThen === null ? refused[0] ?? null : refused.includes(ownerThen) ? ownerThen : null;
  if (refusedOwner !== null && refusedOwner !== receiver) return from(refusedOwner, 'refused');
  if (ownerThen === null || ownerThen === receiver) return null;
  if (requested === receiver) return from(ownerThen, 'requested');
  if (forgot) return from(ownerThen, 'forgot');
  if (named.includes(receiver)) return from(ownerThen, 'named');
  if (reception.ownership === 'receiver') return from(ownerThen, 'lapsed');
  return null;
}

/**
 * The last time the customer passed from one agent to another. A reception decides where it made somebody else the
 * owner; else the claim that followed another agent's does: a hand-over, the pool, a ruling.
 */
export function takeoverOf({ claims, receptions, happenings }: CustomerCase): Takeover | null {
  const owner = claims.findLast((claim) => claim.endedAt === null)?.agent ?? null;
  const last = claims.findLast((claim) => claim.agent === owner && claim.endedAt === null);
  const before = last === undefined ? undefined : claims.findLast((claim) => claim.fromAt <= last.fromAt && claim.entry < last.entry && claim.agent !== last.agent);
  // Following up a customer who forgot their agent is no passing on of its own (I-AORB).
  const assigned = happenings.some(({ kind, at }) => kind === 'follow_up_assigned' && at === last?.fromAt);
  const handed = last && before && !assigned ? bySource[last.source] : undefined;
  const spoken = receptions.flatMap((reception) => {
    const takeover = reception.ownership === 'receiver' || reception.mode === 'designated' ? spokenTakeover(reception, claims) : null;
    return takeover && takeover.reception?.receiver === owner ? [takeover] : [];
  }).at(-1);
  if (last && before && handed && (spoken === undefined || (spoken.reception?.at ?? 0) < last.fromAt)) {
    return { how: handed, earlier: before.agent, earlierUntil: before.untilDate, date: last.fromDate, reception: null };
  }
  return spoken ?? forgotten(receptions, claims);
}

/** A customer who forgot their agent while the register did not know them: the receiver took over from somebody yet to be found. */
function forgotten(receptions: readonly CaseReception[], claims: readonly CaseClaim[]): Takeover | null {
  const reception = receptions.findLast((each) => each.forgot);
  // Whoever happened to receive their own customer took over from nobody.
  if (!reception || reception.ownerThen === reception.receiver) return null;
  const earlier = claims.findLast((claim) => claim.agent !== reception.receiver && claim.fromAt < reception.at);
  return { how: 'forgot', earlier: earlier?.agent ?? reception.receiver, earlierUntil: earlier?.untilDate, date: reception.date, reception };
}
