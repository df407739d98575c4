import { longestTeam, mostRows, roles, type BulkEntryRequest, type EmploymentChangeRequest, type NewPersonRequest, type NewPersonRow, type Role, type RosterRequest, type TransferRequest } from '@lunjie/contracts';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsBoolean, IsIn, IsInt, IsNotEmpty, IsString, IsUUID, Matches, Max, MaxLength, Min, MinLength, ValidateIf } from 'class-validator';
import { BusinessDate } from '../offices/business-date';
import { passwordLength } from './passwords';

/** Left out is fine; null is not, unlike with IsOptional. */
const MayBeLeftOut = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);
const Trimmed = (): PropertyDecorator => Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));
/** Letters, digits and . _ - @, so that it can be read out over a telephone. */
const account = /^[A-Za-z0-9][A-Za-z0-9._@-]{1,63}$/;

export class EmploymentChangeBody implements EmploymentChangeRequest {
  @MayBeLeftOut() @IsArray() @ArrayNotEmpty() @ArrayMaxSize(roles.length) @IsIn(roles, { each: true }) readonly roles?: Role[];
  @MayBeLeftOut() @IsIn(['active', 'long_leave', 'left']) readonly state?: 'active' | 'long_leave' | 'left';
  @MayBeLeftOut() @IsInt() @Min(0) @Max(10_000) readonly rosterPosition?: number;
  @MayBeLeftOut() @IsInt() @Min(1) @Max(1_000) readonly weight?: number;
  @MayBeLeftOut() @IsBoolean() readonly certifiedVisits?: boolean;
  @MayBeLeftOut() @BusinessDate() readonly certifiedVisitsOn?: string;
  @MayBeLeftOut() @IsBoolean() readonly certifiedCalls?: boolean;
  @MayBeLeftOut() @BusinessDate() readonly certifiedCallsOn?: string;
  @ValidateIf((_, value) => value != null) @Trimmed() @IsString() @IsNotEmpty() @MaxLength(longestTeam) readonly team?: string | null;
  @MayBeLeftOut() @BusinessDate() readonly teamFrom?: string;
  @MayBeLeftOut() @Trimmed() @IsString() @MaxLength(200) readonly note?: string;
  @ValidateIf((_, value) => value != null) @BusinessDate() readonly expectedUntil?: string | null;
}

export class NewPersonBody implements NewPersonRequest {
  @Trimmed() @IsString() @Matches(account) readonly account!: string;
  @MayBeLeftOut() @Trimmed() @IsString() @IsNotEmpty() @MaxLength(80) readonly name?: string;
  @MayBeLeftOut() @IsString() @MinLength(passwordLength.least) @MaxLength(passwordLength.most) readonly password?: string;
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(roles.length) @IsIn(roles, { each: true }) readonly roles!: Role[];
  @MayBeLeftOut() @IsInt() @Min(0) @Max(10_000) readonly rosterPosition?: number;
  @MayBeLeftOut() @IsInt() @Min(1) @Max(1_000) readonly weight?: number;
  @MayBeLeftOut() @IsBoolean() readonly certifiedVisits?: boolean;
  @MayBeLeftOut() @IsBoolean() readonly certifiedCalls?: boolean;
  @MayBeLeftOut() @Trimmed() @IsString() @IsNotEmpty() @MaxLength(longestTeam) readonly team?: string;
}

export class NewPersonRowBody implements NewPersonRow {
  @Trimmed() @IsString() @Matches(account) readonly account!: string;
  @Trimmed() @IsString() @IsNotEmpty() @MaxLength(80) readonly name!: string;
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(roles.length) @IsIn(roles, { each: true }) readonly roles!: Role[];
  @MayBeLeftOut() @IsString() @MinLength(passwordLength.least) @MaxLength(passwordLength.most) readonly password?: string;
  @MayBeLeftOut() @IsInt() @Min(1) @Max(1_000) readonly weight?: number;
  @MayBeLeftOut() @IsBoolean() readonly certifiedVisits?: boolean;
  @MayBeLeftOut() @IsBoolean() readonly certifiedCalls?: boolean;
  @MayBeLeftOut() @Trimmed() @IsString() @IsNotEmpty() @MaxLength(longestTeam) readonly team?: string;
}

/** The rows themselves are read one by one: what is wrong with one is no reason not to look at the others. */
export class BulkEntryBody implements Pick<BulkEntryRequest, 'dryRun'> {
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(mostRows) readonly rows!: unknown[];
  @IsBoolean() readonly dryRun!: boolean;
}

export class TransferBody implements TransferRequest {
  @IsUUID() readonly toOfficeId!: string;
  @MayBeLeftOut() @IsArray() @ArrayNotEmpty() @ArrayMaxSize(roles.length) @IsIn(roles, { each: true }) readonly roles?: Role[];
  @MayBeLeftOut() @Trimmed() @IsString() @MaxLength(200) readonly note?: string;
}

export class RosterBody implements RosterRequest {
  @IsArray() @ArrayMaxSize(1_000) @IsUUID('all', { each: true }) readonly order!: string[];
}
