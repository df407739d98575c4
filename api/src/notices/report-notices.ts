import type { Notice } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { ReportSheets } from '../reports/report-sheets';
import { notice, type NoticeScene, type NoticeSource } from './notice-scene';

const most = 5;
const readers = ['manager', 'supervisor', 'admin'] as const;

/** Sheets that were stored lately, for who reads the office's figures (003 §(三)6–8). */
@Injectable()
export class ReportNotices implements NoticeSource {
  constructor(private readonly sheets: ReportSheets) {}

  async of({ reading, officeId, roles, from }: NoticeScene): Promise<readonly Notice[]> {
    if (!readers.some((role) => roles.includes(role))) return [];
    const sheets = await this.sheets.latest(reading, officeId, undefined, most);
    return sheets.filter(({ span }) => span.to >= from).map(({ id, madeAt, period, entry }) => notice('report_stored', { id: `report.${id}`, at: madeAt, reason: period, count: entry }));
  }
}
