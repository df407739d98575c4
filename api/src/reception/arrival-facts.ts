import { channelReportOf, hasLapsed } from '@lunjie/attribution';
import type { ArrivalRequest, ChannelReport } from '@lunjie/contracts';
import type { Arrival, OfficeMoment, Rules } from '@lunjie/rotation';
import { Injectable } from '@nestjs/common';
import { daysSinceContact, ownerOf, type CustomerRecord } from '../customers/customer-records';
import { Customers } from '../customers/customers';
import { normalisedPhone } from '../customers/phone';
import type { Reading } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import { heldByFollowUps } from '../follow-up/held-agents';
import { Staff } from '../staff/staff';

export interface Gathered {
  readonly arrival: Arrival;
  readonly customer: CustomerRecord | null;
  /** Others with the visitor's phone or whole name. */
  readonly alike: readonly CustomerRecord[];
}

/** The report does not hold for the visit, or another's bringing does: nobody's customer comes. */
const walksIn: readonly ChannelReport[] = ['too_soon', 'not_escorted', 'brought'];

/** Everything a reception's decision reads besides the floor and the policy, fetched before it decides. */
@Injectable()
export class ArrivalFacts {
  constructor(
    private readonly customers: Customers,
    private readonly staff: Staff,
  ) {}

  /**
   * @param customerId a customer already known to the visit; else what the request says of them decides (P40)
   * @throws Problem 400 for a phone that is none, 422 `not_an_agent_here` for an agent of another office
   */
  async gather(reading: Reading, officeId: string, zone: string, now: OfficeMoment, request: ArrivalRequest, rules: Rules, customerId: string | null = null, declined: readonly string[] = []): Promise<Gathered> {
    await this.checkAgents(reading, officeId, request);
    const { same: customer, alike } = customerId !== null
      ? { same: await this.customers.byId(reading, officeId, customerId), alike: [] }
      : await this.customers.lookUp(reading, officeId, rules.policy.values.identity, { name: request.name?.trim() ?? '', phone: request.phone ? normalisedPhone(request.phone, 'phone') : null });
    const referrerOwners: string[] = [];
    for (const id of request.broughtBy?.customers ?? []) {
      const referrer = await this.customers.byId(reading, officeId, id);
      if (referrer.claim) referrerOwners.push(referrer.claim.agent);
    }
    const owner = ownerOf(customer, now.date);
    const channelReport = await this.channelReport(reading, customer, request, rules, now);
    return {
      customer,
      alike,
      arrival: {
        request, referrerOwners, channelReport, owner: walksIn.includes(channelReport) ? null : owner, daysSinceContact: daysSinceContact(customer, zone, now.date),
        holds: { notAccepted: declined, ...await heldByFollowUps(reading, officeId, rules, now.at, customer?.id ?? null) },
      },
    };
  }

  /** Only under a channel's claim it matters whether the customer was received before; the visit at hand is not over. */
  private async channelReport(reading: Reading, customer: CustomerRecord | null, request: ArrivalRequest, { policy: { values } }: Rules, now: OfficeMoment): Promise<ChannelReport> {
    if ((request.channel ?? 'visit') !== 'visit') return 'none';
    const held = customer?.claim;
    const claim = held && !hasLapsed(held.until, now.date) ? { agent: held.agent, source: held.source ?? 'visit' as const, fromAt: held.fromAt ?? 0 } : null;
    const isReported = claim?.source === 'channel';
    const { rows } = isReported ? await reading.run("SELECT v.id FROM visit v JOIN reception r ON r.id = v.reception_id AND r.state = 'ended' WHERE v.customer_id = ? AND v.channel = 'visit' AND v.at > ? AND v.state = 'assigned' LIMIT 1", [customer?.id, claim.fromAt]) : { rows: [] };
    return channelReportOf({ at: now.at, escortedBy: request.escortedBy ?? null, claim: claim && { ...claim, hasVisited: rows.length > 0 } }, values.channel);
  }

  private async checkAgents(reading: Reading, officeId: string, { says, broughtBy, escortedBy, recognisedBy, approachedBy }: ArrivalRequest): Promise<void> {
    const mentioned = [...(says.named ?? []), ...(says.refuses ?? []), says.requests, says.complainsAbout, broughtBy?.customerOf, escortedBy, recognisedBy, approachedBy]
      .filter((id): id is string => id != null);
    if (mentioned.length === 0) return;
    const agents = new Set((await this.staff.agents(reading, officeId)).map((agent) => agent.id));
    if (mentioned.some((id) => !agents.has(id))) throw new Problem('not_an_agent_here', 422);
  }
}
