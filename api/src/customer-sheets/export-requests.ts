import { exportColumns, exportFormats, type ExportColumn, type ExportFormat, type ExportRequest, type Language } from '@lunjie/contracts';
import { ParseUUIDPipe } from '@nestjs/common';
import { Transform, Type } from 'class-transformer';
import { ArrayNotEmpty, ArrayUnique, IsArray, IsDefined, IsIn, IsNotEmpty, IsObject, IsString, MaxLength, ValidateNested } from 'class-validator';
import { CustomerListParameters } from '../customers/customer-list-query';
import { trimmed } from '../customers/customer-requests';
import { Problem } from '../platform/errors/problem';

/** What is no id names nothing. */
export const exportId = new ParseUUIDPipe({ exceptionFactory: () => new Problem('export_not_found', 404) });

export class ExportBody implements ExportRequest {
  /** As the list's, by the same class; a page of it is not asked for. */
  @IsDefined() @IsObject() @ValidateNested() @Type(() => CustomerListParameters) readonly filters!: CustomerListParameters;
  @IsArray() @ArrayNotEmpty() @ArrayUnique() @IsIn(exportColumns, { each: true }) readonly columns!: ExportColumn[];
  @IsIn(exportFormats) readonly format!: ExportFormat;
  @IsIn(['zh', 'en']) readonly language!: Language;
  @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(200) readonly reason!: string;
}
