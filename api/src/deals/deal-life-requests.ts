import type { DepositRequest, FirmDepositRequest } from '@lunjie/contracts';
import { ParseUUIDPipe } from '@nestjs/common';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { Problem } from '../platform/errors/problem';

/** What is no id names nothing. */
export const dealId = new ParseUUIDPipe({ exceptionFactory: () => new Problem('deal_not_found', 404) });

export const mostPrice = 1_000_000_000_000;

export class FirmDepositBody implements FirmDepositRequest {
  @IsOptional() @IsInt() @Min(1) @Max(mostPrice) readonly priceFen?: number;
  @IsInt() @Min(0) @Max(mostPrice) readonly depositFen!: number;
}

export class DepositBody extends FirmDepositBody implements DepositRequest {
  @IsIn(['soft', 'firm']) readonly kind!: 'soft' | 'firm';
  @IsUUID('all') readonly customer!: string;
  @IsOptional() @IsUUID('all') readonly closer?: string | null;
  @IsOptional() @IsArray() @ArrayMaxSize(10) @ArrayUnique() @IsUUID('all', { each: true }) readonly claimedBy?: string[];
}
