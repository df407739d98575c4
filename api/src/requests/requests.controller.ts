import type { ComplaintSheet, RequestsView, RequestView, RevealedPhone } from '@lunjie/contracts';
import type { Reader } from '@lunjie/requests';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { Who } from '../auth/who';
import { Allow } from '../platform/access/access';
import { Problem } from '../platform/errors/problem';
import { Write, type WriteContext } from '../platform/idempotency/write-context';
import { ComplaintSheets } from './complaint-sheets';
import { CallBackBody, ComplaintMonthQuery, ComplaintRulingBody, HandOnBody, NamePraisedBody, PhoneReasonBody, RequestEntryBody, RequestsQuery, RequestWordsBody } from './request-bodies';
import { RequestEntries } from './request-entries';
import { RequestPhones } from './request-phones';
import { RequestSteps } from './request-steps';
import { RequestViews } from './request-views';

const requestId = new ParseUUIDPipe({ exceptionFactory: () => new Problem('request_not_found', 404) });
const readerOf = ({ person, roles }: Who): Reader => ({ id: person.id, roles });

/** What customers want of the office. Every write but the showing of a number answers the request as it stands then. */
@Controller('offices/:officeId/requests')
export class RequestsController {
  constructor(
    private readonly entries: RequestEntries,
    private readonly steps: RequestSteps,
    private readonly views: RequestViews,
    private readonly phones: RequestPhones,
    private readonly complaints: ComplaintSheets,
  ) {}

  @Allow('admin', 'manager', 'supervisor', 'desk', 'agent', 'finance', 'auditor')
  @Get()
  list(@Param('officeId') officeId: string, @Query() { scope = 'open', class: kind, after }: RequestsQuery, @Who() who: Who): Promise<RequestsView> {
    return this.views.list(officeId, readerOf(who), scope, kind ?? null, after ?? null);
  }

  @Allow('admin', 'manager', 'supervisor', 'desk', 'auditor')
  @Get('complaints')
  sheet(@Param('officeId') officeId: string, @Query() { month }: ComplaintMonthQuery, @Who() who: Who): Promise<ComplaintSheet> {
    return this.complaints.sheet(officeId, readerOf(who), month);
  }

  @Allow('admin', 'manager', 'supervisor', 'desk', 'agent', 'finance', 'auditor')
  @Get(':requestId')
  view(@Param('officeId') officeId: string, @Param('requestId', requestId) id: string, @Who() who: Who): Promise<RequestView> {
    return this.views.view(officeId, readerOf(who), id);
  }

  @Allow('admin', 'manager', 'supervisor', 'desk', 'agent', 'finance')
  @Post()
  @HttpCode(200)
  async enter(@Write() write: WriteContext, @Body() body: RequestEntryBody, @Who() who: Who): Promise<RequestView> {
    return this.views.view(write.officeId, readerOf(who), await this.entries.enter(write, readerOf(who), body));
  }

  @Allow('admin', 'manager', 'supervisor', 'desk', 'agent', 'finance')
  @Post(':requestId/hand-on')
  @HttpCode(200)
  async handOn(@Write() write: WriteContext, @Param('requestId', requestId) id: string, @Body() body: HandOnBody, @Who() who: Who): Promise<RequestView> {
    return this.after(write, who, await this.steps.handOn(write, readerOf(who), id, body));
  }

  @Allow('admin', 'manager', 'supervisor', 'desk', 'agent', 'finance')
  @Post(':requestId/investigation')
  @HttpCode(200)
  async investigate(@Write() write: WriteContext, @Param('requestId', requestId) id: string, @Body() { words }: RequestWordsBody, @Who() who: Who): Promise<RequestView> {
    return this.after(write, who, await this.steps.investigate(write, readerOf(who), id, words));
  }

  @Allow('admin', 'manager', 'supervisor', 'desk', 'agent', 'finance')
  @Post(':requestId/answer')
  @HttpCode(200)
  async answer(@Write() write: WriteContext, @Param('requestId', requestId) id: string, @Body() { words }: RequestWordsBody, @Who() who: Who): Promise<RequestView> {
    return this.after(write, who, await this.steps.answer(write, readerOf(who), id, words));
  }

  @Allow('admin', 'manager', 'supervisor', 'desk', 'agent', 'finance')
  @Post(':requestId/call-back')
  @HttpCode(200)
  async callBack(@Write() write: WriteContext, @Param('requestId', requestId) id: string, @Body() body: CallBackBody, @Who() who: Who): Promise<RequestView> {
    return this.after(write, who, await this.steps.callBack(write, readerOf(who), id, body));
  }

  @Allow('admin', 'manager', 'supervisor')
  @Post(':requestId/ruling')
  @HttpCode(200)
  async rule(@Write() write: WriteContext, @Param('requestId', requestId) id: string, @Body() body: ComplaintRulingBody, @Who() who: Who): Promise<RequestView> {
    return this.after(write, who, await this.steps.rule(write, readerOf(who), id, body));
  }

  @Allow('manager', 'supervisor', 'desk')
  @Post(':requestId/praise')
  @HttpCode(200)
  async praise(@Write() write: WriteContext, @Param('requestId', requestId) id: string, @Body() { agent }: NamePraisedBody, @Who() who: Who): Promise<RequestView> {
    return this.after(write, who, await this.steps.praise(write, readerOf(who), id, agent));
  }

  @Allow('admin', 'manager', 'supervisor', 'desk', 'agent', 'finance')
  @Post(':requestId/phone')
  @HttpCode(200)
  phone(@Write() write: WriteContext, @Param('requestId', requestId) id: string, @Body() { reason }: PhoneReasonBody, @Who() who: Who): Promise<RevealedPhone> {
    return this.phones.reveal(write, readerOf(who), id, reason);
  }

  /** Whoever has just acted reads what came of it, also where it is somebody else's now. */
  private after(write: WriteContext, who: Who, id: string): Promise<RequestView> {
    return this.views.view(write.officeId, readerOf(who), id, true);
  }
}
