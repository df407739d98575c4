import { exportFormats, reportPeriods, type ExportFormat, type Language, type ReportFigure, type ReportFilter, type ReportPeriod } from '@lunjie/contracts';
import { reportFigures } from '@lunjie/reports';
import { IsDateString, IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';

/** GET …/reports/conduct: the period. */
export class PeriodQuery {
  @IsIn(reportPeriods) readonly period!: ReportPeriod;
  @IsOptional() @IsDateString({ strict: true }) @Length(10, 10) readonly date?: string;
  @IsOptional() @IsDateString({ strict: true }) @Length(10, 10) readonly from?: string;
  @IsOptional() @IsDateString({ strict: true }) @Length(10, 10) readonly to?: string;
}

/** GET …/reports: the period, and one value of any of the filters. */
export class ReportQuery extends PeriodQuery implements Readonly<Partial<Record<ReportFilter, string>>> {
  @IsOptional() @IsString() @MaxLength(60) readonly agent?: string;
  @IsOptional() @IsString() @MaxLength(60) readonly team?: string;
  @IsOptional() @IsString() @MaxLength(60) readonly channel?: string;
  @IsOptional() @IsString() @MaxLength(60) readonly home_area?: string;
  @IsOptional() @IsString() @MaxLength(60) readonly age?: string;
  @IsOptional() @IsString() @MaxLength(60) readonly purpose?: string;
  @IsOptional() @IsString() @MaxLength(60) readonly layout?: string;
  @IsOptional() @IsString() @MaxLength(60) readonly area?: string;
  @IsOptional() @IsString() @MaxLength(60) readonly price?: string;
  @IsOptional() @IsString() @MaxLength(60) readonly grade?: string;
}

/** GET …/reports/rows: which figure is opened, of which line. */
export class ReportRowsQuery extends ReportQuery {
  @IsIn(reportFigures) readonly figure!: ReportFigure;
  @IsOptional() @IsDateString({ strict: true }) @Length(10, 10) readonly day?: string;
  @IsOptional() @Matches(/^[1-7]-([01]\d|2[0-3])$/) readonly hour?: string;
  @IsOptional() @IsString() @MaxLength(60) readonly reason?: string;
  @IsOptional() @IsDateString({ strict: true }) @Length(10, 10) readonly upTo?: string;
}

/** GET …/reports/file. */
export class ReportFileQuery extends ReportQuery {
  @IsOptional() @IsIn(exportFormats) readonly format?: ExportFormat;
  @IsOptional() @IsIn(['zh', 'en']) readonly language?: Language;
}

/** GET /api/reports: the offices of the company. */
export class CompanyQuery {
  @IsIn(['week', 'month']) readonly period!: 'week' | 'month';
  @IsOptional() @IsDateString({ strict: true }) @Length(10, 10) readonly date?: string;
}

/** GET /api/reports/rows: which figure is opened, of which office, of which way. */
export class CompanyRowsQuery extends CompanyQuery {
  @IsIn(reportFigures) readonly figure!: ReportFigure;
  @IsOptional() @IsString() @Length(36, 36) readonly office?: string;
  @IsOptional() @IsString() @MaxLength(60) readonly channel?: string;
}

/** GET …/reports/sheets/:sheetId/file. */
export class StoredFileQuery {
  @IsOptional() @IsIn(exportFormats) readonly format?: ExportFormat;
  @IsOptional() @IsIn(['zh', 'en']) readonly language?: Language;
}

/** GET …/reports/stored. */
export class StoredPageQuery {
  @IsOptional() @IsIn(['day', 'week', 'month']) readonly period?: Exclude<ReportPeriod, 'range'>;
  @IsOptional() @Matches(/^\d{1,15}$/) readonly before?: string;
}

/** GET …/reports/sheets. */
export class StoredSheetsQuery {
  @IsOptional() @IsIn(['day', 'week', 'month']) readonly period?: Exclude<ReportPeriod, 'range'>;
}
