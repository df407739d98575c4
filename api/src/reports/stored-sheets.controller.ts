import type { StoredSheet, StoredSheetPage, StoredSheets } from '@lunjie/contracts';
import { Controller, Get, Param, Query, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Who } from '../auth/who';
import { idOr } from '../customers/addressed';
import { Allow } from '../platform/access/access';
import { ReportFiles } from './report-files';
import { StoredFileQuery, StoredPageQuery, StoredSheetsQuery } from './report-requests';
import { ReportSheets } from './report-sheets';
import { StoredPages } from './stored-pages';

const sheetId = idOr('sheet_not_found');

/** Sheets of periods that are over, as they were stored (P148). */
@Controller('offices/:officeId/reports')
@Allow('manager', 'supervisor', 'finance', 'admin', 'auditor')
export class StoredSheetsController {
  constructor(
    private readonly sheets: ReportSheets,
    private readonly pages: StoredPages,
    private readonly files: ReportFiles,
  ) {}

  @Get('stored')
  page(@Param('officeId') officeId: string, @Query() { period, before }: StoredPageQuery): Promise<StoredSheetPage> {
    return this.pages.page(officeId, period, before === undefined ? undefined : Number(before));
  }

  @Get('sheets')
  list(@Param('officeId') officeId: string, @Query() { period }: StoredSheetsQuery): Promise<StoredSheets> {
    return this.sheets.list(officeId, period);
  }

  @Get('sheets/:sheetId')
  sheet(@Param('officeId') officeId: string, @Param('sheetId', sheetId) sheet: string): Promise<StoredSheet> {
    return this.sheets.sheet(officeId, sheet);
  }

  @Get('sheets/:sheetId/file')
  async file(@Param('officeId') officeId: string, @Param('sheetId', sheetId) sheet: string, @Query() query: StoredFileQuery, @Who() who: Who, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { bytes, type, name } = await this.files.stored(officeId, sheet, who, query.format ?? 'xlsx', query.language ?? 'zh');
    void reply.header('cache-control', 'no-store');
    return new StreamableFile(bytes, { type, disposition: `attachment; filename="${name}"` });
  }
}
