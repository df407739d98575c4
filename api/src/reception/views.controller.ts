import type { BoardView, MyDayView, VisitRow } from '@lunjie/contracts';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Who } from '../auth/who';
import { Allow, AnySignedIn } from '../platform/access/access';
import { streamEvents } from '../platform/live/event-stream';
import { LiveEvents } from '../platform/live/live-events';
import { Board } from './board';
import { DaysRegister } from './days-register';
import { MyDay } from './my-day';
import { DayQuery, QueueQuery } from './requests';

/** What the console reads. */
@Controller('offices/:officeId')
export class ViewsController {
  constructor(
    private readonly boards: Board,
    private readonly myDay: MyDay,
    private readonly register: DaysRegister,
    private readonly events: LiveEvents,
  ) {}

  @AnySignedIn()
  @Get('board')
  board(@Param('officeId') officeId: string, @Query() { queue }: QueueQuery): Promise<BoardView> {
    return this.boards.view(officeId, queue);
  }

  @Allow('agent')
  @Get('me')
  me(@Param('officeId') officeId: string, @Who() who: Who): Promise<MyDayView> {
    return this.myDay.view(officeId, { id: who.person.id, name: who.person.name });
  }

  @Allow('desk', 'manager', 'supervisor', 'admin', 'auditor')
  @Get('visits')
  visits(@Param('officeId') officeId: string, @Query() { date, search }: DayQuery): Promise<{ readonly date: string; readonly rows: readonly VisitRow[] }> {
    return this.register.day(officeId, date, search);
  }

  @AnySignedIn()
  @Get('live')
  live(@Param('officeId') officeId: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    streamEvents(request, reply, this.events.subscribe(officeId));
  }
}
