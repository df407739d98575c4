import type { UnitChangeRequest, UnitFacts, UnitStandingRequest, UnitsRequest } from '@lunjie/contracts';
import { ParseUUIDPipe } from '@nestjs/common';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsInt, IsNotEmpty, IsOptional, IsString, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { trimmed } from '../customers/customer-requests';
import { Problem } from '../platform/errors/problem';

/** What is no id names nothing. */
export const unitId = new ParseUUIDPipe({ exceptionFactory: () => new Problem('unit_not_found', 404) });

export const importId = new ParseUUIDPipe({ exceptionFactory: () => new Problem('import_not_found', 404) });

/** Part of a room's number: no space and no hyphen, which joins the parts. */
const part = /^[^\s-]{1,20}$/u;
const mostArea = 10_000_000;
const mostPrice = 1_000_000_000_000;

export class UnitBody implements UnitFacts {
  @Transform(trimmed) @IsString() @Matches(part) readonly building!: string;
  @IsOptional() @Transform(trimmed) @IsString() @Matches(/^[^\s-]{1,10}$/u) readonly entrance?: string | null;
  @IsInt() @Min(-9) @Max(200) readonly floor!: number;
  @Transform(trimmed) @IsString() @Matches(part) readonly room!: string;
  @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(40) readonly layout!: string;
  @IsInt() @Min(1) @Max(mostArea) readonly grossArea!: number;
  @IsInt() @Min(1) @Max(mostArea) readonly netArea!: number;
  @IsInt() @Min(1) @Max(mostPrice) readonly listPriceFen!: number;
  @IsOptional() @Transform(trimmed) @IsString() @MaxLength(20) readonly batch?: string | null;
  @IsOptional() @Transform(trimmed) @IsString() @MaxLength(20) readonly propertyType?: string | null;
  @IsOptional() @IsInt() @Min(1) @Max(mostArea) readonly measuredGross?: number | null;
  @IsOptional() @IsInt() @Min(1) @Max(mostArea) readonly measuredNet?: number | null;
}

export class UnitsBody implements UnitsRequest {
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(500) @ValidateNested({ each: true }) @Type(() => UnitBody) readonly units!: UnitBody[];
}

export class UnitChangeBody implements UnitChangeRequest {
  @IsOptional() @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(40) readonly layout?: string;
  @IsOptional() @IsInt() @Min(1) @Max(mostArea) readonly grossArea?: number;
  @IsOptional() @IsInt() @Min(1) @Max(mostArea) readonly netArea?: number;
  @IsOptional() @IsInt() @Min(1) @Max(mostPrice) readonly listPriceFen?: number;
  @IsOptional() @Transform(trimmed) @IsString() @MaxLength(20) readonly batch?: string | null;
  @IsOptional() @Transform(trimmed) @IsString() @MaxLength(20) readonly propertyType?: string | null;
  @IsOptional() @IsInt() @Min(1) @Max(mostArea) readonly measuredGross?: number | null;
  @IsOptional() @IsInt() @Min(1) @Max(mostArea) readonly measuredNet?: number | null;
  @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(200) readonly reason!: string;
}

export class UnitStandingBody implements UnitStandingRequest {
  @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(200) readonly reason!: string;
}

export class UnitSheetQuery {
  @IsString() @Matches(/^[0-9a-f]{64}$/) readonly digest!: string;
}
