import type { StoredSheet, StoredSheets } from '@lunjie/contracts';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { idOr } from '../customers/addressed';
import { Allow } from '../platform/access/access';
import { StoredSheetsQuery } from './report-requests';
import { ReportSheets } from './report-sheets';

const sheetId = idOr('sheet_not_found');

/** Sheets of periods that are over, as they were stored (P148). */
@Controller('offices/:officeId/reports/sheets')
@Allow('manager', 'supervisor', 'finance', 'admin', 'auditor')
export class StoredSheetsController {
  constructor(private readonly sheets: ReportSheets) {}

  @Get()
  list(@Param('officeId') officeId: string, @Query() { period }: StoredSheetsQuery): Promise<StoredSheets> {
    return this.sheets.list(officeId, period);
  }

  @Get(':sheetId')
  sheet(@Param('officeId') officeId: string, @Param('sheetId', sheetId) sheet: string): Promise<StoredSheet> {
    return this.sheets.sheet(officeId, sheet);
  }
}
