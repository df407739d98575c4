import type { ArrivalRequest, ChannelReport, ReceptionDecision } from '@lunjie/contracts';
import type { Arrival, KnownOwner } from '@lunjie/rotation';
import { Injectable } from '@nestjs/common';
import type { Reading } from '../platform/database/tx';
import { Policies } from './policies';

/** An arrival as the register tells it: what was entered, and what was decided at once. */
export interface ToldArrival {
  readonly entry: number;
  readonly visit: string;
  readonly at: number;
  readonly decision: ReceptionDecision;
  /** Everything the decision read besides floor and policy, as it stood then. */
  readonly arrival: Arrival;
}

interface EntryRow {
  readonly number: number | string;
  readonly at: number | string;
  readonly subject_id: string;
  readonly content: string;
}

interface Content {
  readonly request: ArrivalRequest;
  readonly customer: string | null;
  readonly decision: ReceptionDecision;
}

/** Arrivals of a day as they were entered. A visit's row shows its latest decision, its register entry the first one. */
@Injectable()
export class ToldArrivals {
  constructor(private readonly policies: Policies) {}

  /** A business date's arrivals, in their order. */
  async ofDay(reading: Reading, officeId: string, date: string): Promise<readonly ToldArrival[]> {
    const { rows } = await reading.run<EntryRow>(
      "SELECT number, at, subject_id, content FROM register_entry WHERE office_id = ? AND business_date = ? AND kind = 'visit' ORDER BY number", [officeId, date]);
    const told: ToldArrival[] = [];
    for (const row of rows) {
      const { request, customer, decision } = JSON.parse(row.content) as Content;
      const { facts, people } = decision;
      const owner = facts.owner === 'none'
        ? await this.forgottenOwner(reading, officeId, customer, Number(row.number), decision)
        : { owner: people.owner ?? '', validUntil: people.ownerValidUntil, lapsed: facts.owner === 'lapsed' };
      told.push({
        entry: Number(row.number), visit: row.subject_id, at: Number(row.at), decision,
        arrival: { request, owner, daysSinceContact: facts.days_since_contact, referrerOwners: referrersOf(decision), channelReport: reportIn(facts), holds: { notAccepted: [] } },
      });
    }
    return told;
  }

  /**
   * An owner the policy of the time did not let count any more (P25), whom another policy may: the claim in force just
   * before the arrival.
   */
  private async forgottenOwner(reading: Reading, officeId: string, customer: string | null, entry: number, { policyVersion, facts, decidedAt }: ReceptionDecision): Promise<KnownOwner | null> {
    if (customer === null || facts.days_since_contact === null) return null;
    const { policy } = await this.policies.version(reading, officeId, policyVersion);
    if (policy.values.counting.new_after_inactive === null) return null;
    const { rows } = await reading.run<{ agent_id: string; until_date: string | null; business_date: string }>(
      `SELECT k.agent_id, k.until_date, e.business_date FROM claim k JOIN register_entry e ON e.office_id = k.office_id AND e.number = ?
       WHERE k.office_id = ? AND k.customer_id = ? AND k.kind = 'claim' AND k.entry_number < ? AND (k.ended_at IS NULL OR k.ended_at >= ?) ORDER BY k.entry_number DESC LIMIT 1`,
      [entry, officeId, customer, entry, decidedAt]);
    const claim = rows[0];
    return claim ? { owner: claim.agent_id, validUntil: claim.until_date, lapsed: claim.until_date !== null && claim.until_date < claim.business_date } : null;
  }
}

/** What was decided before reports were a fact says nothing of them. */
function reportIn({ channel_report: report }: Partial<ReceptionDecision['facts']>): ChannelReport {
  return report ?? 'none';
}

/** Who owns those who brought the visitor. Of several the decision names the first, and reads only that there are others. */
function referrersOf({ facts, people }: ReceptionDecision): readonly string[] {
  if (people.referrerOwner === null || facts.brought_by === 'agents_customer') return [];
  return facts.brought_by === 'joint' ? [people.referrerOwner, 'another'] : [people.referrerOwner];
}
