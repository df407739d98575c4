import type { PoolPage, PoolRow, Role } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { Floors } from '../floor/floors';
import { momentIn } from '../floor/office-moment';
import { OfficeTime } from '../offices/office-time';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import { claimedOn, coolsDownUntil } from './pool';

export const poolPageSize = 50;

interface StayRow {
  readonly id: string;
  readonly customer_id: string;
  readonly label: string;
  readonly phone_last4: string | null;
  readonly grade: string | null;
  readonly since_at: number | string;
  readonly until_date: string | null;
  readonly previous_agent: string | null;
  readonly previous_name: string | null;
  readonly last_contact_at: number | string | null;
}

interface Reader {
  readonly id: string;
  readonly roles: readonly Role[];
}

/** The shared pool to look through: masked, longest in the pool first. */
@Injectable()
export class PoolPages {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly floors: Floors,
    private readonly officeTime: OfficeTime,
  ) {}

  /** @param after `next` of the page before */
  page(officeId: string, { id: reader, roles }: Reader, after: string | undefined, size = poolPageSize): Promise<PoolPage> {
    return this.transactions.read(async (reading) => {
      const zone = await this.officeTime.zone(reading, officeId);
      const now = momentIn(zone, this.clock.now());
      const { pool } = (await this.floors.now(reading, officeId)).rules.policy.values;
      const [sinceAt = 0, last = ''] = after?.split('.') ?? [];
      const { rows } = await reading.run<StayRow>(
        `SELECT s.id, s.customer_id, c.label, c.phone_last4, c.grade, s.since_at, s.until_date, s.previous_agent, p.name AS previous_name, c.last_contact_at
         FROM pool_stay s JOIN customer c ON c.id = s.customer_id LEFT JOIN person p ON p.id = s.previous_agent
         WHERE s.office_id = ? AND s.left_at IS NULL AND c.merged_into IS NULL AND (s.since_at > ? OR (s.since_at = ? AND s.id > ?)) ORDER BY s.since_at, s.id LIMIT ${size + 1}`,
        [officeId, Number(sinceAt), Number(sinceAt), last]);
      const manages = roles.some((role) => role === 'manager' || role === 'supervisor');
      const shown = rows.slice(0, size);
      const isAgent = roles.includes('agent');
      const before = isAgent && pool.grab_limit !== null ? await claimedOn(reading, officeId, reader, now.date) : 0;
      const tail = shown.at(-1);
      return {
        customers: shown.map((row): PoolRow => {
          const until = row.previous_agent === reader ? coolsDownUntil(Number(row.since_at), pool.cool_down, zone) : null;
          return {
            customer: row.customer_id, label: row.label, phoneMasked: row.phone_last4 === null ? null : `*** **** ${row.phone_last4}`, grade: row.grade, since: Number(row.since_at), untilDate: row.until_date,
            previous: manages && row.previous_agent !== null ? { id: row.previous_agent, name: row.previous_name ?? '' } : null,
            lastContactAt: row.last_contact_at === null ? null : Number(row.last_contact_at), coolsDownUntil: until !== null && until > now.at ? until : null,
          };
        }),
        next: rows.length > size && tail ? `${Number(tail.since_at)}.${tail.id}` : null,
        who: pool.who, mayClaim: (pool.who === 'agents' && isAgent) || (pool.who !== 'nobody' && roles.includes('manager')),
        leftToday: isAgent && pool.grab_limit !== null ? Math.max(0, pool.grab_limit - before) : null,
      };
    });
  }
}
