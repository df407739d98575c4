import type { EmploymentState, Role, StaffMember } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit';
import { OfficeTime } from '../offices/office-time';
import { Clock } from '../platform/clock/clock';
import type { Tx } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import { Staff } from './staff';
import { StaffChanges } from './staff-changes';

/** What may change of an employment; what is left out stays. */
export interface EmploymentChange {
  readonly roles?: readonly Role[] | undefined;
  readonly state?: EmploymentState | undefined;
  readonly rosterPosition?: number | undefined;
  readonly weight?: number | undefined;
  readonly certifiedVisits?: boolean | undefined;
  readonly certifiedCalls?: boolean | undefined;
}

/** Who changes it: their id and their roles in the office. */
export interface Changer {
  readonly id: string;
  readonly roles: readonly Role[];
}

type Field = keyof EmploymentChange;
const columnOf = {
  roles: 'roles',
  state: 'state',
  rosterPosition: 'roster_position',
  weight: 'weight',
  certifiedVisits: 'certified_visits',
  certifiedCalls: 'certified_calls',
} as const satisfies Record<Field, string>;

/** Changes employments. Nothing is deleted: who leaves keeps a row and a name. */
@Injectable()
export class EmploymentChanges {
  constructor(
    private readonly clock: Clock,
    private readonly officeTime: OfficeTime,
    private readonly staff: Staff,
    private readonly changes: StaffChanges,
    private readonly audit: Audit,
  ) {}

  /**
   * Changes one employment and tells the other rooms.
   * @throws Problem 404 `person_not_found`, 403 `admin_only` where a manager touches an admin, 409 `last_admin`
   */
  async change(tx: Tx, officeId: string, personId: string, change: EmploymentChange, by: Changer): Promise<StaffMember> {
    // One change of an office's staff at a time, or two admins could each remove the other.
    await tx.run('UPDATE employment SET weight = weight WHERE office_id = ?', [officeId]);
    const before = await this.staff.member(tx, officeId, personId);
    const changed = (Object.keys(columnOf) as Field[]).filter((field) => change[field] !== undefined && !same(change[field], before[field]));
    if (changed.length === 0) return before;
    refuseOverreach(by.roles, [...before.roles, ...(change.roles ?? [])]);
    await this.write(tx, officeId, personId, changed, change);
    await this.refuseNoAdmin(tx, officeId);
    const data = { person: personId, changes: Object.fromEntries(changed.map((field) => [field, { from: before[field], to: change[field] }])) };
    await this.audit.record(tx, { officeId, personId: by.id, kind: 'employment_changed', data });
    await this.changes.tell(tx, officeId, personId);
    return this.staff.member(tx, officeId, personId);
  }

  private async write(tx: Tx, officeId: string, personId: string, changed: readonly Field[], change: EmploymentChange): Promise<void> {
    const values: Record<string, unknown> = {};
    for (const field of changed) values[columnOf[field]] = field === 'roles' ? JSON.stringify([...new Set(change.roles)]) : change[field];
    if (change.state) values['to_date'] = change.state === 'left' ? await this.officeTime.businessDate(tx, officeId, this.clock.now()) : null;
    const assignments = Object.keys(values).map((column) => `${column} = ?`).join(', ');
    await tx.run(`UPDATE employment SET ${assignments} WHERE office_id = ? AND person_id = ?`, [...Object.values(values), officeId, personId]);
  }

  private async refuseNoAdmin(tx: Tx, officeId: string): Promise<void> {
    const staff = await this.staff.people(tx, officeId);
    if (!staff.some(({ state, roles }) => state === 'active' && roles.includes('admin'))) throw new Problem('last_admin', 409);
  }
}

/**
 * Keeps managers from making admins, and from changing one.
 * @param touched roles somebody has or is to have
 * @throws Problem 403 `admin_only`
 */
export function refuseOverreach(own: readonly Role[], touched: readonly Role[]): void {
  if (touched.includes('admin') && !own.includes('admin')) throw new Problem('admin_only', 403);
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
