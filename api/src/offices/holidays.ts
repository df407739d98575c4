import type { Holiday as HolidayView, HolidayYear } from '@lunjie/contracts';
import { workingCalendar, type WorkingCalendar } from '@lunjie/follow-up';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit';
import { Ids } from '../platform/clock/ids';
import type { Reading, Tx } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import { Holiday } from './holiday.entity';
import { Offices } from './offices';

/** The days an office is closed though its week says open, and the other way round. */
@Injectable()
export class Holidays {
  constructor(
    private readonly ids: Ids,
    private readonly offices: Offices,
    private readonly audit: Audit,
  ) {}

  async of(reading: Reading, officeId: string, year: number): Promise<HolidayYear> {
    const { rows } = await reading.run<HolidayView>('SELECT date, kind, name FROM holiday WHERE office_id = ? AND date >= ? AND date <= ? ORDER BY date', [officeId, `${year}-01-01`, `${year}-12-31`]);
    return { year, days: rows.map(({ date, kind, name }) => ({ date, kind, name })) };
  }

  /**
   * Replaces a year's days.
   * @throws Problem 400 `holiday_elsewhere`, `holiday_twice`
   */
  async set(tx: Tx, officeId: string, { year, days }: HolidayYear, by: string): Promise<HolidayYear> {
    const elsewhere = days.find(({ date }) => !date.startsWith(`${year}-`));
    if (elsewhere) throw new Problem('holiday_elsewhere', 400, { date: elsewhere.date, year });
    const twice = days.find(({ date }, index) => days.findIndex((other) => other.date === date) !== index);
    if (twice) throw new Problem('holiday_twice', 400, { date: twice.date });
    // The office's row is the lock: two who write the same year do so one after the other.
    await tx.run('UPDATE office SET name = name WHERE id = ?', [officeId]);
    const before = await this.of(tx, officeId, year);
    const after = days.toSorted((a, b) => (a.date < b.date ? -1 : 1)).map(({ date, kind, name }) => ({ date, kind, name }));
    if (JSON.stringify(before.days) === JSON.stringify(after)) return before;
    await tx.run('DELETE FROM holiday WHERE office_id = ? AND date >= ? AND date <= ?', [officeId, `${year}-01-01`, `${year}-12-31`]);
    await tx.insert(Holiday, after.map((day): Holiday => ({ id: this.ids.next(), officeId, ...day })));
    await this.audit.record(tx, { officeId, personId: by, kind: 'holidays_changed', data: { year, from: before.days, to: after } });
    return { year, days: after };
  }

  /** When the office works, for whoever counts working days and hours: its week, its hours, and every holiday it has. */
  async calendar(reading: Reading, officeId: string): Promise<WorkingCalendar> {
    const { restDays, opens, closes } = await this.offices.office(reading, officeId);
    const { rows } = await reading.run<HolidayView>('SELECT date, kind, name FROM holiday WHERE office_id = ?', [officeId]);
    return workingCalendar({ restDays, opens, closes, holidays: rows });
  }
}
