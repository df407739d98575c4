import { auditKinds, registerKinds, soughtEntry, type AuditKind, type Language, type RegisterKind } from '@lunjie/contracts';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsISO8601, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';

const day = /^\d{4}-\d\d-\d\d$/;

export class AuditFilterQuery {
  @IsOptional() @IsIn(auditKinds) readonly kind?: AuditKind;
  @IsOptional() @IsUUID('all') readonly person?: string;
  @IsOptional() @IsISO8601({ strict: true }) @Matches(day) readonly from?: string;
  @IsOptional() @IsISO8601({ strict: true }) @Matches(day) readonly to?: string;
}

export class AuditQuery extends AuditFilterQuery {
  @IsOptional() @IsString() @MaxLength(60) readonly before?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) readonly size?: number;
}

export class AuditExportQuery extends AuditFilterQuery {
  @IsOptional() @IsIn(['zh', 'en']) readonly language?: Language;
}

export class RegisterQuery {
  @IsOptional() @IsIn(registerKinds) readonly kind?: RegisterKind;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(Number.MAX_SAFE_INTEGER) readonly before?: number;
}

export class SoughtEntryQuery {
  @IsString() @MaxLength(100) @Matches(soughtEntry) readonly sought!: string;
}
