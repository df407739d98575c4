import type { Entered, Linked, PhoneAdded, Referred } from '@lunjie/contracts';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Who } from '../auth/who';
import { Allow } from '../platform/access/access';
import { Write, type WriteContext } from '../platform/idempotency/write-context';
import { customerId, linkId, phoneId } from './addressed';
import { AddPhoneBody, LinkBody, ReasonBody, ReferralBody } from './customer-requests';
import type { CustomerReader } from './customer-sights';
import { Households } from './households';
import { PhoneActs } from './phone-acts';

const readerOf = ({ person, roles }: Who): CustomerReader => ({ personId: person.id, roles });

/** What ties a customer to phones and to other customers. */
@Controller('offices/:officeId/customers/:customerId')
@Allow('agent', 'desk', 'manager', 'supervisor')
export class TiesController {
  constructor(
    private readonly phones: PhoneActs,
    private readonly households: Households,
  ) {}

  @Post('phones')
  addPhone(@Write() write: WriteContext, @Who() who: Who, @Param('customerId', customerId) customer: string, @Body() { phone, primary }: AddPhoneBody): Promise<PhoneAdded> {
    return this.phones.add(write, readerOf(who), customer, phone, primary ?? false);
  }

  @Post('phones/:phoneId/end')
  @HttpCode(200)
  endPhone(@Write() write: WriteContext, @Who() who: Who, @Param('customerId', customerId) customer: string, @Param('phoneId', phoneId) phone: string, @Body() { reason }: ReasonBody): Promise<Entered> {
    return this.phones.end(write, readerOf(who), customer, phone, reason);
  }

  @Post('household')
  link(@Write() write: WriteContext, @Who() who: Who, @Param('customerId', customerId) customer: string, @Body() { other, relation }: LinkBody): Promise<Linked> {
    return this.households.link(write, readerOf(who), customer, other, relation);
  }

  @Post('household/:linkId/end')
  @HttpCode(200)
  unlink(@Write() write: WriteContext, @Who() who: Who, @Param('customerId', customerId) customer: string, @Param('linkId', linkId) link: string, @Body() { reason }: ReasonBody): Promise<Entered> {
    return this.households.unlink(write, readerOf(who), customer, link, reason);
  }

  @Post('referrals')
  refer(@Write() write: WriteContext, @Who() who: Who, @Param('customerId', customerId) customer: string, @Body() { referrers, askedFor }: ReferralBody): Promise<Referred> {
    return this.households.refer(write, readerOf(who), customer, referrers, askedFor ?? false);
  }
}
