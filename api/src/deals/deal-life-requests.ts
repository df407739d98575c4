import {
  dealStages, exportFormats, payees, paymentMethods, receiptKinds, type AdjustmentParty, type AdjustmentRequest, type ContractRequest, type DealReasonRequest, type DealStage, type DepositRequest, type ExchangeRequest, type ExportFormat,
  type FirmDepositRequest, type InstalmentRequest, type Language, type NameChangeRequest, type Payee, type PaymentMethod, type ReceiptKind, type ReceiptRequest, type ReceiptWithdrawalRequest,
} from '@lunjie/contracts';
import { ParseUUIDPipe } from '@nestjs/common';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsArray, IsDateString, IsDefined, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, Length, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { trimmed } from '../customers/customer-requests';
import { Problem } from '../platform/errors/problem';

/** What is no id names nothing. */
export const dealId = new ParseUUIDPipe({ exceptionFactory: () => new Problem('deal_not_found', 404) });
export const receiptId = new ParseUUIDPipe({ exceptionFactory: () => new Problem('receipt_not_found', 404) });

const mostFen = 1_000_000_000_000;

export class FirmDepositBody implements FirmDepositRequest {
  @IsOptional() @IsInt() @Min(1) @Max(mostFen) readonly priceFen?: number;
  @IsInt() @Min(0) @Max(mostFen) readonly depositFen!: number;
}

export class DepositBody extends FirmDepositBody implements DepositRequest {
  @IsIn(['soft', 'firm']) readonly kind!: 'soft' | 'firm';
  @IsUUID('all') readonly customer!: string;
  @IsOptional() @IsUUID('all') readonly closer?: string | null;
  @IsOptional() @IsArray() @ArrayMaxSize(10) @ArrayUnique() @IsUUID('all', { each: true }) readonly claimedBy?: string[];
}

export class InstalmentBody implements InstalmentRequest {
  @IsDateString({ strict: true }) @Length(10, 10) readonly dueOn!: string;
  @IsInt() @Min(1) @Max(mostFen) readonly fen!: number;
  @IsIn(['own', 'loan']) readonly kind!: 'own' | 'loan';
}

export class ContractBody implements ContractRequest {
  @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(60) readonly contractNumber!: string;
  @IsOptional() @IsArray() @ArrayNotEmpty() @ArrayMaxSize(60) @ValidateNested({ each: true }) @Type(() => InstalmentBody) readonly instalments?: InstalmentBody[];
}

export class DealReasonBody implements DealReasonRequest {
  @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(500) readonly reason!: string;
}

export class ExchangeBody extends DealReasonBody implements ExchangeRequest {
  @IsUUID('all') readonly unit!: string;
  @IsOptional() @IsInt() @Min(1) @Max(mostFen) readonly priceFen?: number;
}

export class NameChangeBody extends DealReasonBody implements NameChangeRequest {
  @IsUUID('all') readonly buyer!: string;
}

export class ReceiptBody implements ReceiptRequest {
  @IsIn(receiptKinds) readonly kind!: ReceiptKind;
  @IsInt() @Min(1) @Max(mostFen) readonly fen!: number;
  @IsIn(paymentMethods) readonly method!: PaymentMethod;
  @IsDateString({ strict: true }) @Length(10, 10) readonly paidOn!: string;
}

export class ReceiptWithdrawalBody extends DealReasonBody implements ReceiptWithdrawalRequest {}

export class AdjustmentPartyBody implements AdjustmentParty {
  @IsIn(payees) readonly payee!: Payee;
  @IsOptional() @IsUUID('all') readonly agent?: string | null;
}

export class AdjustmentBody extends DealReasonBody implements AdjustmentRequest {
  @IsDefined() @ValidateNested() @Type(() => AdjustmentPartyBody) readonly from!: AdjustmentPartyBody;
  @IsDefined() @ValidateNested() @Type(() => AdjustmentPartyBody) readonly to!: AdjustmentPartyBody;
  @IsInt() @Min(1) @Max(mostFen) readonly fen!: number;
}

export class DealsQuery {
  @IsOptional() @IsIn(dealStages) readonly stage?: DealStage;
  @IsOptional() @IsUUID('all') readonly agent?: string;
}

export class ReceiptsQuery {
  @IsDateString({ strict: true }) @Length(10, 10) readonly from!: string;
  @IsDateString({ strict: true }) @Length(10, 10) readonly to!: string;
}

export class MonthQuery {
  @Matches(/^20\d\d-(0[1-9]|1[0-2])$/) readonly month!: string;
}

export class StatementQuery extends MonthQuery {
  @IsOptional() @IsUUID('all') readonly agent?: string;
}

export class SheetFileQuery {
  @IsOptional() @IsIn(exportFormats) readonly format?: ExportFormat;
  @IsOptional() @IsIn(['zh', 'en']) readonly language?: Language;
}

export class PayoutFileQuery extends MonthQuery {
  @IsOptional() @IsIn(exportFormats) readonly format?: ExportFormat;
  @IsOptional() @IsIn(['zh', 'en']) readonly language?: Language;
}
