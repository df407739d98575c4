import { planPeriods, type EveningCloseRequest, type MinutesRequest, type PlanPeriod, type PlanRequest } from '@lunjie/contracts';
import { Transform, Type, type TransformFnParams } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsISO8601, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';

const trimmed = ({ value }: TransformFnParams): unknown => typeof value === 'string' ? value.trim() : value;
const eachTrimmed = ({ value }: TransformFnParams): unknown => Array.isArray(value) ? value.map((line: unknown) => typeof line === 'string' ? line.trim() : line) : value;
const day = /^\d{4}-\d\d-\d\d$/;

export class EveningCloseBody implements EveningCloseRequest {
  @IsISO8601({ strict: true }) @Matches(day) readonly date!: string;
}

class MentionBody {
  @IsUUID('all') readonly customer!: string;
  @IsUUID('all') readonly agent!: string;
}

export class MinutesBody implements MinutesRequest {
  @IsISO8601({ strict: true }) @Matches(day) readonly date!: string;
  @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(4_000) readonly words!: string;
  @IsOptional() @IsArray() @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => MentionBody) readonly mentions?: readonly MentionBody[];
}

class TargetsBody {
  @IsOptional() @IsInt() @Min(0) @Max(999) readonly calls?: number | null;
  @IsOptional() @IsInt() @Min(0) @Max(999) readonly contacts?: number | null;
  @IsOptional() @IsInt() @Min(0) @Max(999) readonly visits?: number | null;
  @IsOptional() @IsInt() @Min(0) @Max(999) readonly deals?: number | null;
}

export class PlanBody implements PlanRequest {
  @IsIn(planPeriods) readonly period!: PlanPeriod;
  @IsISO8601({ strict: true }) @Matches(day) readonly date!: string;
  @Transform(eachTrimmed) @IsArray() @ArrayMaxSize(30) @IsString({ each: true }) @IsNotEmpty({ each: true }) @MaxLength(300, { each: true }) readonly lines!: readonly string[];
  @IsOptional() @ValidateNested() @Type(() => TargetsBody) readonly targets?: TargetsBody;
}
