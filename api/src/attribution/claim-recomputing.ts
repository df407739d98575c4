import { claimTimes, contactEvents, hasLapsed, isEffective, lifeThrough, type LifeEvent } from '@lunjie/attribution';
import type { ClaimSource, ClaimStanding, ContactWay } from '@lunjie/contracts';
import type { PolicyValues } from '@lunjie/policy';
import { Injectable } from '@nestjs/common';
import { Floors } from '../floor/floors';
import type { Scene } from '../floor/scene';
import { Transactions } from '../platform/database/transactions';
import type { Reading } from '../platform/database/tx';

interface StaleClaim {
  readonly id: string;
  readonly entry_number: number | string;
  readonly customer_id: string;
  readonly agent_id: string;
  readonly source: ClaimSource;
  readonly standing: ClaimStanding;
  readonly from_date: string;
  readonly from_at: number | string;
  readonly until_date: string | null;
  readonly hard_until: string | null;
  readonly refreshed: number;
}

const atOnce = 200;

/** Which claims a change of policy touches (P149): those that hold, or also those that have lapsed. */
function touched(effect: PolicyValues['change']['effect']): readonly ClaimStanding[] {
  return effect === 'all' ? ['in_force', 'lapsed'] : effect === 'active_recomputed' ? ['in_force'] : [];
}

/** The last days of claims computed anew where a published policy says that it also holds for them (P149). */
@Injectable()
export class ClaimRecomputing {
  /** Offices whose claims were all found computed by this version: versions never change. */
  private readonly settled = new Map<string, number>();

  constructor(
    private readonly transactions: Transactions,
    private readonly floors: Floors,
  ) {}

  /** Computes an office's claims anew, some at a time, where the policy in force asks for it; answers how many last days moved. */
  async recomputeDue(officeId: string): Promise<number> {
    let moved = 0;
    while (await this.isDue(officeId)) moved += await this.floors.actByClock(officeId, (scene) => this.recompute(scene));
    return moved;
  }

  private isDue(officeId: string): Promise<boolean> {
    return this.transactions.read(async (reading) => {
      const { version, policy } = (await this.floors.now(reading, officeId)).rules;
      if (this.settled.get(officeId) === version) return false;
      const [stale] = await staleClaims(reading, officeId, touched(policy.values.change.effect), version, 1);
      if (!stale) this.settled.set(officeId, version);
      return stale !== undefined;
    });
  }

  private async recompute(scene: Scene): Promise<number> {
    const { tx, officeId, now, rules: { version, policy: { values } } } = scene;
    const stale = await staleClaims(tx, officeId, touched(values.change.effect), version, atOnce);
    const moved: Record<string, unknown>[] = [];
    for (const claim of stale) {
      const life = lifeThrough(claim.from_date, claim.source, await happened(tx, claim, values.validity), claimTimes(values));
      const lapsed = claim.standing === 'lapsed' && hasLapsed(life.until, now.date);
      const isMoved = life.until !== claim.until_date || life.hardUntil !== claim.hard_until || life.refreshed !== claim.refreshed || lapsed !== (claim.standing === 'lapsed');
      if (isMoved) moved.push({ claim: Number(claim.entry_number), customer: claim.customer_id, before: claim.until_date, ...life, lapsed });
      await tx.run(
        `UPDATE claim SET until_date = ?, hard_until = ?, refreshed = ?, standing = ?, policy_version = ?${lapsed ? '' : ', lapsed_entry = NULL, awaits = NULL'} WHERE id = ?`,
        [life.until, life.hardUntil, life.refreshed, lapsed ? 'lapsed' : 'in_force', version, claim.id]);
    }
    if (moved.length > 0) scene.enter({ kind: 'claims_recomputed', subject: null, content: { version, effect: values.change.effect, claims: moved } });
    return moved.length;
  }
}

async function staleClaims(reading: Reading, officeId: string, standings: readonly ClaimStanding[], version: number, most: number): Promise<readonly StaleClaim[]> {
  if (standings.length === 0) return [];
  const { rows } = await reading.run<StaleClaim>(
    `SELECT id, entry_number, customer_id, agent_id, source, standing, from_date, from_at, until_date, hard_until, refreshed FROM claim
     WHERE office_id = ? AND standing IN (${standings.map(() => '?').join(', ')}) AND policy_version <> ? ORDER BY entry_number LIMIT ${most}`, [officeId, ...standings, version]);
  return rows;
}

/** What happened with the customer since the claim began: visits, calls, and the owner's own contacts. */
async function happened(reading: Reading, { customer_id: customer, agent_id: agent, from_at: from, from_date: claimFrom }: StaleClaim, validity: PolicyValues['validity']): Promise<readonly LifeEvent[]> {
  const { rows: visits } = await reading.run<{ at: number | string; business_date: string; channel: string }>(
    "SELECT at, business_date, channel FROM visit WHERE customer_id = ? AND at > ? AND state <> 'undone'", [customer, Number(from)]);
  const { rows: contacts } = await reading.run<{ at: number | string; business_date: string; way: ContactWay; connected: number; note_sealed: string | null }>(
    'SELECT at, business_date, way, connected, note_sealed FROM contact WHERE customer_id = ? AND agent_id = ? AND at > ?', [customer, agent, Number(from)]);
  const { rows: deposits } = await reading.run<{ deposit_date: string }>('SELECT deposit_date FROM deal WHERE customer_id = ? AND deposit_date >= ?', [customer, claimFrom]);
  const all = [
    ...visits.map(({ at, business_date: date, channel }) => ({ at: Number(at), date, events: [channel === 'call' ? 'call' as const : 'visit' as const, 'activity' as const] })),
    ...contacts.map(({ at, business_date: date, way, connected, note_sealed: note }) => ({ at: Number(at), date, events: contactEvents(isEffective({ way, connected: Boolean(connected), written: note !== null }, validity)) })),
    // Its day is all that is kept of a deposit: it comes after what else happened by then.
    ...deposits.map(({ deposit_date: date }) => ({ at: null, date, events: ['deposit' as const] })),
  ];
  return all.sort((one, other) => one.date < other.date ? -1 : one.date > other.date ? 1 : (one.at ?? Number.MAX_SAFE_INTEGER) - (other.at ?? Number.MAX_SAFE_INTEGER));
}
