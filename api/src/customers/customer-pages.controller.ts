import type { CustomerListPage, CustomerView, TimelinePage } from '@lunjie/contracts';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { Who } from '../auth/who';
import { Allow } from '../platform/access/access';
import { customerId } from './addressed';
import { CustomerList } from './customer-list';
import { CustomerListParameters, TimelineQuery } from './customer-list-query';
import { CustomerPages } from './customer-page';
import { Timeline } from './timeline';

/** Customers to look at. */
@Controller('offices/:officeId/customers')
export class CustomerPagesController {
  constructor(
    private readonly list: CustomerList,
    private readonly pages: CustomerPages,
    private readonly timeline: Timeline,
  ) {}

  @Allow('agent', 'manager', 'supervisor', 'auditor')
  @Get()
  customers(@Param('officeId') officeId: string, @Who() { person, roles }: Who, @Query() query: CustomerListParameters): Promise<CustomerListPage> {
    return this.list.page(officeId, query, { personId: person.id, roles });
  }

  @Allow('agent', 'desk', 'manager', 'supervisor', 'auditor')
  @Get(':customerId')
  page(@Param('officeId') officeId: string, @Who() { person, roles }: Who, @Param('customerId', customerId) customer: string): Promise<CustomerView> {
    return this.pages.page(officeId, customer, { personId: person.id, roles });
  }

  @Allow('agent', 'desk', 'manager', 'supervisor', 'auditor')
  @Get(':customerId/timeline')
  happened(@Param('officeId') officeId: string, @Who() { person, roles }: Who, @Param('customerId', customerId) customer: string, @Query() { before }: TimelineQuery): Promise<TimelinePage> {
    return this.timeline.page(officeId, customer, { personId: person.id, roles }, before);
  }
}
