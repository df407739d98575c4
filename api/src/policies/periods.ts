import type { PolicyPeriodRequest, PolicyPeriodRow } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit';
import { OfficeTime } from '../offices/office-time';
import { Clock } from '../platform/clock/clock';
import { Ids } from '../platform/clock/ids';
import type { Reading } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { Writes } from '../platform/idempotency/writes';
import { Policies } from './policies';
import { PolicyPeriod } from './policy-period.entity';

interface PeriodRow {
  readonly id: string;
  readonly from_date: string;
  readonly to_date: string;
  readonly version: number;
  readonly note: string;
  readonly created_at: number | string;
  readonly created_by: string;
  readonly creator: string | null;
  readonly cancelled_at: number | string | null;
  readonly cancelled_by: string | null;
  readonly canceller: string | null;
}

/** Date ranges that carry another policy: a fair, an opening (P108). */
@Injectable()
export class Periods {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly writes: Writes,
    private readonly policies: Policies,
    private readonly officeTime: OfficeTime,
    private readonly audit: Audit,
  ) {}

  /** Every period, cancelled ones too, the latest first. */
  async all(reading: Reading, officeId: string): Promise<readonly PolicyPeriodRow[]> {
    const { rows } = await reading.run<PeriodRow>(
      `SELECT d.id, d.from_date, d.to_date, d.version, d.note, d.created_at, d.created_by, c.name AS creator, d.cancelled_at, d.cancelled_by, k.name AS canceller
       FROM policy_period d LEFT JOIN person c ON c.id = d.created_by LEFT JOIN person k ON k.id = d.cancelled_by
       WHERE d.office_id = ? ORDER BY d.from_date DESC, d.created_at DESC, d.id DESC`, [officeId]);
    const today = await this.officeTime.businessDate(reading, officeId, this.clock.now());
    const periods: PolicyPeriodRow[] = [];
    for (const row of rows) {
      const { policy } = await this.policies.version(reading, officeId, row.version);
      periods.push({
        id: row.id, fromDate: row.from_date, toDate: row.to_date, version: row.version, note: row.note, policyName: policy.name,
        createdAt: Number(row.created_at), createdBy: { id: row.created_by, name: row.creator ?? '' },
        cancelledAt: row.cancelled_at === null ? null : Number(row.cancelled_at),
        cancelledBy: row.cancelled_by === null ? null : { id: row.cancelled_by, name: row.canceller ?? '' },
        state: row.cancelled_at !== null ? 'cancelled' : row.to_date < today ? 'over' : row.from_date <= today ? 'running' : 'coming',
      });
    }
    return periods;
  }

  /**
   * Gives business dates another version. What was decided on them before stands.
   * @throws Problem 422 `period_backwards`, 422 `period_in_past`, 409 `period_overlaps`, 404 `policy_missing`
   */
  add(write: WriteContext, { fromDate, toDate, version, note }: PolicyPeriodRequest): Promise<PolicyPeriodRow> {
    const { officeId, personId } = write;
    if (fromDate > toDate) throw new Problem('period_backwards', 422, { fromDate, toDate });
    return this.writes.run(write, async (tx) => {
      const now = this.clock.now();
      const today = await this.officeTime.businessDate(tx, officeId, now);
      if (fromDate < today) throw new Problem('period_in_past', 422, { fromDate, today });
      await this.policies.version(tx, officeId, version);
      // Two at once for the same dates must see each other.
      await tx.lock('SELECT id FROM office WHERE id = ?', [officeId]);
      const { rows } = await tx.run<{ from_date: string; to_date: string }>(
        'SELECT from_date, to_date FROM policy_period WHERE office_id = ? AND to_date >= ? AND from_date <= ? AND cancelled_at IS NULL ORDER BY from_date LIMIT 1',
        [officeId, fromDate, toDate]);
      if (rows[0]) throw new Problem('period_overlaps', 409, { fromDate: rows[0].from_date, toDate: rows[0].to_date });
      const id = this.ids.next();
      await tx.insert(PolicyPeriod, [{ id, officeId, fromDate, toDate, version, note, createdAt: now, createdBy: personId, cancelledAt: null, cancelledBy: null }]);
      await this.audit.record(tx, { officeId, personId, kind: 'policy_period_set', data: { period: id, fromDate, toDate, version }, at: now });
      return this.one(tx, officeId, id);
    });
  }

  /**
   * Cancels a period that is not over; one that runs ends at once. It stays readable.
   * @throws Problem 404 `period_not_found`, 409 `period_over`
   */
  cancel(write: WriteContext, id: string): Promise<PolicyPeriodRow> {
    const { officeId, personId } = write;
    return this.writes.run(write, async (tx) => {
      const now = this.clock.now();
      const today = await this.officeTime.businessDate(tx, officeId, now);
      const { affected } = await tx.run(
        'UPDATE policy_period SET cancelled_at = ?, cancelled_by = ? WHERE id = ? AND office_id = ? AND to_date >= ? AND cancelled_at IS NULL', [now, personId, id, officeId, today]);
      const period = await this.one(tx, officeId, id);
      if (affected === 0) throw new Problem('period_over', 409, { toDate: period.toDate });
      await this.audit.record(tx, { officeId, personId, kind: 'policy_period_cancelled', data: { period: id }, at: now });
      return period;
    });
  }

  private async one(reading: Reading, officeId: string, id: string): Promise<PolicyPeriodRow> {
    const period = (await this.all(reading, officeId)).find((each) => each.id === id);
    if (!period) throw new Problem('period_not_found', 404);
    return period;
  }
}
