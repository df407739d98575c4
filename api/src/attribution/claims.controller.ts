import type { AwaitingClaims, ContactAnswer, CustomerClaims } from '@lunjie/contracts';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Who } from '../auth/who';
import { Allow } from '../platform/access/access';
import { Write, type WriteContext } from '../platform/idempotency/write-context';
import { ClaimsPages } from './claims-pages';
import { AwaitingQuery, ContactBody, customerId } from './claims-requests';
import { Contacts } from './contacts';

/** Whose a customer is, and the contacts that keep it so. */
@Controller('offices/:officeId')
export class ClaimsController {
  constructor(
    private readonly pages: ClaimsPages,
    private readonly contacts: Contacts,
  ) {}

  @Allow('agent', 'desk', 'manager', 'supervisor', 'auditor')
  @Get('customers/:customerId/claims')
  ofCustomer(@Param('officeId') officeId: string, @Param('customerId', customerId) customer: string, @Who() { person, roles }: Who): Promise<CustomerClaims> {
    return this.pages.ofCustomer(officeId, customer, { id: person.id, roles });
  }

  @Allow('agent', 'manager', 'supervisor')
  @Post('customers/:customerId/contacts')
  log(@Write() write: WriteContext, @Param('customerId', customerId) customer: string, @Body() body: ContactBody, @Who() { roles }: Who): Promise<ContactAnswer> {
    return this.contacts.log(write, customer, body, roles);
  }

  @Allow('manager', 'supervisor')
  @Get('claims/awaiting')
  awaiting(@Param('officeId') officeId: string, @Query() { after = 0 }: AwaitingQuery): Promise<AwaitingClaims> {
    return this.pages.awaiting(officeId, after);
  }
}
