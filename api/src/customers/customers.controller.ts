import type { CustomerSearchView } from '@lunjie/contracts';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Who } from '../auth/who';
import { Allow } from '../platform/access/access';
import { SearchBody } from './customer-requests';
import { FoundCustomers } from './found-customers';

/** Customers as they are looked for. */
@Controller('offices/:officeId/customers')
export class CustomersController {
  constructor(private readonly found: FoundCustomers) {}

  @Allow('agent', 'desk', 'manager', 'supervisor', 'auditor')
  @Post('search')
  @HttpCode(200)
  search(@Param('officeId') officeId: string, @Who() who: Who, @Body() { text }: SearchBody): Promise<CustomerSearchView> {
    return this.found.search(officeId, text, who);
  }
}
