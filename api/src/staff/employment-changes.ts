import { goneStates, type EmploymentState, type Role, type StaffMember } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit';
import { OfficeTime } from '../offices/office-time';
import { Clock } from '../platform/clock/clock';
import type { Tx } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import { Periods } from './periods';
import { Staff } from './staff';
import { StaffChanges } from './staff-changes';
import { Teams } from './teams';

/** What may change of an employment; what is left out stays. */
export interface EmploymentChange {
  readonly roles?: readonly Role[] | undefined;
  readonly state?: EmploymentState | undefined;
  readonly rosterPosition?: number | undefined;
  readonly weight?: number | undefined;
  readonly certifiedVisits?: boolean | undefined;
  readonly certifiedVisitsOn?: string | null | undefined;
  readonly certifiedCalls?: boolean | undefined;
  readonly certifiedCallsOn?: string | null | undefined;
  /** When a long leave is expected to end; null where nobody knows. */
  readonly expectedUntil?: string | null | undefined;
  /** The team they belong to; null = none. */
  readonly team?: string | null | undefined;
}

/** What is kept with the period a change begins. */
export interface ChangeRemarks {
  readonly note?: string | undefined;
  /** The first day in the team; today if left out. */
  readonly teamFrom?: string | undefined;
  /** The other office of a transfer. */
  readonly otherOfficeId?: string | undefined;
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
  certifiedVisitsOn: 'certified_visits_on',
  certifiedCalls: 'certified_calls',
  certifiedCallsOn: 'certified_calls_on',
} as const satisfies Record<Exclude<Field, 'expectedUntil' | 'team'>, string>;
const fields = [...Object.keys(columnOf), 'expectedUntil', 'team'] as Field[];

/** Changes employments. Nothing is deleted: who leaves keeps a row and a name, and every period stays readable. */
@Injectable()
export class EmploymentChanges {
  constructor(
    private readonly clock: Clock,
    private readonly officeTime: OfficeTime,
    private readonly staff: Staff,
    private readonly periods: Periods,
    private readonly teams: Teams,
    private readonly changes: StaffChanges,
    private readonly audit: Audit,
  ) {}

  /**
   * Changes one employment and tells the other rooms. New roles or another state begin a new period.
   * @throws Problem 404 `person_not_found`, 403 `admin_only` where a manager touches an admin, 409 `last_admin`,
   * 409 `gone_already` for who works here no more, 422 `leave_already_over`, `certified_in_future`, `team_in_future`, `team_before_last`; what another room
   * refuses, such as 409 `still_receiving`
   */
  async change(tx: Tx, officeId: string, personId: string, wanted: EmploymentChange, by: Changer, { teamFrom, ...remarks }: ChangeRemarks = {}): Promise<StaffMember> {
    await lockStaff(tx, officeId);
    const before = await this.staff.member(tx, officeId, personId);
    const at = this.clock.now();
    const today = await this.officeTime.businessDate(tx, officeId, at);
    const change = withDates(wanted, before, today);
    const changed = fields.filter((field) => change[field] !== undefined && !same(change[field], before[field]));
    if (changed.length === 0) return before;
    refuseOverreach(by.roles, [...before.roles, ...(change.roles ?? [])]);
    if (isGone(before.state) && change.state !== 'active') throw new Problem('gone_already', 409, { name: before.name });
    await this.write(tx, officeId, personId, changed, change, today);
    const { roles = before.roles, state = before.state, expectedUntil = before.expectedUntil } = change;
    if (changed.includes('roles') || changed.includes('state')) {
      await this.periods.begin(tx, { officeId, personId, roles, state, expectedUntil: state === 'long_leave' ? expectedUntil : null, ...remarks, by: by.id, at });
    } else if (changed.includes('expectedUntil')) await this.periods.expect(tx, officeId, personId, expectedUntil);
    if (changed.includes('team')) await this.teams.join(tx, { officeId, personId, team: change.team ?? null, from: teamFrom ?? today, today, by: by.id, at });
    await this.refuseNoAdmin(tx, officeId);
    const data = { person: personId, changes: Object.fromEntries(changed.map((field) => [field, { from: before[field], to: change[field] }])) };
    await this.audit.record(tx, { officeId, personId: by.id, kind: 'employment_changed', data });
    await this.changes.tell(tx, officeId, personId);
    return this.staff.member(tx, officeId, personId);
  }

  private async write(tx: Tx, officeId: string, personId: string, changed: readonly Field[], change: EmploymentChange, today: string): Promise<void> {
    const values: Record<string, unknown> = {};
    for (const field of changed) if (field !== 'expectedUntil' && field !== 'team') values[columnOf[field]] = field === 'roles' ? JSON.stringify([...new Set(change.roles)]) : change[field];
    if (change.state) values['to_date'] = isGone(change.state) ? today : null;
    const assignments = Object.keys(values).map((column) => `${column} = ?`).join(', ');
    if (assignments) await tx.run(`UPDATE employment SET ${assignments} WHERE office_id = ? AND person_id = ?`, [...Object.values(values), officeId, personId]);
  }

  private async refuseNoAdmin(tx: Tx, officeId: string): Promise<void> {
    const staff = await this.staff.people(tx, officeId);
    if (!staff.some(({ state, roles }) => state === 'active' && roles.includes('admin'))) throw new Problem('last_admin', 409);
  }
}

/** One change of an office's staff at a time, or two admins could each remove the other. */
export async function lockStaff(tx: Tx, officeId: string): Promise<void> {
  await tx.run('UPDATE employment SET weight = weight WHERE office_id = ?', [officeId]);
}

/**
 * Keeps managers from making admins, and from changing one.
 * @param touched roles somebody has or is to have
 * @throws Problem 403 `admin_only`
 */
export function refuseOverreach(own: readonly Role[], touched: readonly Role[]): void {
  if (touched.includes('admin') && !own.includes('admin')) throw new Problem('admin_only', 403);
}

function isGone(state: EmploymentState): boolean {
  return goneStates.includes(state);
}

/** The change with the dates that go with it: certified from today unless another day was said, and no day for who is not. */
function withDates(change: EmploymentChange, before: StaffMember, today: string): EmploymentChange {
  const state = change.state ?? before.state;
  const expectedUntil = state === 'long_leave' ? change.expectedUntil : change.state && before.expectedUntil !== null ? null : undefined;
  if (expectedUntil != null && expectedUntil < today) throw new Problem('leave_already_over', 422, { until: expectedUntil, today });
  return {
    ...change,
    expectedUntil,
    certifiedVisitsOn: certifiedOn(change.certifiedVisits, change.certifiedVisitsOn, before.certifiedVisits, today),
    certifiedCallsOn: certifiedOn(change.certifiedCalls, change.certifiedCallsOn, before.certifiedCalls, today),
  };
}

function certifiedOn(wanted: boolean | undefined, on: string | null | undefined, before: boolean, today: string): string | null | undefined {
  const certified = wanted ?? before;
  if (!certified) return wanted === undefined ? undefined : null;
  if (on != null && on > today) throw new Problem('certified_in_future', 422, { date: on, today });
  return on ?? (before ? undefined : today);
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
