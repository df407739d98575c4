import type { EveningView, PlansView } from '@lunjie/contracts';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Who } from '../auth/who';
import { Allow } from '../platform/access/access';
import { Write, type WriteContext } from '../platform/idempotency/write-context';
import { DayQuery } from '../reception/requests';
import { EveningActs } from './evening-acts';
import { EveningCloseBody, MinutesBody, PlanBody } from './evening-bodies';
import { EveningViews } from './evening-views';
import { Plans } from './plans';

/** The evening meeting (晚会) and the plan sheets it looks at. A write of the meeting answers the day as it then stands. */
@Controller('offices/:officeId')
export class EveningController {
  constructor(
    private readonly acts: EveningActs,
    private readonly views: EveningViews,
    private readonly sheets: Plans,
  ) {}

  @Allow('manager', 'supervisor', 'admin', 'auditor')
  @Get('evening')
  view(@Param('officeId') officeId: string, @Query() { date }: DayQuery, @Who() who: Who): Promise<EveningView> {
    return this.views.view(officeId, date, who);
  }

  @Allow('manager', 'supervisor')
  @Post('evening/minutes')
  @HttpCode(200)
  async enter(@Write() write: WriteContext, @Body() body: MinutesBody, @Who() who: Who): Promise<EveningView> {
    await this.acts.enter(write, body);
    return this.views.view(write.officeId, body.date, who);
  }

  @Allow('manager', 'supervisor')
  @Post('evening/close')
  @HttpCode(200)
  async close(@Write() write: WriteContext, @Body() { date }: EveningCloseBody, @Who() who: Who): Promise<EveningView> {
    await this.acts.close(write, date);
    return this.views.view(write.officeId, date, who);
  }

  /** An agent reads their own; who runs the office and who inspects read all. */
  @Allow('agent', 'manager', 'supervisor', 'admin', 'auditor')
  @Get('plans')
  plans(@Param('officeId') officeId: string, @Query() { date }: DayQuery, @Who() { person, roles }: Who): Promise<PlansView> {
    return this.sheets.view(officeId, date, roles.every((role) => role === 'agent') ? person.id : null);
  }

  @Allow('agent')
  @Post('plans')
  @HttpCode(200)
  async plan(@Write() write: WriteContext, @Body() body: PlanBody): Promise<PlansView> {
    await this.sheets.enter(write, body);
    return this.sheets.view(write.officeId, body.date, write.personId);
  }
}
