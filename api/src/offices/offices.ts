import type { OfficeView } from '@lunjie/contracts';
import type { PolicyDocument } from '@lunjie/policy';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit';
import { Clock } from '../platform/clock/clock';
import { Ids } from '../platform/clock/ids';
import type { Reading, Tx } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import { Policies } from '../policies/policies';
import { Staff } from '../staff/staff';
import { Office } from './office.entity';

/** An office to open. The policy has passed `checkPolicy`. */
export interface NewOffice {
  readonly name: string;
  /** IANA name. */
  readonly timeZone: string;
  /** 'HH:MM' in the office's own time. */
  readonly opens: string | null;
  readonly closes: string | null;
  readonly policy: PolicyDocument;
  /** The person who creates it and becomes its first admin. */
  readonly by: string;
  /** When, in epoch ms; now if left out. */
  readonly at?: number | undefined;
}

@Injectable()
export class Offices {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly policies: Policies,
    private readonly staff: Staff,
    private readonly audit: Audit,
  ) {}

  /** Creates an office with its rules as version 1 and its creator as admin. */
  async create(tx: Tx, { name, timeZone, opens, closes, policy, by, at = this.clock.now() }: NewOffice): Promise<OfficeView> {
    const office = { id: this.ids.next(), name, timeZone, opens, closes };
    await tx.insert(Office, [{ ...office, createdAt: at }]);
    await this.audit.record(tx, { officeId: office.id, personId: by, kind: 'office_created', data: { timeZone, policy: policy.id }, at });
    await this.policies.publish(tx, { officeId: office.id, policy, note: '', by, at });
    await this.staff.employ(tx, { officeId: office.id, personId: by, roles: ['admin'], rosterPosition: 0, by, at });
    return office;
  }

  /**
   * One office.
   * @throws Problem 404 `office_not_found`
   */
  async office(reading: Reading, officeId: string): Promise<OfficeView> {
    const { rows } = await reading.run<OfficeRow>('SELECT id, name, time_zone, opens, closes FROM office WHERE id = ?', [officeId]);
    if (!rows[0]) throw new Problem('office_not_found', 404);
    return officeOf(rows[0]);
  }

  /** Every office, in the order they were created. */
  async all(reading: Reading): Promise<readonly OfficeView[]> {
    const { rows } = await reading.run<OfficeRow>('SELECT id, name, time_zone, opens, closes FROM office ORDER BY created_at, id');
    return rows.map(officeOf);
  }
}

interface OfficeRow {
  readonly id: string;
  readonly name: string;
  readonly time_zone: string;
  readonly opens: string | null;
  readonly closes: string | null;
}

function officeOf({ id, name, time_zone, opens, closes }: OfficeRow): OfficeView {
  return { id, name, timeZone: time_zone, opens, closes };
}
