import type { ArrivalRequest } from '@lunjie/contracts';
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
    return {
      customer,
      alike,
      arrival: {
        request, referrerOwners, owner: ownerOf(customer, now.date), daysSinceContact: daysSinceContact(customer, zone, now.date),
        holds: { notAccepted: declined, ...await heldByFollowUps(reading, officeId, rules, now.at, customer?.id ?? null) },
      },
    };
  }

  private async checkAgents(reading: Reading, officeId: string, { says, broughtBy, escortedBy, recognisedBy, approachedBy }: ArrivalRequest): Promise<void> {
    const mentioned = [...(says.named ?? []), ...(says.refuses ?? []), says.requests, says.complainsAbout, broughtBy?.customerOf, escortedBy, recognisedBy, approachedBy]
      .filter((id): id is string => id != null);
    if (mentioned.length === 0) return;
    const agents = new Set((await this.staff.agents(reading, officeId)).map((agent) => agent.id));
    if (mentioned.some((id) => !agents.has(id))) throw new Problem('not_an_agent_here', 422);
  }
}
