import { presetIds, type PresetId } from '@lunjie/policy';
import { IsIn, IsInt, IsObject, IsString, Max, MaxLength, Min, ValidateIf } from 'class-validator';

const MayBeLeftOut = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);

export class PublicationBody {
  @MayBeLeftOut() @IsObject() readonly document?: Record<string, unknown>;
  @MayBeLeftOut() @IsIn(presetIds) readonly preset?: PresetId;
  @MayBeLeftOut() @IsObject() readonly overlay?: Record<string, unknown>;
  @MayBeLeftOut() @IsInt() @Min(0) @Max(8_640_000_000_000_000) readonly effectiveFrom?: number;
  @MayBeLeftOut() @IsString() @MaxLength(500) readonly note?: string;
}
