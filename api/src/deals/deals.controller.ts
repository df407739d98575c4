import { settlementResults, type DealRequest, type DealView, type SettlementPreview, type SettlementPreviewRequest, type SettlementRequest, type SettlementResult } from '@lunjie/contracts';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Transform, type TransformFnParams } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { Who } from '../auth/who';
import { Floors } from '../floor/floors';
import { Allow } from '../platform/access/access';
import { Transactions } from '../platform/database/transactions';
import { Problem } from '../platform/errors/problem';
import { Write, type WriteContext } from '../platform/idempotency/write-context';
import { DealContests } from './deal-contests';
import { Deals } from './deals';

const trimmed = ({ value }: TransformFnParams): unknown => typeof value === 'string' ? value.trim() : value;
const dealId = new ParseUUIDPipe({ exceptionFactory: () => new Problem('deal_not_found', 404) });
const customerId = new ParseUUIDPipe({ exceptionFactory: () => new Problem('customer_not_found', 404) });

class DealBody implements DealRequest {
  @IsUUID('all') readonly customer!: string;
  @IsOptional() @IsUUID('all') readonly closer?: string | null;
  @IsInt() @Min(0) @Max(100_000_000_000) readonly commissionFen!: number;
  @IsOptional() @Transform(trimmed) @IsString() @MaxLength(60) readonly unit?: string | null;
  @IsOptional() @IsArray() @ArrayMaxSize(10) @ArrayUnique() @IsUUID('all', { each: true }) readonly claimedBy?: string[];
}

class SettlementPreviewBody implements SettlementPreviewRequest {
  @IsIn(settlementResults) readonly result!: SettlementResult;
}

class SettlementBody extends SettlementPreviewBody implements SettlementRequest {
  @IsIn(['negotiation', 'department']) readonly step!: 'negotiation' | 'department';
  @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(500) readonly reason!: string;
}

@Controller('offices/:officeId')
export class DealsController {
  constructor(
    private readonly deals: Deals,
    private readonly contests: DealContests,
    private readonly floors: Floors,
    private readonly transactions: Transactions,
  ) {}

  @Allow('manager', 'supervisor')
  @Post('deals')
  @HttpCode(200)
  close(@Write() write: WriteContext, @Body() body: DealBody): Promise<DealView> {
    return this.deals.close(write, body);
  }

  @Allow('manager', 'supervisor')
  @Post('deals/:dealId/settlement')
  @HttpCode(200)
  settle(@Write() write: WriteContext, @Param('dealId', dealId) deal: string, @Body() body: SettlementBody, @Who() { roles }: Who): Promise<DealView> {
    return this.deals.settle(write, roles, deal, body);
  }

  @Allow('manager', 'supervisor')
  @Post('deals/:dealId/settlement/preview')
  @HttpCode(200)
  preview(@Param('officeId') officeId: string, @Param('dealId', dealId) deal: string, @Body() { result }: SettlementPreviewBody): Promise<SettlementPreview> {
    return this.contests.preview(officeId, deal, result);
  }

  @Allow('manager', 'supervisor', 'finance', 'auditor')
  @Get('customers/:customerId/deals')
  ofCustomer(@Param('officeId') officeId: string, @Param('customerId', customerId) customer: string): Promise<{ readonly deals: readonly DealView[] }> {
    return this.transactions.read(async (reading) => {
      const { rules } = await this.floors.now(reading, officeId);
      return { deals: await this.deals.of(reading, officeId, customer, rules.policy.values.disputes.freeze) };
    });
  }
}
