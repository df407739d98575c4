import { enteredHappenings, type ApprovalRequest, type ConflictRequest, type EnteredHappening, type HappeningRequest } from '@lunjie/contracts';
import { Transform, type TransformFnParams } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

const trimmed = ({ value }: TransformFnParams): unknown => typeof value === 'string' ? value.trim() : value;

export class HappeningBody implements HappeningRequest {
  @IsIn(enteredHappenings) readonly kind!: EnteredHappening;
  @IsOptional() @IsUUID('all') readonly agent?: string | null;
  @IsOptional() @IsBoolean() readonly holds?: boolean;
  @IsOptional() @Transform(trimmed) @IsString() @MaxLength(500) readonly reason?: string | null;
}

export class ConflictBody implements ConflictRequest {
  @IsArray() @ArrayMinSize(2) @ArrayMaxSize(10) @ArrayUnique() @IsUUID('all', { each: true }) readonly parties!: string[];
  @IsOptional() @IsUUID('all') readonly owner?: string;
  @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(500) readonly reason!: string;
}

export class ConflictQuery {
  /** One, or several: the address names each. */
  @IsOptional() @Transform(({ value }: TransformFnParams): unknown => typeof value === 'string' ? value.split(',') : value)
  @IsArray() @ArrayMaxSize(10) @ArrayUnique() @IsUUID('all', { each: true }) readonly parties?: string[];
}

export class ApprovalBody implements ApprovalRequest {
  @IsBoolean() readonly approved!: boolean;
  @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(500) readonly reason!: string;
}
