import { hasLapsed } from '@lunjie/attribution';
import type { CustomerAct, Role } from '@lunjie/contracts';
import { sightOf, type Sight } from '@lunjie/identity';
import { Injectable } from '@nestjs/common';
import type { Reading } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import type { CustomerRecord } from './customer-records';
import { Customers } from './customers';
import { hasToContact } from './reachable';

/** Who looks at a customer or acts for them. */
export interface CustomerReader {
  readonly personId: string;
  readonly roles: readonly Role[];
}

export interface Seen {
  readonly customer: CustomerRecord;
  readonly sight: Sight;
}

/** What somebody may see of a customer and do for them, as things stand today. */
@Injectable()
export class CustomerSights {
  constructor(private readonly customers: Customers) {}

  /** @throws Problem 404 `customer_not_found`, 403 `customer_not_yours` where the reader may not open the page */
  async open(reading: Reading, officeId: string, customerId: string, reader: CustomerReader, today: string): Promise<Seen> {
    const customer = await this.customers.byId(reading, officeId, customerId);
    const owns = customer.claim?.agent === reader.personId && !hasLapsed(customer.claim.until, today);
    // Who has to follow a customer up sees them as their owner does.
    const isOwner = owns || (reader.roles.includes('agent') && await hasToContact(reading, customer.id, reader.personId));
    const hasMet = isOwner || (reader.roles.includes('agent') && await this.hasMet(reading, officeId, customer.id, reader.personId));
    const sight = sightOf({ roles: reader.roles, isOwner, hasMet });
    if (!sight.opens) throw new Problem('customer_not_yours', 403);
    return { customer, sight };
  }

  /** @throws Problem 404 `customer_not_found`, 403 `customer_not_yours` where the reader may not do this */
  async mayAct(reading: Reading, officeId: string, customerId: string, reader: CustomerReader, today: string, act: CustomerAct): Promise<CustomerRecord> {
    const { customer, sight } = await this.open(reading, officeId, customerId, reader, today);
    if (!sight.acts.includes(act)) throw new Problem('customer_not_yours', 403);
    return customer;
  }

  private async hasMet(reading: Reading, officeId: string, customerId: string, agentId: string): Promise<boolean> {
    const { rows } = await reading.run<{ met: number }>(
      `SELECT 1 AS met FROM customer m JOIN claim k ON k.customer_id = m.id WHERE m.office_id = ? AND (m.id = ? OR m.merged_into = ?) AND k.agent_id = ?
       UNION SELECT 1 AS met FROM customer m JOIN visit v ON v.customer_id = m.id JOIN reception r ON r.visit_id = v.id
       WHERE m.office_id = ? AND (m.id = ? OR m.merged_into = ?) AND r.agent_id = ? AND r.state <> 'undone'`,
      [officeId, customerId, customerId, agentId, officeId, customerId, customerId, agentId]);
    return rows.length > 0;
  }
}
