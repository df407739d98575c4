import type { DealList, DealPage } from '@lunjie/contracts';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Who } from '../auth/who';
import type { CustomerReader } from '../customers/customer-sights';
import { Allow } from '../platform/access/access';
import { Write, type WriteContext } from '../platform/idempotency/write-context';
import { unitId } from '../units/unit-requests';
import { Adjustments } from './adjustments';
import { DealChanges } from './deal-changes';
import { DealLife } from './deal-life';
import { AdjustmentBody, ContractBody, DealReasonBody, DealsQuery, DepositBody, ExchangeBody, FirmDepositBody, NameChangeBody, dealId } from './deal-life-requests';
import { DealPages } from './deal-pages';
import { DealSigning } from './deal-signing';
import type { DealAnswer } from './deal-steps';

const readerOf = ({ person, roles }: Who): CustomerReader => ({ personId: person.id, roles });

/** The steps of a deal, each an entry of the register. */
@Controller('offices/:officeId')
export class DealLifeController {
  constructor(
    private readonly life: DealLife,
    private readonly signing: DealSigning,
    private readonly changes: DealChanges,
    private readonly adjustments: Adjustments,
    private readonly pages: DealPages,
  ) {}

  @Allow('agent', 'manager', 'supervisor', 'finance', 'auditor')
  @Get('deals')
  list(@Param('officeId') officeId: string, @Query() { stage, agent }: DealsQuery, @Who() who: Who): Promise<DealList> {
    return this.pages.list(officeId, readerOf(who), stage ?? null, agent ?? null);
  }

  @Allow('agent', 'manager', 'supervisor', 'finance', 'auditor')
  @Get('deals/:dealId')
  page(@Param('officeId') officeId: string, @Param('dealId', dealId) deal: string, @Who() who: Who): Promise<DealPage> {
    return this.pages.page(officeId, deal, readerOf(who));
  }

  @Allow('agent', 'manager', 'supervisor')
  @Post('units/:unitId/deposits')
  deposit(@Write() write: WriteContext, @Param('unitId', unitId) unit: string, @Body() body: DepositBody, @Who() who: Who): Promise<DealAnswer> {
    return this.life.deposit(write, unit, body, readerOf(who));
  }

  @Allow('agent', 'manager', 'supervisor')
  @Post('deals/:dealId/firm-deposit')
  @HttpCode(200)
  firm(@Write() write: WriteContext, @Param('dealId', dealId) deal: string, @Body() body: FirmDepositBody, @Who() who: Who): Promise<DealAnswer> {
    return this.life.firm(write, deal, body, readerOf(who));
  }

  @Allow('agent', 'manager', 'supervisor')
  @Post('deals/:dealId/subscription')
  @HttpCode(200)
  subscribe(@Write() write: WriteContext, @Param('dealId', dealId) deal: string, @Who() who: Who): Promise<DealAnswer> {
    return this.signing.subscribe(write, deal, readerOf(who));
  }

  @Allow('agent', 'manager', 'supervisor')
  @Post('deals/:dealId/contract')
  @HttpCode(200)
  sign(@Write() write: WriteContext, @Param('dealId', dealId) deal: string, @Body() body: ContractBody, @Who() who: Who): Promise<DealAnswer> {
    return this.signing.sign(write, deal, body, readerOf(who));
  }

  @Allow('manager', 'supervisor')
  @Post('deals/:dealId/delivery')
  @HttpCode(200)
  deliver(@Write() write: WriteContext, @Param('dealId', dealId) deal: string, @Who() who: Who): Promise<DealAnswer> {
    return this.signing.deliver(write, deal, readerOf(who));
  }

  @Allow('manager', 'supervisor')
  @Post('deals/:dealId/exchange')
  @HttpCode(200)
  exchange(@Write() write: WriteContext, @Param('dealId', dealId) deal: string, @Body() body: ExchangeBody, @Who() who: Who): Promise<DealAnswer> {
    return this.changes.exchange(write, deal, body, readerOf(who));
  }

  @Allow('manager', 'supervisor')
  @Post('deals/:dealId/name-change')
  @HttpCode(200)
  rename(@Write() write: WriteContext, @Param('dealId', dealId) deal: string, @Body() body: NameChangeBody, @Who() who: Who): Promise<DealAnswer> {
    return this.changes.rename(write, deal, body, readerOf(who));
  }

  @Allow('manager', 'supervisor')
  @Post('deals/:dealId/cancellation')
  @HttpCode(200)
  cancel(@Write() write: WriteContext, @Param('dealId', dealId) deal: string, @Body() { reason }: DealReasonBody, @Who() who: Who): Promise<DealAnswer> {
    return this.changes.cancel(write, deal, reason, readerOf(who));
  }

  @Allow('manager', 'supervisor')
  @Post('deals/:dealId/forfeiture')
  @HttpCode(200)
  forfeit(@Write() write: WriteContext, @Param('dealId', dealId) deal: string, @Body() { reason }: DealReasonBody, @Who() who: Who): Promise<DealAnswer> {
    return this.changes.forfeit(write, deal, reason, readerOf(who));
  }

  @Allow('manager')
  @Post('deals/:dealId/adjustment')
  @HttpCode(200)
  adjust(@Write() write: WriteContext, @Param('dealId', dealId) deal: string, @Body() body: AdjustmentBody): Promise<DealAnswer> {
    return this.adjustments.adjust(write, deal, body);
  }
}
