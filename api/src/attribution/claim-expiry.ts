import { claimTimes, nextHolder, renewedUntil } from '@lunjie/attribution';
import type { ClaimKind, ClaimSource } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { Floors } from '../floor/floors';
import { momentIn } from '../floor/office-moment';
import type { Scene } from '../floor/scene';
import { OfficeTime } from '../offices/office-time';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import type { Reading } from '../platform/database/tx';
import { Staff } from '../staff/staff';
import { Claims } from './claims';
import { Pool } from './pool';

interface DueClaim {
  readonly id: string;
  readonly entry_number: number | string;
  readonly customer_id: string;
  readonly agent_id: string;
  readonly kind: ClaimKind;
  readonly source: ClaimSource;
  readonly until_date: string;
  readonly hard_until: string | null;
  readonly refreshed: number;
}

const atOnce = 200;

/** Agents who could be given somebody else's customer, with how many they have; counted once an act. */
class Holders {
  constructor(private readonly agents: { readonly id: string; claims: number }[]) {}

  /** Who is next, and counts the customer as theirs. */
  next(previous: string): string | null {
    const next = nextHolder(this.agents, previous);
    const holder = this.agents.find(({ id }) => id === next);
    if (holder) holder.claims += 1;
    return next;
  }
}

/** What becomes of claims whose last day is over (P69), and of customers who have been in the pool long enough (P70). */
@Injectable()
export class ClaimExpiry {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly floors: Floors,
    private readonly officeTime: OfficeTime,
    private readonly staff: Staff,
    private readonly claims: Claims,
    private readonly pool: Pool,
  ) {}

  /** Carries out what is due in an office by now, some at a time; answers how many claims and stays that were. */
  async expireDue(officeId: string): Promise<number> {
    let done = 0;
    while (await this.isDue(officeId)) {
      // Under the office's lock they are read anew: another process may have done them meanwhile.
      const batch = await this.floors.actByClock(officeId, (scene) => this.expire(scene));
      if (batch === 0) break;
      done += batch;
    }
    return done;
  }

  private isDue(officeId: string): Promise<boolean> {
    return this.transactions.read(async (reading) => {
      const today = momentIn(await this.officeTime.zone(reading, officeId), this.clock.now()).date;
      const holds = (await this.floors.now(reading, officeId)).rules.policy.values.disputes.holds_claims;
      return (await dueClaims(reading, officeId, today, 1, holds)).length > 0 || (await dueStays(reading, officeId, today, 1)).length > 0;
    });
  }

  private async expire(scene: Scene): Promise<number> {
    const { tx, officeId, now, rules } = scene;
    const due = await dueClaims(tx, officeId, now.date, atOnce, rules.policy.values.disputes.holds_claims);
    const after = rules.policy.values.validity.on_expiry;
    const holders = after === 'reassign' && due.length > 0 ? await this.holders(scene) : null;
    for (const claim of due) {
      if (await this.renewed(scene, claim)) continue;
      const next = claim.kind === 'claim' ? holders?.next(claim.agent_id) ?? null : null;
      if (claim.kind === 'preference' || after === 'claim_lapses') await this.lapse(scene, claim, null);
      else if (after === 'new') await this.claims.endClaim(scene, claim.customer_id, 'expired');
      else if (after === 'public_pool') await this.pool.put(scene, { customer: claim.customer_id, claim: { id: claim.id, entry: Number(claim.entry_number), agent: claim.agent_id }, because: 'expired' });
      else if (next !== null) await this.claims.claim(scene, { id: claim.customer_id, claim: { id: claim.id, agent: claim.agent_id, agentName: '', fromDate: '', until: null } }, next, { because: 'reassigned', source: 'hand_over' });
      // Where nobody else is here to have them, a manager says.
      else await this.lapse(scene, claim, 'manager');
    }
    const stays = await dueStays(tx, officeId, now.date, atOnce - due.length);
    for (const { id, customer_id: customer } of stays) {
      const entry = scene.enter({ kind: 'pool_left', subject: customer, content: { because: 'retention' } });
      await tx.run('UPDATE pool_stay SET left_at = ?, left_entry = ? WHERE id = ?', [now.at, entry, id]);
    }
    return due.length + stays.length;
  }

  /** A partner's report goes on by itself where the office renews it (P126), until its hard cap (P122). */
  private async renewed(scene: Scene, { id, entry_number: entry, customer_id: customer, kind, source, until_date: before, hard_until: hardUntil, refreshed }: DueClaim): Promise<boolean> {
    const until = kind === 'claim' && source === 'channel' ? renewedUntil({ until: before, hardUntil, refreshed }, scene.now.date, claimTimes(scene.rules.policy.values)) : null;
    if (until === null) return false;
    scene.enter({ kind: 'claim_refreshed', subject: customer, content: { claim: Number(entry), events: ['registration'], until, hardUntil, refreshed, before: { until: before, refreshed, lastRefreshAt: null } } });
    await scene.tx.run('UPDATE claim SET until_date = ?, last_refresh_at = ? WHERE id = ?', [until, scene.now.at, id]);
    return true;
  }

  private async lapse(scene: Scene, claim: DueClaim, awaits: 'manager' | null): Promise<void> {
    const entry = scene.enter({ kind: 'claim_lapsed', subject: claim.customer_id, content: { claim: Number(claim.entry_number), awaits } });
    await scene.tx.run("UPDATE claim SET standing = 'lapsed', lapsed_entry = ?, awaits = ? WHERE id = ?", [entry, awaits, claim.id]);
  }

  private async holders({ tx, officeId }: Scene): Promise<Holders> {
    const agents = (await this.staff.agents(tx, officeId)).filter(({ state }) => state === 'active');
    const { rows } = await tx.run<{ agent_id: string; claims: number | string }>(
      "SELECT agent_id, COUNT(*) AS claims FROM claim WHERE office_id = ? AND kind = 'claim' AND standing = 'in_force' GROUP BY agent_id", [officeId]);
    const has = new Map(rows.map((row) => [row.agent_id, Number(row.claims)]));
    return new Holders(agents.map(({ id }) => ({ id, claims: has.get(id) ?? 0 })));
  }
}

/** @param holds whether a claim in dispute waits for its case to be settled (P103) */
async function dueClaims(reading: Reading, officeId: string, today: string, most: number, holds: boolean): Promise<readonly DueClaim[]> {
  const undisputed = holds ? "AND NOT EXISTS (SELECT 1 FROM dispute d WHERE d.customer_id = claim.customer_id AND d.state IN ('open', 'appealed'))" : '';
  const { rows } = await reading.run<DueClaim>(
    `SELECT id, entry_number, customer_id, agent_id, kind, source, until_date, hard_until, refreshed FROM claim WHERE standing = 'in_force' AND until_date < ? AND office_id = ? ${undisputed} ORDER BY until_date, entry_number LIMIT ${most}`, [today, officeId]);
  return rows;
}

async function dueStays(reading: Reading, officeId: string, today: string, most: number): Promise<readonly { readonly id: string; readonly customer_id: string }[]> {
  const { rows } = await reading.run<{ id: string; customer_id: string }>(
    `SELECT id, customer_id FROM pool_stay WHERE left_at IS NULL AND until_date < ? AND office_id = ? ORDER BY until_date, entry_number LIMIT ${Math.max(most, 0)}`, [today, officeId]);
  return rows;
}
