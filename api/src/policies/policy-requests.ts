import type { DraftScenarioRequest, EditedPolicy, Language, PolicyCheckRequest, PolicyPeriodRequest, ReplayRequest, SaveDraftRequest, StartDraftRequest } from '@lunjie/contracts';
import { presetIds, type PresetId } from '@lunjie/policy';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsObject, IsString, Max, MaxLength, Min, ValidateIf } from 'class-validator';
import { BusinessDate } from '../offices/business-date';

const MayBeLeftOut = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);

export class PublicationBody {
  @MayBeLeftOut() @IsObject() readonly document?: Record<string, unknown>;
  @MayBeLeftOut() @IsIn(presetIds) readonly preset?: PresetId;
  @MayBeLeftOut() @IsObject() readonly overlay?: Record<string, unknown>;
  @MayBeLeftOut() @IsInt() @Min(0) @Max(8_640_000_000_000_000) readonly effectiveFrom?: number;
  @MayBeLeftOut() @IsInt() @Min(0) @Max(Number.MAX_SAFE_INTEGER) readonly draftRevision?: number;
  @MayBeLeftOut() @IsBoolean() readonly forPeriodsOnly?: boolean;
  @MayBeLeftOut() @IsString() @MaxLength(500) readonly note?: string;
}

export class DraftBody implements PolicyCheckRequest {
  @IsObject() readonly document!: EditedPolicy;
}

export class SaveDraftBody extends DraftBody implements SaveDraftRequest {
  @IsInt() @Min(0) @Max(Number.MAX_SAFE_INTEGER) readonly revision!: number;
}

export class StartDraftBody implements StartDraftRequest {
  @MayBeLeftOut() @IsInt() @Min(1) @Max(999_999_999) readonly version?: number;
  @MayBeLeftOut() @IsIn(presetIds) readonly preset?: PresetId;
  @IsInt() @Min(0) @Max(Number.MAX_SAFE_INTEGER) readonly revision!: number;
}

export class ReplayBody extends DraftBody implements ReplayRequest {
  @MayBeLeftOut() @BusinessDate() readonly date?: string;
}

export class ScenarioBody extends DraftBody implements DraftScenarioRequest {
  @IsString() @MaxLength(65_536) readonly scenario!: string;
}

export class PeriodBody implements PolicyPeriodRequest {
  @BusinessDate() readonly fromDate!: string;
  @BusinessDate() readonly toDate!: string;
  @IsInt() @Min(1) @Max(999_999_999) readonly version!: number;
  @IsString() @MaxLength(500) readonly note!: string;
}

/** Query of DELETE …/policy/draft. */
export class RevisionQuery {
  @Type(() => Number) @IsInt() @Min(0) @Max(Number.MAX_SAFE_INTEGER) readonly revision!: number;
}

/** Query of …/words. */
export class LanguageQuery {
  @MayBeLeftOut() @IsIn(['zh', 'en']) readonly language?: Language;
}
