import type { CustomerSearchView } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import type { Who } from '../auth/who';
import { momentIn } from '../floor/office-moment';
import { OfficeTime } from '../offices/office-time';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import { knownCustomer } from './customer-records';
import { CustomerSearch } from './customer-search';

/** What a search tells its reader: labels, masked phones, owners. */
@Injectable()
export class FoundCustomers {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly officeTime: OfficeTime,
    private readonly customers: CustomerSearch,
  ) {}

  search(officeId: string, text: string, { person, roles }: Pick<Who, 'person' | 'roles'>): Promise<CustomerSearchView> {
    return this.transactions.read(async (reading) => {
      const zone = await this.officeTime.zone(reading, officeId);
      const { date } = momentIn(zone, this.clock.now());
      const own = roles.some((role) => role !== 'agent') ? null : { agent: person.id, today: date };
      return { customers: (await this.customers.search(reading, officeId, text, own)).map((customer) => knownCustomer(customer, zone, date)) };
    });
  }
}
