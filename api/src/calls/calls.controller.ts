import type { CallAnswer, CallProposal, CallsView } from '@lunjie/contracts';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Who } from '../auth/who';
import { Allow } from '../platform/access/access';
import { Write, type WriteContext } from '../platform/idempotency/write-context';
import { DayQuery } from '../reception/requests';
import { CallBody, callId } from './call-requests';
import { Calls } from './calls';
import { DaysCalls } from './days-calls';

/** Incoming calls (来电). */
@Controller('offices/:officeId/calls')
export class CallsController {
  constructor(
    private readonly calls: Calls,
    private readonly days: DaysCalls,
  ) {}

  /** An agent reads the calls they answered or have; who runs the floor and who inspects read all. */
  @Allow('agent', 'desk', 'manager', 'supervisor', 'admin', 'auditor')
  @Get()
  day(@Param('officeId') officeId: string, @Query() { date }: DayQuery, @Who() { person, roles }: Who): Promise<CallsView> {
    return this.days.day(officeId, date, roles.every((role) => role === 'agent') ? person.id : null);
  }

  @Allow('agent', 'desk', 'manager', 'supervisor')
  @Post('proposal')
  @HttpCode(200)
  propose(@Param('officeId') officeId: string, @Body() body: CallBody, @Who() { person, roles }: Who): Promise<CallProposal> {
    return this.calls.propose(officeId, answeredBySelf(body, person.id, roles));
  }

  @Allow('agent', 'desk', 'manager', 'supervisor')
  @Post()
  register(@Write() write: WriteContext, @Body() body: CallBody, @Who() { person, roles }: Who): Promise<CallAnswer> {
    return this.calls.register(write, answeredBySelf(body, person.id, roles));
  }

  @Allow('desk', 'manager', 'supervisor')
  @Post(':callId/undo')
  @HttpCode(200)
  undo(@Write() write: WriteContext, @Param('callId', callId) id: string): Promise<CallAnswer> {
    return this.calls.undo(write, id);
  }
}

/** Whoever only takes calls registers those they answered themselves. */
function answeredBySelf(body: CallBody, personId: string, roles: readonly string[]): CallBody {
  return roles.every((role) => role === 'agent') ? { ...body, answeredBy: personId } : body;
}
