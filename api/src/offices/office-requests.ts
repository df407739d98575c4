import { holidayKinds, type Holiday, type HolidayKind, type OfficeChange, type Weekday } from '@lunjie/contracts';
import { presetIds, type PresetId } from '@lunjie/policy';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, IsTimeZone, Matches, Max, MaxLength, Min, ValidateIf, ValidateNested } from 'class-validator';
import { BusinessDate } from './business-date';

const clockTime = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Left out is fine; null is not, unlike with IsOptional. */
const MayBeLeftOut = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);
const Trimmed = (): PropertyDecorator => Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

export class NewOfficeBody {
  @Trimmed() @IsString() @IsNotEmpty() @MaxLength(80) readonly name!: string;
  @IsString() @MaxLength(64) @IsTimeZone() readonly timeZone!: string;
  @IsIn(presetIds) readonly preset!: PresetId;
  @IsOptional() @Matches(clockTime) readonly opens?: string | null;
  @IsOptional() @Matches(clockTime) readonly closes?: string | null;
}

export class OfficeChangeBody implements OfficeChange {
  @MayBeLeftOut() @Trimmed() @IsString() @IsNotEmpty() @MaxLength(80) readonly name?: string;
  @IsOptional() @Matches(clockTime) readonly opens?: string | null;
  @IsOptional() @Matches(clockTime) readonly closes?: string | null;
  @MayBeLeftOut() @IsArray() @ArrayUnique() @ArrayMaxSize(6) @IsIn([1, 2, 3, 4, 5, 6, 7], { each: true }) readonly restDays?: Weekday[];
}

export class HolidayBody implements Holiday {
  @BusinessDate() readonly date!: string;
  @IsIn(holidayKinds) readonly kind!: HolidayKind;
  @Trimmed() @IsString() @IsNotEmpty() @MaxLength(80) readonly name!: string;
}

export class HolidaysBody {
  @IsArray() @ArrayMaxSize(366) @ValidateNested({ each: true }) @Type(() => HolidayBody) readonly days!: HolidayBody[];
}

export class YearOfRoute {
  @Type(() => Number) @IsInt() @Min(2000) @Max(2199) readonly year!: number;
  @IsString() readonly officeId!: string;
}
