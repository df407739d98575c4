import type { VisitRow } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { momentIn } from '../floor/office-moment';
import { OfficeTime } from '../offices/office-time';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import { spell } from '../staff/spelling';
import { Visits } from './visits';

function matches(row: VisitRow, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  const names = [row.customerLabel, row.receiver?.name ?? ''];
  return names.some((name) => name.toLowerCase().includes(wanted) || spell(name).pinyin.startsWith(wanted) || spell(name).initials.startsWith(wanted))
    || (row.phoneMasked?.endsWith(wanted) ?? false);
}

/** The day's register of visits (来访登记). */
@Injectable()
export class DaysRegister {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly visits: Visits,
    private readonly officeTime: OfficeTime,
  ) {}

  /** @param date the office's today where none is given */
  day(officeId: string, date: string | undefined, search: string | undefined): Promise<{ readonly date: string; readonly rows: readonly VisitRow[] }> {
    return this.transactions.read(async (reading) => {
      const day = date ?? momentIn(await this.officeTime.zone(reading, officeId), this.clock.now()).date;
      const rows = (await this.visits.ofDay(reading, officeId, day)).map((visit) => visit.row);
      return { date: day, rows: search ? rows.filter((row) => matches(row, search)) : rows };
    });
  }
}
