import type { AuditPage } from '@lunjie/contracts';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { Allow } from '../platform/access/access';
import { Transactions } from '../platform/database/transactions';
import { Audit } from './audit';

class AuditQuery {
  @IsOptional() @IsString() @MaxLength(60) readonly before?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) readonly size?: number;
}

@Controller('offices/:officeId/audit')
export class AuditController {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  @Allow('admin', 'manager', 'auditor')
  @Get()
  page(@Param('officeId') officeId: string, @Query() { before, size = 50 }: AuditQuery): Promise<AuditPage> {
    return this.transactions.read((reading) => this.audit.page(reading, officeId, before ?? null, size));
  }
}
