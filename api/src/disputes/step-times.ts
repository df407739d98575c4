import type { DisputeStep } from '@lunjie/contracts';
import { clockOf } from '@lunjie/disputes';
import { afterWorkingMinutes, workingDayAfter } from '@lunjie/follow-up';
import type { Duration } from '@lunjie/policy';
import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { instantAfter, momentIn } from '../floor/office-moment';
import type { Scene } from '../floor/scene';
import { Holidays } from '../offices/holidays';

/** Until when a step of the ladder has time, in the office's working days and hours. */
@Injectable()
export class StepTimes {
  constructor(private readonly holidays: Holidays) {}

  /** When a step that begins now is over (epoch ms); null = no clock. */
  async dueAt(scene: Scene, step: DisputeStep): Promise<number | null> {
    const within = clockOf(step, scene.rules.policy.values);
    return within === null ? null : this.after(scene, within);
  }

  private async after({ tx, officeId, zone, now }: Scene, within: Duration): Promise<number> {
    const { amount, unit } = within;
    if (unit === 'second' || unit === 'week' || unit === 'month') return instantAfter(zone, now.at, within);
    const calendar = await this.holidays.calendar(tx, officeId);
    const { date, time } = momentIn(zone, now.at);
    const minute = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
    // Two days from Friday afternoon is Tuesday afternoon where the weekend is free.
    const due = unit === 'day' ? { date: workingDayAfter(calendar, date, amount), minute } : afterWorkingMinutes(calendar, { date, minute }, amount * (unit === 'hour' ? 60 : 1));
    return DateTime.fromISO(due.date, { zone }).plus({ minutes: due.minute }).toMillis();
  }
}
