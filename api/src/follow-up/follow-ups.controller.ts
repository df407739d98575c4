import type { ExpectedVisits, FollowUpSheet, FollowUpsView, TrackedCustomers } from '@lunjie/contracts';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Who } from '../auth/who';
import { customerId } from '../customers/addressed';
import { Allow } from '../platform/access/access';
import { Write, type WriteContext } from '../platform/idempotency/write-context';
import { DayQuery } from '../reception/requests';
import { LostBody, TaskBody, TrackingQuery } from './follow-up-requests';
import { FollowUps } from './follow-ups';
import { TrackingSheets } from './tracking-sheets';

const readerOf = ({ person, roles }: Who): { readonly personId: string; readonly roles: Who['roles'] } => ({ personId: person.id, roles });

/** Follow-ups: what is due, who is expected, and the customer's tracking sheet. */
@Controller('offices/:officeId')
export class FollowUpsController {
  constructor(
    private readonly followUps: FollowUps,
    private readonly sheets: TrackingSheets,
  ) {}

  @Allow('agent', 'manager', 'supervisor')
  @Get('follow-ups')
  view(@Param('officeId') officeId: string, @Who() who: Who): Promise<FollowUpsView> {
    return this.followUps.view(officeId, readerOf(who));
  }

  @Allow('agent', 'desk', 'manager', 'supervisor')
  @Get('follow-ups/expected')
  expected(@Param('officeId') officeId: string, @Query() { date }: DayQuery): Promise<ExpectedVisits> {
    return this.followUps.expected(officeId, date);
  }

  @Allow('agent', 'manager', 'supervisor')
  @Get('follow-ups/sheet')
  tracked(@Param('officeId') officeId: string, @Query() { agent }: TrackingQuery, @Who() who: Who): Promise<TrackedCustomers> {
    return this.sheets.sheet(officeId, readerOf(who), agent);
  }

  @Allow('agent', 'desk', 'manager', 'supervisor', 'auditor')
  @Get('customers/:customerId/follow-ups')
  sheet(@Param('officeId') officeId: string, @Param('customerId', customerId) customer: string, @Who() who: Who): Promise<FollowUpSheet> {
    return this.followUps.sheet(officeId, customer, readerOf(who));
  }

  @Allow('agent', 'manager', 'supervisor')
  @Post('customers/:customerId/follow-ups')
  @HttpCode(200)
  plan(@Write() write: WriteContext, @Param('customerId', customerId) customer: string, @Body() body: TaskBody, @Who() who: Who): Promise<FollowUpSheet> {
    return this.followUps.plan(write, readerOf(who), customer, body);
  }

  @Allow('agent', 'manager', 'supervisor')
  @Post('customers/:customerId/lost')
  @HttpCode(200)
  lose(@Write() write: WriteContext, @Param('customerId', customerId) customer: string, @Body() body: LostBody, @Who() who: Who): Promise<FollowUpSheet> {
    return this.followUps.lose(write, readerOf(who), customer, body);
  }

  @Allow('agent', 'manager', 'supervisor')
  @Post('customers/:customerId/back')
  @HttpCode(200)
  takeBack(@Write() write: WriteContext, @Param('customerId', customerId) customer: string, @Who() who: Who): Promise<FollowUpSheet> {
    return this.followUps.takeBack(write, readerOf(who), customer);
  }
}
