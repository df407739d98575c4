import type { CallsView } from '@lunjie/contracts';
import { nextForCall } from '@lunjie/rotation';
import { Injectable } from '@nestjs/common';
import { Floors } from '../floor/floors';
import { momentIn } from '../floor/office-moment';
import { heldByFollowUps } from '../follow-up/held-agents';
import { OfficeTime } from '../offices/office-time';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import { Staff } from '../staff/staff';
import { CallRows } from './call-rows';

/** The day's register of calls, and whose turn the next one is. */
@Injectable()
export class DaysCalls {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly officeTime: OfficeTime,
    private readonly floors: Floors,
    private readonly staff: Staff,
    private readonly rows: CallRows,
  ) {}

  /** @param date the office's today where none is given; @param own only this agent's calls, null = all */
  day(officeId: string, date: string | undefined, own: string | null): Promise<CallsView> {
    return this.transactions.read(async (reading) => {
      const now = momentIn(await this.officeTime.zone(reading, officeId), this.clock.now());
      const { floor, rules } = await this.floors.now(reading, officeId);
      const { register, phone } = rules.policy.values;
      const next = floor.day.open && floor.day.date === now.date ? nextForCall(floor, rules, now, await heldByFollowUps(reading, officeId, rules, now.at)) : null;
      const up = next === null ? undefined : (await this.staff.agents(reading, officeId)).find(({ id }) => id === next);
      return {
        date: date ?? now.date, up: up ? { id: up.id, name: up.name } : null, requiredFields: register.required_fields.call, maxRings: phone.max_rings, maxMinutes: phone.max_minutes,
        rows: await this.rows.ofDay(reading, officeId, date ?? now.date, own),
      };
    });
  }
}
