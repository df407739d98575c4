import {
  contactWays, customerGrades, mostDrawn, redistributionReasons,
  type CancelDrawRequest, type ContactRequest, type ContactWay, type CustomerGrade, type DrawAssignment, type PoolClaimRequest, type PublishRequest, type RedistributionReason, type RedistributionRequest,
} from '@lunjie/contracts';
import { ParseUUIDPipe } from '@nestjs/common';
import { Transform, Type, type TransformFnParams } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { BusinessDate } from '../offices/business-date';
import { Problem } from '../platform/errors/problem';

const trimmed = ({ value }: TransformFnParams): unknown => typeof value === 'string' ? value.trim() : value;

export const customerId = new ParseUUIDPipe({ exceptionFactory: () => new Problem('customer_not_found', 404) });
export const drawId = new ParseUUIDPipe({ exceptionFactory: () => new Problem('draw_not_found', 404) });

/** Beyond the year 5000 a time is a slip of the finger. */
const lastInstant = 95_617_584_000_000;

export class AwaitingQuery {
  @IsOptional() @Type(() => Number) @IsInt() @Min(0) @Max(Number.MAX_SAFE_INTEGER) readonly after?: number;
}

export class PoolQuery {
  /** An instant and an id: where the page before ended. */
  @IsOptional() @IsString() @Matches(/^\d{1,15}\.[0-9a-f-]{36}$/) readonly after?: string;
}

export class PoolClaimBody implements PoolClaimRequest {
  @IsOptional() @IsUUID('all') readonly agentId?: string;
}

export class ReasonBody implements CancelDrawRequest {
  @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(200) readonly reason!: string;
}

export class ContactBody implements ContactRequest {
  @IsIn(contactWays) readonly way!: ContactWay;
  @IsBoolean() readonly connected!: boolean;
  @IsOptional() @Transform(trimmed) @IsString() @MaxLength(1_000) readonly note?: string;
  @IsOptional() @BusinessDate() readonly nextOn?: string | null;
  @IsOptional() @Transform(trimmed) @IsString() @MaxLength(500) readonly nextStep?: string | null;
  @IsOptional() @IsIn(contactWays) readonly nextWay?: ContactWay | null;
  @IsOptional() @IsInt() @Min(0) @Max(lastInstant) readonly invitedFor?: number | null;
  @IsOptional() @IsIn(customerGrades) readonly grade?: CustomerGrade;
}

export class RedistributionBody implements RedistributionRequest {
  @IsUUID('all') readonly from!: string;
  @IsIn(redistributionReasons) readonly reason!: RedistributionReason;
  @IsOptional() @IsArray() @ArrayNotEmpty() @ArrayMaxSize(500) @ArrayUnique() @IsUUID('all', { each: true }) readonly among?: string[];
}

class AssignmentBody implements DrawAssignment {
  @IsUUID('all') readonly customer!: string;
  @IsUUID('all') readonly agent!: string;
}

export class PublishBody extends RedistributionBody implements PublishRequest {
  @Matches(/^[0-9a-f]{64}$/) readonly listHash!: string;
  @IsOptional() @IsArray() @ArrayMaxSize(mostDrawn) @ValidateNested({ each: true }) @Type(() => AssignmentBody) readonly assignments?: AssignmentBody[];
}

export class DrawsQuery {
  @IsOptional() @IsString() @Matches(/^\d{1,15}\.[0-9a-f-]{36}$/) readonly before?: string;
}
