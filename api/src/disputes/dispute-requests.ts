import {
  disputeFactNames, disputeKinds, disputeOutcomes, type AppealHearingRequest, type AppealRequest, type ConsentRequest, type DisputeFactName, type DisputeKind, type DisputeOutcome, type DisputeRequest, type DisputeRulingRequest, type MoveUpRequest,
  type StatementRequest,
} from '@lunjie/contracts';
import { Transform, Type, type TransformFnParams } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsNotEmpty, IsNumber, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';

const trimmed = ({ value }: TransformFnParams): unknown => typeof value === 'string' ? value.trim() : value;
type Ruled = Exclude<DisputeOutcome, 'agreed'>;
const ruled = disputeOutcomes.filter((outcome): outcome is Ruled => outcome !== 'agreed');

export class DisputeBody implements DisputeRequest {
  @IsArray() @ArrayMaxSize(10) @ArrayUnique() @IsUUID('all', { each: true }) readonly against!: string[];
  @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(2_000) readonly statement!: string;
}

export class StatementBody implements StatementRequest {
  @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(2_000) readonly words!: string;
}

export class ConsentBody implements ConsentRequest {
  @IsUUID('all') readonly owner!: string;
}

export class MoveUpBody implements MoveUpRequest {
  @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(500) readonly reason!: string;
}

class ShareBody {
  @IsUUID('all') readonly agent!: string;
  @IsNumber({ maxDecimalPlaces: 2 }) @Min(0) @Max(100) readonly percent!: number;
}

export class PreviewBody {
  @IsIn(ruled) readonly outcome!: Ruled;
  @IsOptional() @IsUUID('all') readonly owner?: string | null;
  @IsOptional() @IsArray() @ArrayMaxSize(10) @ValidateNested({ each: true }) @Type(() => ShareBody) readonly shares?: ShareBody[];
}

export class RulingBody extends PreviewBody implements DisputeRulingRequest {
  @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(2_000) readonly reason!: string;
}

export class AppealBody implements AppealRequest {
  @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(2_000) readonly reason!: string;
}

export class HearingBody implements AppealHearingRequest {
  @IsBoolean() readonly upheld!: boolean;
  @IsOptional() @IsIn(ruled) readonly outcome?: Ruled;
  @IsOptional() @IsUUID('all') readonly owner?: string | null;
  @IsOptional() @IsArray() @ArrayMaxSize(10) @ValidateNested({ each: true }) @Type(() => ShareBody) readonly shares?: ShareBody[];
  @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(2_000) readonly reason!: string;
}

export class DisputesQuery {
  @IsOptional() @IsIn(['open', 'all']) readonly scope?: 'open' | 'all';
  @IsOptional() @IsUUID('all') readonly customer?: string;
}

/** `clause`: part of a clause, e.g. `003 §(五)3`. `words`: part of what whoever decided wrote. `facts`: names and values, e.g. `earlier_claim:valid,wish:later`. */
export class PrecedentsQuery {
  @IsOptional() @IsIn(disputeKinds) readonly kind?: DisputeKind;
  @IsOptional() @IsIn(disputeOutcomes) readonly outcome?: DisputeOutcome;
  @IsOptional() @Transform(trimmed) @IsString() @MaxLength(60) readonly clause?: string;
  @IsOptional() @Transform(trimmed) @IsString() @MaxLength(60) readonly words?: string;
  @IsOptional() @Matches(/^[a-z_]{1,30}:[a-z_]{1,30}(,[a-z_]{1,30}:[a-z_]{1,30}){0,9}$/) readonly facts?: string;
}

/** The facts a search names; one it does not know finds nothing it could mean and is left out. */
export function factsIn(text = ''): Partial<Record<DisputeFactName, string>> {
  const known: readonly string[] = disputeFactNames;
  return Object.fromEntries(text.split(',').map((pair): readonly [string, string] => [pair.split(':')[0] ?? '', pair.split(':')[1] ?? '']).filter(([name]) => known.includes(name)));
}
