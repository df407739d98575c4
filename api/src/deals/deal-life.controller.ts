import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Who } from '../auth/who';
import { Allow } from '../platform/access/access';
import { Write, type WriteContext } from '../platform/idempotency/write-context';
import { unitId } from '../units/unit-requests';
import { DealLife } from './deal-life';
import { DepositBody, FirmDepositBody, dealId } from './deal-life-requests';

const readerOf = ({ person, roles }: Who) => ({ personId: person.id, roles });

/** The steps of a deal, each an entry of the register. */
@Controller('offices/:officeId')
export class DealLifeController {
  constructor(private readonly life: DealLife) {}

  @Allow('agent', 'manager', 'supervisor')
  @Post('units/:unitId/deposits')
  deposit(@Write() write: WriteContext, @Param('unitId', unitId) unit: string, @Body() body: DepositBody, @Who() who: Who): Promise<{ readonly deal: string }> {
    return this.life.deposit(write, unit, body, readerOf(who));
  }

  @Allow('agent', 'manager', 'supervisor')
  @Post('deals/:dealId/firm-deposit')
  @HttpCode(200)
  firm(@Write() write: WriteContext, @Param('dealId', dealId) deal: string, @Body() body: FirmDepositBody, @Who() who: Who): Promise<{ readonly deal: string }> {
    return this.life.firm(write, deal, body, readerOf(who));
  }
}
