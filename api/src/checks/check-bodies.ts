import { checkKinds, checkResults, findingOutcomes, severities, type CheckCorrectionRequest, type CheckKind, type CheckRequest, type CheckResult, type FindingOutcome, type FindingRequest, type FindingSlip, type Severity } from '@lunjie/contracts';
import { Transform, Type, type TransformFnParams } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';

const trimmed = ({ value }: TransformFnParams): unknown => typeof value === 'string' ? value.trim() || null : value;
const mostPay = 100_000_000_00;
const lastInstant = 8_640_000_000_000_000;

class SlipBody implements FindingSlip {
  @IsString() @Matches(/^[a-z][a-z0-9_]{1,59}$/) readonly trigger!: string;
  @IsOptional() @IsIn(severities) readonly severity?: Severity | null;
  @IsOptional() @IsInt() @Min(0) @Max(mostPay) readonly dayBasePayFen?: number;
  @IsOptional() @IsInt() @Min(0) @Max(mostPay) readonly monthBasePayFen?: number;
  @IsOptional() @IsInt() @Min(0) @Max(mostPay) readonly monthBonusFen?: number;
}

class FindingBody implements FindingRequest {
  @IsString() @MaxLength(200) readonly item!: string;
  @IsIn(checkResults) readonly result!: CheckResult;
  @IsOptional() @IsUUID('all') readonly agent: string | null = null;
  @IsOptional() @Transform(trimmed) @IsString() @MaxLength(500) readonly words: string | null = null;
  @IsIn(findingOutcomes) readonly brings!: FindingOutcome;
  @IsOptional() @ValidateNested() @Type(() => SlipBody) readonly slip: SlipBody | null = null;
}

export class CheckBodyOfRequest implements CheckRequest {
  @IsIn(checkKinds) readonly kind!: CheckKind;
  @IsInt() @Min(0) @Max(lastInstant) readonly checkedAt!: number;
  @IsString() @MaxLength(200) readonly place!: string;
  @IsArray() @ArrayMaxSize(50) @ArrayUnique() @IsUUID('all', { each: true }) readonly agents!: readonly string[];
  @IsArray() @ArrayMaxSize(200) @ValidateNested({ each: true }) @Type(() => FindingBody) readonly findings!: readonly FindingBody[];
  @IsOptional() @Transform(trimmed) @IsString() @MaxLength(2_000) readonly remarks: string | null = null;
}

export class CheckCorrectionBody implements CheckCorrectionRequest {
  @IsInt() @Min(0) @Max(199) readonly number!: number;
  @IsIn(checkResults) readonly result!: CheckResult;
  @IsIn(findingOutcomes) readonly brings!: FindingOutcome;
  @IsOptional() @ValidateNested() @Type(() => SlipBody) readonly slip: SlipBody | null = null;
  @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(500) readonly words!: string;
}
