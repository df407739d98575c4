import { householdRelations, type AddPhoneRequest, type HandOverPreviewRequest, type HandOverRequest, type HouseholdRelation, type LinkRequest, type MatchRequest, type MergeRequest, type ReferralRequest } from '@lunjie/contracts';
import { Transform, type TransformFnParams } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsArray, IsBoolean, IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, MaxLength, ValidateIf } from 'class-validator';

export const trimmed = ({ value }: TransformFnParams): unknown => typeof value === 'string' ? value.trim() : value;

export class SearchBody {
  @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(40) readonly text!: string;
}

/** A name, a phone, or both. */
export class MatchBody implements MatchRequest {
  @ValidateIf(({ name, phone }: MatchBody) => Boolean(name) || !phone) @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(40) readonly name?: string;
  @IsOptional() @Transform(trimmed) @IsString() @MaxLength(30) readonly phone?: string;
}

export class ReasonBody {
  @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(200) readonly reason!: string;
}

export class AddPhoneBody implements AddPhoneRequest {
  @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(30) readonly phone!: string;
  @IsOptional() @IsBoolean() readonly primary?: boolean;
}

export class LinkBody implements LinkRequest {
  @IsUUID('all') readonly other!: string;
  @IsIn(householdRelations) readonly relation!: HouseholdRelation;
}

export class ReferralBody implements ReferralRequest {
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(10) @ArrayUnique() @IsUUID('all', { each: true }) readonly referrers!: string[];
  @IsOptional() @IsBoolean() readonly askedFor?: boolean;
}

export class HandOverPreviewBody implements HandOverPreviewRequest {
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(500) @ArrayUnique() @IsUUID('all', { each: true }) readonly customers!: string[];
  @IsUUID('all') readonly to!: string;
}

export class HandOverBody extends HandOverPreviewBody implements HandOverRequest {
  @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(200) readonly reason!: string;
  @Matches(/^[0-9a-f]{64}$/) readonly digest!: string;
}

export class MergeBody extends ReasonBody implements MergeRequest {
  @IsUUID('all') readonly from!: string;
}
