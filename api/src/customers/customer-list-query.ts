import { claimStates, customerGrades, customerSorts, customerSources, type ClaimState, type CustomerGrade, type CustomerListQuery, type CustomerSort, type CustomerSource } from '@lunjie/contracts';
import { Transform, Type } from 'class-transformer';
import { IsIn, IsInt, IsISO8601, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { trimmed } from './customer-requests';

const businessDate = /^\d{4}-\d\d-\d\d$/;

export class CustomerListParameters implements CustomerListQuery {
  @IsOptional() @IsIn(customerSorts) readonly sort?: CustomerSort;
  @IsOptional() @IsIn(['asc', 'desc']) readonly order?: 'asc' | 'desc';
  @IsOptional() @IsUUID('all') readonly owner?: string;
  @IsOptional() @IsIn(customerGrades) readonly grade?: CustomerGrade;
  @IsOptional() @IsIn(claimStates) readonly state?: ClaimState;
  @IsOptional() @IsIn(customerSources) readonly source?: CustomerSource;
  @IsOptional() @IsISO8601({ strict: true }) @Matches(businessDate) readonly contactFrom?: string;
  @IsOptional() @IsISO8601({ strict: true }) @Matches(businessDate) readonly contactTo?: string;
  @IsOptional() @IsISO8601({ strict: true }) @Matches(businessDate) readonly registeredFrom?: string;
  @IsOptional() @IsISO8601({ strict: true }) @Matches(businessDate) readonly registeredTo?: string;
  /** A whole number has no place in an address: of digits, the last four or none. */
  @IsOptional() @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(20) @Matches(/^(?:\d{4}|[^\d]+)$/u) readonly text?: string;
  @IsOptional() @IsString() @MaxLength(60) readonly after?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100) readonly size?: number;
}

export class TimelineQuery {
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(Number.MAX_SAFE_INTEGER) readonly before?: number;
}
