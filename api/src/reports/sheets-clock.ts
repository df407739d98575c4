import { Injectable } from '@nestjs/common';
import { DueWork } from '../jobs/due-work';
import { OfficesClock } from '../jobs/offices-clock';
import { Transactions } from '../platform/database/transactions';
import { ReportSheets } from './report-sheets';

/** How often the offices' clocks look for sheets that are due (ms). */
const every = 60_000;

/** Stores the offices' sheets when they are due. The unique row of a period is the truth: a restart or a second process makes none twice. */
@Injectable()
export class SheetsClock extends OfficesClock {
  constructor(due: DueWork, transactions: Transactions, private readonly sheets: ReportSheets) {
    super('report-sheets', every, due, transactions);
  }

  officeDue(officeId: string, goesOn: () => boolean): Promise<number> {
    return this.sheets.makeDue(officeId, goesOn);
  }
}
