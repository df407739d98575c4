import type { ArrivalAnswer, ArrivalProposal } from '@lunjie/contracts';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Allow } from '../platform/access/access';
import { Write, type WriteContext } from '../platform/idempotency/write-context';
import { visitId } from './addressed';
import { Arrivals } from './arrivals';
import { ArrivalBody, AssignBody, ContactBody } from './requests';
import { Waiting } from './waiting';

@Controller('offices/:officeId')
@Allow('desk', 'manager', 'supervisor')
export class ArrivalsController {
  constructor(
    private readonly arrivals: Arrivals,
    private readonly waiting: Waiting,
  ) {}

  @Post('arrivals/proposal')
  @HttpCode(200)
  propose(@Param('officeId') officeId: string, @Body() body: ArrivalBody): Promise<ArrivalProposal> {
    return this.arrivals.propose(officeId, body);
  }

  @Post('arrivals')
  confirm(@Write() write: WriteContext, @Body() body: ArrivalBody): Promise<ArrivalAnswer> {
    return this.arrivals.confirm(write, body);
  }

  @Post('arrivals/:visitId/undo')
  @HttpCode(200)
  undo(@Write() write: WriteContext, @Param('visitId', visitId) id: string): Promise<ArrivalAnswer> {
    return this.arrivals.undo(write, id);
  }

  @Post('visits/:visitId/assign')
  @HttpCode(200)
  assign(@Write() write: WriteContext, @Param('visitId', visitId) id: string, @Body() { expectedReceiver }: AssignBody): Promise<ArrivalAnswer> {
    return this.waiting.assign(write, id, expectedReceiver);
  }

  @Post('visits/:visitId/contact')
  @HttpCode(200)
  contact(@Write() write: WriteContext, @Param('visitId', visitId) id: string, @Body() body: ContactBody): Promise<ArrivalAnswer> {
    return this.waiting.contact(write, id, body);
  }

  @Post('visits/:visitId/leave')
  @HttpCode(200)
  leave(@Write() write: WriteContext, @Param('visitId', visitId) id: string): Promise<ArrivalAnswer> {
    return this.waiting.leave(write, id);
  }
}
