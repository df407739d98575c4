import { hasLapsed } from '@lunjie/attribution';
import type { HandedOver, HandOverPreview, PersonRef, StaysReason } from '@lunjie/contracts';
import { digestOf } from '@lunjie/register';
import { Injectable } from '@nestjs/common';
import { Claims } from '../attribution/claims';
import { Floors } from '../floor/floors';
import { OfficeTime } from '../offices/office-time';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import type { Reading } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { Staff } from '../staff/staff';
import { claimTables, recordColumns, recordOf, type CustomerRecord, type CustomerRow } from './customer-records';

export interface HandOverSelection {
  readonly customers: readonly string[];
  readonly to: string;
}

interface Chosen {
  readonly to: PersonRef;
  readonly moves: readonly (CustomerRecord & { readonly claim: NonNullable<CustomerRecord['claim']> })[];
  readonly stays: HandOverPreview['stays'];
  readonly digest: string;
}

/** Customers handed over by whoever manages (移交), many at once: exactly those that the preview named. */
@Injectable()
export class HandOvers {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly officeTime: OfficeTime,
    private readonly floors: Floors,
    private readonly staff: Staff,
    private readonly claims: Claims,
  ) {}

  /** @throws Problem 422 `not_an_agent_here` */
  preview(officeId: string, selection: HandOverSelection): Promise<HandOverPreview> {
    return this.transactions.read(async (reading) => {
      const today = await this.officeTime.businessDate(reading, officeId, this.clock.now());
      const { to, moves, stays, digest } = await this.choose(reading, officeId, selection, today);
      return { to, stays, digest, moves: moves.map(({ id, label, claim }) => ({ id, label, owner: { id: claim.agent, name: claim.agentName }, validUntil: claim.until })) };
    });
  }

  /** @throws Problem 409 `selection_changed`, `nobody_to_hand_over`, 422 `not_an_agent_here` */
  handOver(write: WriteContext, selection: HandOverSelection, reason: string, seen: string): Promise<HandedOver> {
    return this.floors.act(write, async (scene) => {
      const { to, moves, digest } = await this.choose(scene.tx, scene.officeId, selection, scene.now.date);
      if (digest !== seen) throw new Problem('selection_changed', 409);
      const { moved, entry } = await this.claims.handOver(scene, moves.map(({ id }) => id), to.id, reason);
      if (entry === null) throw new Problem('nobody_to_hand_over', 409);
      return { moved: moved.length, entry };
    });
  }

  /** Who moves and who stays, and why: the same for the preview and for the act. */
  private async choose(reading: Reading, officeId: string, { customers, to }: HandOverSelection, today: string): Promise<Chosen> {
    const agent = (await this.staff.agents(reading, officeId)).find(({ id, state }) => id === to && state === 'active');
    if (!agent) throw new Problem('not_an_agent_here', 422);
    const { rows } = await reading.run<CustomerRow & { readonly merged_into: string | null }>(
      `SELECT ${recordColumns}, c.merged_into FROM customer c ${claimTables} WHERE c.office_id = ? AND c.id IN (${customers.map(() => '?').join(', ')})`, [officeId, ...customers]);
    const found = new Map(rows.map((row) => [row.id, { ...recordOf(row), isMerged: row.merged_into !== null }]));
    const moves: Chosen['moves'][number][] = [];
    const stays: HandOverPreview['stays'][number][] = [];
    for (const id of [...new Set(customers)].sort()) {
      const customer = found.get(id);
      const why = whyNot(customer, to, today);
      if (why === null && customer?.claim) moves.push({ ...customer, claim: customer.claim });
      else stays.push({ id, label: customer?.label ?? '', why: why ?? 'not_found' });
    }
    return { to: { id: agent.id, name: agent.name }, moves, stays, digest: digestOf({ to, moves: moves.map(({ id, claim }) => [id, claim.id]) }) };
  }
}

function whyNot(customer: (CustomerRecord & { readonly isMerged: boolean }) | undefined, to: string, today: string): StaysReason | null {
  if (!customer) return 'not_found';
  if (customer.isMerged) return 'merged';
  if (!customer.claim) return 'nobodys';
  return customer.claim.agent === to && !hasLapsed(customer.claim.until, today) ? 'already_theirs' : null;
}
