import { turnCorrections, type TurnCorrection, type TurnCorrectionRequest } from '@lunjie/contracts';
import { Transform, type TransformFnParams } from 'class-transformer';
import { IsIn, IsInt, IsISO8601, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';

const trimmed = ({ value }: TransformFnParams): unknown => typeof value === 'string' ? value.trim() : value;
const day = /^\d{4}-\d\d-\d\d$/;

/** Business dates, both included; today where none is given. */
export class TurnsQuery {
  @IsOptional() @IsISO8601({ strict: true }) @Matches(day) readonly from?: string;
  @IsOptional() @IsISO8601({ strict: true }) @Matches(day) readonly to?: string;
  @IsOptional() @IsUUID('all') readonly agent?: string;
  @IsOptional() @Matches(/^\d{1,15}\.\d{1,4}$/) readonly before?: string;
}

/** A business date and one of the office's lines; today and the first where none is given. */
export class RotationSheetQuery {
  @IsOptional() @IsISO8601({ strict: true }) @Matches(day) readonly date?: string;
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(40) readonly queue?: string;
}

export class TurnCorrectionBody implements TurnCorrectionRequest {
  @IsUUID('all') readonly agentId!: string;
  @IsIn(turnCorrections) readonly kind!: TurnCorrection;
  @IsInt() @Min(1) @Max(20) readonly turns!: number;
  @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(500) readonly reason!: string;
}
