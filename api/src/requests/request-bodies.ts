import {
  requestClasses, requestComplexities, requestWays, satisfactions, type CallBackRequest, type ComplaintRulingRequest, type HandOnRequest, type NamePraisedRequest, type RequestClass, type RequestComplexity, type RequestEntry, type RequestWay, type RequestWordsRequest, type Satisfaction,
} from '@lunjie/contracts';
import { Transform, type TransformFnParams } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';

const trimmed = ({ value }: TransformFnParams): unknown => typeof value === 'string' ? value.trim() : value;

export class RequestEntryBody implements RequestEntry {
  @IsIn(requestWays) readonly way!: RequestWay;
  @IsIn(requestClasses) readonly class!: RequestClass;
  @IsOptional() @IsIn(requestComplexities) readonly complexity?: RequestComplexity;
  @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(2_000) readonly words!: string;
  @IsOptional() @Transform(trimmed) @IsString() @MaxLength(60) readonly name?: string | null;
  @IsOptional() @Transform(trimmed) @IsString() @MaxLength(40) readonly phone?: string | null;
  @IsOptional() @IsUUID('all') readonly customer?: string | null;
  @IsOptional() @IsUUID('all') readonly about?: string | null;
  @IsOptional() @Transform(trimmed) @IsString() @MaxLength(2_000) readonly answer?: string | null;
  @IsOptional() @IsUUID('all') readonly owner?: string | null;
  @IsOptional() @Transform(trimmed) @IsString() @MaxLength(500) readonly reason?: string | null;
  @IsOptional() @IsBoolean() readonly callBack?: boolean;
}

export class HandOnBody implements HandOnRequest {
  @IsUUID('all') readonly to!: string;
  @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(500) readonly reason!: string;
}

export class RequestWordsBody implements RequestWordsRequest {
  @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(2_000) readonly words!: string;
}

export class CallBackBody implements CallBackRequest {
  @IsIn(satisfactions) readonly satisfaction!: Satisfaction;
  @IsOptional() @Transform(trimmed) @IsString() @MaxLength(2_000) readonly words?: string | null;
  @IsOptional() @IsBoolean() readonly again?: boolean;
}

export class ComplaintRulingBody implements ComplaintRulingRequest {
  @IsBoolean() readonly upheld!: boolean;
  @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(2_000) readonly reason!: string;
}

export class NamePraisedBody implements NamePraisedRequest {
  @IsUUID('all') readonly agent!: string;
}

export class PhoneReasonBody {
  @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(200) readonly reason!: string;
}

export const requestScopes = ['open', 'mine', 'over'] as const;
export type RequestScope = (typeof requestScopes)[number];

export class RequestsQuery {
  @IsOptional() @IsIn(requestScopes) readonly scope?: RequestScope;
  @IsOptional() @IsIn(requestClasses) readonly class?: RequestClass;
  /** `next` of the page before. */
  @IsOptional() @Transform(({ value }: TransformFnParams): unknown => Number(value)) @IsInt() @Min(0) @Max(Number.MAX_SAFE_INTEGER) readonly after?: number;
}

export class ComplaintMonthQuery {
  @Matches(/^20\d\d-(0[1-9]|1[0-2])$/) readonly month!: string;
}
