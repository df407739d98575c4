import type { DisputesView, DisputeView, PrecedentsView, RulingPreview } from '@lunjie/contracts';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { Who } from '../auth/who';
import { Allow } from '../platform/access/access';
import { Transactions } from '../platform/database/transactions';
import { Problem } from '../platform/errors/problem';
import { Write, type WriteContext } from '../platform/idempotency/write-context';
import { DisputeOpenings } from './dispute-openings';
import { DisputePrecedents } from './dispute-precedents';
import { AppealBody, ConsentBody, DisputeBody, DisputesQuery, factsIn, HearingBody, MoveUpBody, PrecedentsQuery, PreviewBody, RulingBody, StatementBody } from './dispute-requests';
import { DisputeSteps, type Acting } from './dispute-steps';
import { DisputeViews } from './dispute-views';

const customerId = new ParseUUIDPipe({ exceptionFactory: () => new Problem('customer_not_found', 404) });
const disputeId = new ParseUUIDPipe({ exceptionFactory: () => new Problem('dispute_not_found', 404) });

const acting = ({ person, roles }: Who): Acting => ({ personId: person.id, roles });

/** Cases of whose customer it is. Every write answers the case as it stands then. */
@Controller('offices/:officeId')
export class DisputesController {
  constructor(
    private readonly openings: DisputeOpenings,
    private readonly steps: DisputeSteps,
    private readonly views: DisputeViews,
    private readonly precedents: DisputePrecedents,
    private readonly transactions: Transactions,
  ) {}

  @Allow('agent', 'manager', 'supervisor', 'admin', 'auditor')
  @Get('disputes')
  list(@Param('officeId') officeId: string, @Query() { scope = 'all', customer }: DisputesQuery, @Who() who: Who): Promise<DisputesView> {
    return this.views.list(officeId, acting(who), scope, customer ?? null);
  }

  @Allow('manager', 'supervisor', 'admin', 'auditor')
  @Get('disputes/precedents')
  async found(@Param('officeId') officeId: string, @Query() { kind, outcome, clause, words, facts }: PrecedentsQuery): Promise<PrecedentsView> {
    return { precedents: await this.transactions.read((reading) => this.precedents.search(reading, officeId, { kind, outcome, clause, words, facts: factsIn(facts) })) };
  }

  @Allow('agent', 'manager', 'supervisor', 'admin', 'auditor')
  @Get('disputes/:disputeId')
  view(@Param('officeId') officeId: string, @Param('disputeId', disputeId) dispute: string, @Who() who: Who): Promise<DisputeView> {
    return this.views.view(officeId, acting(who), dispute);
  }

  @Allow('agent', 'manager', 'supervisor')
  @Post('customers/:customerId/disputes')
  @HttpCode(200)
  async open(@Write() write: WriteContext, @Param('customerId', customerId) customer: string, @Body() body: DisputeBody, @Who() who: Who): Promise<DisputeView> {
    return this.views.view(write.officeId, acting(who), await this.openings.request(write, who.roles, customer, body));
  }

  @Allow('agent', 'manager', 'supervisor')
  @Post('disputes/:disputeId/statements')
  @HttpCode(200)
  async state(@Write() write: WriteContext, @Param('disputeId', disputeId) dispute: string, @Body() { words }: StatementBody, @Who() who: Who): Promise<DisputeView> {
    return this.views.view(write.officeId, acting(who), await this.steps.state(write, who.roles, dispute, words));
  }

  @Allow('agent')
  @Post('disputes/:disputeId/consent')
  @HttpCode(200)
  async consent(@Write() write: WriteContext, @Param('disputeId', disputeId) dispute: string, @Body() body: ConsentBody, @Who() who: Who): Promise<DisputeView> {
    return this.views.view(write.officeId, acting(who), await this.steps.consent(write, who.roles, dispute, body));
  }

  @Allow('agent', 'manager', 'supervisor')
  @Post('disputes/:disputeId/move-up')
  @HttpCode(200)
  async moveUp(@Write() write: WriteContext, @Param('disputeId', disputeId) dispute: string, @Body() { reason }: MoveUpBody, @Who() who: Who): Promise<DisputeView> {
    return this.views.view(write.officeId, acting(who), await this.steps.moveUp(write, who.roles, dispute, reason));
  }

  @Allow('manager', 'supervisor', 'admin')
  @Post('disputes/:disputeId/preview')
  @HttpCode(200)
  preview(@Param('officeId') officeId: string, @Param('disputeId', disputeId) dispute: string, @Body() body: PreviewBody): Promise<RulingPreview> {
    return this.views.preview(officeId, dispute, body);
  }

  @Allow('manager', 'supervisor')
  @Post('disputes/:disputeId/ruling')
  @HttpCode(200)
  async rule(@Write() write: WriteContext, @Param('disputeId', disputeId) dispute: string, @Body() body: RulingBody, @Who() who: Who): Promise<DisputeView> {
    return this.views.view(write.officeId, acting(who), await this.steps.rule(write, who.roles, dispute, body));
  }

  @Allow('agent')
  @Post('disputes/:disputeId/appeal')
  @HttpCode(200)
  async appeal(@Write() write: WriteContext, @Param('disputeId', disputeId) dispute: string, @Body() { reason }: AppealBody, @Who() who: Who): Promise<DisputeView> {
    return this.views.view(write.officeId, acting(who), await this.steps.appeal(write, dispute, reason));
  }

  @Allow('manager', 'supervisor', 'admin')
  @Post('disputes/:disputeId/appeal/hearing')
  @HttpCode(200)
  async hear(@Write() write: WriteContext, @Param('disputeId', disputeId) dispute: string, @Body() body: HearingBody, @Who() who: Who): Promise<DisputeView> {
    return this.views.view(write.officeId, acting(who), await this.steps.hear(write, who.roles, dispute, body));
  }
}
