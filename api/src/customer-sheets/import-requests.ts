import { importFields, mostImportColumns, type ColumnMapping, type ImportField, type ImportRequest, type ImportTrialRequest, type ImportUndoRequest } from '@lunjie/contracts';
import { ParseUUIDPipe } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsBoolean, IsIn, IsNotEmpty, IsString, Matches, MaxLength } from 'class-validator';
import { trimmed } from '../customers/customer-requests';
import { Problem } from '../platform/errors/problem';

/** What is no id names nothing. */
export const importId = new ParseUUIDPipe({ exceptionFactory: () => new Problem('import_not_found', 404) });

const meanings: readonly (ImportField | null)[] = [...importFields, null];

export class ImportTrialBody implements ImportTrialRequest {
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(mostImportColumns) @IsIn(meanings, { each: true }) readonly mapping!: ColumnMapping;
  @IsBoolean() readonly headed!: boolean;
}

export class ImportBody implements ImportRequest {
  @IsString() @Matches(/^[0-9a-f]{64}$/) readonly digest!: string;
}

export class ImportUndoBody implements ImportUndoRequest {
  @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(200) readonly reason!: string;
}
