import { presetIds, type PresetId } from '@lunjie/policy';
import { Transform } from 'class-transformer';
import { IsIn, IsNotEmpty, IsOptional, IsString, IsTimeZone, Matches, MaxLength } from 'class-validator';

const clockTime = /^([01]\d|2[0-3]):[0-5]\d$/;

export class NewOfficeBody {
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsString() @IsNotEmpty() @MaxLength(80) readonly name!: string;
  @IsString() @MaxLength(64) @IsTimeZone() readonly timeZone!: string;
  @IsIn(presetIds) readonly preset!: PresetId;
  @IsOptional() @Matches(clockTime) readonly opens?: string | null;
  @IsOptional() @Matches(clockTime) readonly closes?: string | null;
}
