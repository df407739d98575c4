import { goneStates, type OfficeChange, type OfficeRow as OfficeRowView, type OfficeView, type Weekday } from '@lunjie/contracts';
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
    await tx.insert(Office, [{ ...office, restDays: null, createdAt: at }]);
    await this.audit.record(tx, { officeId: office.id, personId: by, kind: 'office_created', data: { timeZone, policy: policy.id }, at });
    await this.policies.publish(tx, { officeId: office.id, policy, note: '', by, at });
    await this.staff.employ(tx, { officeId: office.id, personId: by, roles: ['admin'], rosterPosition: 0, by, at });
    return { ...office, restDays: [] };
  }

  /**
   * One office.
   * @throws Problem 404 `office_not_found`
   */
  async office(reading: Reading, officeId: string): Promise<OfficeView> {
    const { rows } = await reading.run<OfficeRow>(`SELECT ${columns} FROM office WHERE id = ?`, [officeId]);
    if (!rows[0]) throw new Problem('office_not_found', 404);
    return officeOf(rows[0]);
  }

  /** Every office, in the order they were created. */
  async all(reading: Reading): Promise<readonly OfficeView[]> {
    const { rows } = await reading.run<OfficeRow>(`SELECT ${columns} FROM office ORDER BY created_at, id`);
    return rows.map(officeOf);
  }

  /**
   * The offices somebody works in, in the order they were created.
   * @param adminOf where they are told how many people there are
   */
  async mine(reading: Reading, personId: string, adminOf: readonly string[]): Promise<readonly OfficeRowView[]> {
    const { rows } = await reading.run<{ office_id: string }>("SELECT office_id FROM employment WHERE person_id = ? AND state = 'active'", [personId]);
    const mine = new Set(rows.map(({ office_id }) => office_id));
    const offices = (await this.all(reading)).filter(({ id }) => mine.has(id));
    const told: OfficeRowView[] = [];
    for (const office of offices) told.push({ ...office, staff: adminOf.includes(office.id) ? await this.staffOf(reading, office.id) : null });
    return told;
  }

  /**
   * Changes name, hours or rest days. The time zone never changes: the office's days are counted with it.
   * @throws Problem 400 `closes_before_opening`
   */
  async change(tx: Tx, officeId: string, change: OfficeChange, by: string): Promise<OfficeView> {
    await tx.run('UPDATE office SET name = name WHERE id = ?', [officeId]);
    const before = await this.office(tx, officeId);
    // A field the request left out is there and undefined.
    const { name = before.name, opens = before.opens, closes = before.closes, restDays = before.restDays } = change;
    const after: OfficeView = { ...before, name, opens, closes, restDays };
    if (after.opens !== null && after.closes !== null && after.opens >= after.closes) throw new Problem('closes_before_opening', 400, { opens: after.opens, closes: after.closes });
    const changed = (['name', 'opens', 'closes', 'restDays'] as const).filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
    if (changed.length === 0) return before;
    await tx.run('UPDATE office SET name = ?, opens = ?, closes = ?, rest_days = ? WHERE id = ?', [after.name, after.opens, after.closes, JSON.stringify(after.restDays), officeId]);
    const data = { changes: Object.fromEntries(changed.map((field) => [field, { from: before[field], to: after[field] }])) };
    await this.audit.record(tx, { officeId, personId: by, kind: 'office_changed', data });
    return after;
  }

  private async staffOf(reading: Reading, officeId: string): Promise<NonNullable<OfficeRowView['staff']>> {
    const staff = await this.staff.people(reading, officeId);
    const active = staff.filter(({ state }) => state === 'active');
    return {
      active: active.length,
      agents: active.filter(({ roles }) => roles.includes('agent')).length,
      onLeave: staff.filter(({ state }) => state === 'long_leave').length,
      gone: staff.filter(({ state }) => goneStates.includes(state)).length,
    };
  }
}

const columns = 'id, name, time_zone, opens, closes, rest_days';

interface OfficeRow {
  readonly id: string;
  readonly name: string;
  readonly time_zone: string;
  readonly opens: string | null;
  readonly closes: string | null;
  readonly rest_days: string | null;
}

function officeOf({ id, name, time_zone, opens, closes, rest_days }: OfficeRow): OfficeView {
  return { id, name, timeZone: time_zone, opens, closes, restDays: rest_days === null ? [] : JSON.parse(rest_days) as Weekday[] };
}
