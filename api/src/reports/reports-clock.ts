import { Injectable } from '@nestjs/common';
import { DueWork } from '../jobs/due-work';
import { OfficesClock } from '../jobs/offices-clock';
import { Transactions } from '../platform/database/transactions';
import { Counting } from './counting';

/** How often the offices' registers are counted on (ms): an office's own sheet counts when it is read, the company's is this old at most. */
const every = 5 * 60_000;

/** Counts what the registers told since. The mark is the truth: a restart or a second process loses and doubles nothing. */
@Injectable()
export class ReportsClock extends OfficesClock {
  constructor(due: DueWork, transactions: Transactions, private readonly counting: Counting) {
    super('reports', every, due, transactions);
  }

  officeDue(officeId: string, goesOn: () => boolean): Promise<number> {
    return this.counting.catchUp(officeId, goesOn);
  }

  /** Offices whose register tells more than was counted. */
  protected override async offices(): Promise<readonly string[]> {
    const { rows } = await this.transactions.read((reading) => reading.run<{ office_id: string }>(
      'SELECT f.office_id FROM floor f LEFT JOIN report_mark m ON m.office_id = f.office_id WHERE m.entry_number IS NULL OR m.entry_number < f.entry_number ORDER BY f.office_id'));
    return rows.map(({ office_id }) => office_id);
  }
}
