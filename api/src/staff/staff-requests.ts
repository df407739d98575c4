import { employmentStates, roles, type EmploymentState, type Role } from '@lunjie/contracts';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsBoolean, IsIn, IsInt, IsNotEmpty, IsString, Matches, Max, MaxLength, Min, MinLength, ValidateIf } from 'class-validator';
import { passwordLength } from './passwords';

/** Left out is fine; null is not, unlike with IsOptional. */
const MayBeLeftOut = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);
const Trimmed = (): PropertyDecorator => Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

export class EmploymentChangeBody {
  @MayBeLeftOut() @IsArray() @ArrayNotEmpty() @ArrayMaxSize(roles.length) @IsIn(roles, { each: true }) readonly roles?: Role[];
  @MayBeLeftOut() @IsIn(employmentStates) readonly state?: EmploymentState;
  @MayBeLeftOut() @IsInt() @Min(0) @Max(10_000) readonly rosterPosition?: number;
  @MayBeLeftOut() @IsInt() @Min(1) @Max(1_000) readonly weight?: number;
  @MayBeLeftOut() @IsBoolean() readonly certifiedVisits?: boolean;
  @MayBeLeftOut() @IsBoolean() readonly certifiedCalls?: boolean;
}

export class NewPersonBody {
  /** Letters, digits and . _ - @, so that it can be read out over a telephone. */
  @Trimmed() @IsString() @Matches(/^[A-Za-z0-9][A-Za-z0-9._@-]{1,63}$/) readonly account!: string;
  @Trimmed() @IsString() @IsNotEmpty() @MaxLength(80) readonly name!: string;
  @IsString() @MinLength(passwordLength.least) @MaxLength(passwordLength.most) readonly password!: string;
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(roles.length) @IsIn(roles, { each: true }) readonly roles!: Role[];
  @MayBeLeftOut() @IsInt() @Min(0) @Max(10_000) readonly rosterPosition?: number;
  @MayBeLeftOut() @IsInt() @Min(1) @Max(1_000) readonly weight?: number;
  @MayBeLeftOut() @IsBoolean() readonly certifiedVisits?: boolean;
  @MayBeLeftOut() @IsBoolean() readonly certifiedCalls?: boolean;
}
