import type { CheckReader } from '@lunjie/checks';
import type { ChecksView, CheckView } from '@lunjie/contracts';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Who } from '../auth/who';
import { Allow } from '../platform/access/access';
import { Problem } from '../platform/errors/problem';
import { Write, type WriteContext } from '../platform/idempotency/write-context';
import { CheckBodyOfRequest, CheckCorrectionBody } from './check-bodies';
import { CheckViews } from './check-views';
import { Checks } from './checks';

const checkId = new ParseUUIDPipe({ exceptionFactory: () => new Problem('check_not_found', 404) });
const readerOf = ({ person, roles }: Who): CheckReader => ({ id: person.id, roles });

/** Spot checks and mystery visits. Every write answers the check as it then stands. */
@Controller('offices/:officeId/checks')
export class ChecksController {
  constructor(
    private readonly checks: Checks,
    private readonly views: CheckViews,
  ) {}

  @Allow('agent', 'manager', 'supervisor', 'admin', 'auditor')
  @Get()
  list(@Param('officeId') officeId: string, @Who() who: Who): Promise<ChecksView> {
    return this.views.list(officeId, readerOf(who));
  }

  @Allow('agent', 'manager', 'supervisor', 'admin', 'auditor')
  @Get(':checkId')
  view(@Param('officeId') officeId: string, @Param('checkId', checkId) id: string, @Who() who: Who): Promise<CheckView> {
    return this.views.view(officeId, readerOf(who), id);
  }

  @Allow('manager', 'supervisor', 'admin')
  @Post()
  @HttpCode(200)
  async enter(@Write() write: WriteContext, @Body() body: CheckBodyOfRequest, @Who() who: Who): Promise<CheckView> {
    return this.views.view(write.officeId, readerOf(who), await this.checks.enter(write, readerOf(who), body));
  }

  @Allow('manager', 'supervisor')
  @Post(':checkId/publication')
  @HttpCode(200)
  async publish(@Write() write: WriteContext, @Param('checkId', checkId) id: string, @Who() who: Who): Promise<CheckView> {
    await this.checks.publish(write, readerOf(who), id);
    return this.views.view(write.officeId, readerOf(who), id);
  }

  @Allow('manager', 'supervisor', 'admin')
  @Post(':checkId/corrections')
  @HttpCode(200)
  async correct(@Write() write: WriteContext, @Param('checkId', checkId) id: string, @Body() body: CheckCorrectionBody, @Who() who: Who): Promise<CheckView> {
    await this.checks.correct(write, readerOf(who), id, body);
    return this.views.view(write.officeId, readerOf(who), id);
  }
}
