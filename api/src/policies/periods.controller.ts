import type { PolicyPeriodRow } from '@lunjie/contracts';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Allow, AnySignedIn } from '../platform/access/access';
import { Transactions } from '../platform/database/transactions';
import { Write, type WriteContext } from '../platform/idempotency/write-context';
import { Periods } from './periods';
import { PeriodBody } from './policy-requests';

@Controller('offices/:officeId/policy/periods')
export class PeriodsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly periods: Periods,
  ) {}

  @AnySignedIn()
  @Get()
  all(@Param('officeId') officeId: string): Promise<readonly PolicyPeriodRow[]> {
    return this.transactions.read((reading) => this.periods.all(reading, officeId));
  }

  @Allow('admin')
  @Post()
  add(@Write() write: WriteContext, @Body() body: PeriodBody): Promise<PolicyPeriodRow> {
    return this.periods.add(write, body);
  }

  @Allow('admin')
  @Post(':periodId/cancel')
  @HttpCode(200)
  cancel(@Write() write: WriteContext, @Param('periodId', ParseUUIDPipe) periodId: string): Promise<PolicyPeriodRow> {
    return this.periods.cancel(write, periodId);
  }
}
