import type { ReportView, StoredSheetPage } from '@lunjie/contracts';
import { correctionsOf, figuresOf, linesOf, type ScheduledPeriod } from '@lunjie/reports';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../platform/database/transactions';
import type { Reading } from '../platform/database/tx';
import { Counting } from './counting';
import { ReportSheets } from './report-sheets';
import { Tallies } from './tallies';

/** Each sheet is counted as it reads now to tell what was corrected since. */
const pageSize = 20;

/** The list of the sheets that were stored. */
@Injectable()
export class StoredPages {
  constructor(
    private readonly transactions: Transactions,
    private readonly counting: Counting,
    private readonly sheets: ReportSheets,
    private readonly tallies: Tallies,
  ) {}

  /** The latest stored first. @param before the entry of the last sheet of the page before */
  async page(officeId: string, period: ScheduledPeriod | undefined, before: number | undefined): Promise<StoredSheetPage> {
    await this.counting.catchUp(officeId);
    return this.transactions.read(async (reading) => {
      const found = await this.sheets.storedBefore(reading, officeId, period, before ?? Number.MAX_SAFE_INTEGER, pageSize + 1);
      const shown = found.slice(0, pageSize);
      const sheets: StoredSheetPage['sheets'][number][] = [];
      for (const { row, view } of shown) sheets.push({ ...row, corrected: await this.corrected(reading, officeId, view) });
      return { sheets, next: found.length > pageSize ? sheets.at(-1)?.entry ?? null : null };
    });
  }

  private async corrected(reading: Reading, officeId: string, view: ReportView): Promise<number> {
    const now = await this.tallies.of(reading, officeId, view.span, {});
    const { all: _all, ...lines } = linesOf(now, []);
    const total = { value: '', now: figuresOf(now.filter(({ dimension }) => dimension === 'all')), before: view.total.before };
    // As the sheet itself tells them: by the hour nothing is shown on it.
    return correctionsOf(view, { total, lines }).filter(({ dimension }) => dimension !== 'hour').length;
  }
}
