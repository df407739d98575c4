import type { EmploymentState, Role, StaffMember } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit';
import { OfficeTime } from '../offices/office-time';
import { Clock } from '../platform/clock/clock';
import { Ids } from '../platform/clock/ids';
import { isUniqueViolation } from '../platform/database/failures';
import type { Asking, Reading, Tx } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import { Employment } from './employment.entity';
import { Periods } from './periods';
import { StaffChanges } from './staff-changes';
import { Teams } from './teams';

/** An agent as the line needs them. `id` is the person's. */
export interface AgentRecord {
  readonly id: string;
  readonly name: string;
  readonly state: EmploymentState;
  readonly rosterPosition: number;
  readonly weight: number;
  readonly certifiedVisits: boolean;
  readonly certifiedCalls: boolean;
  /** The team or agency they are in; null where they are in none. */
  readonly team: string | null;
}

/** An employment that begins. What is left out: last on the roster, a full share of turns, certified for both. */
export interface NewEmployment {
  readonly officeId: string;
  readonly personId: string;
  readonly roles: readonly Role[];
  readonly rosterPosition?: number | undefined;
  readonly weight?: number | undefined;
  readonly certifiedVisits?: boolean | undefined;
  readonly certifiedCalls?: boolean | undefined;
  /** The team they begin in. */
  readonly team?: string | undefined;
  /** Who employs them; null where nobody signed in does (the demo, the first person of all). */
  readonly by: string | null;
  /** Kept with the period that begins. */
  readonly note?: string | undefined;
  /** Where a transfer brings them from. */
  readonly fromOfficeId?: string | undefined;
  /** When, in epoch ms; now if left out. */
  readonly at?: number | undefined;
}

interface StaffRow {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly pinyin: string;
  readonly initials: string;
  readonly roles: string;
  readonly state: EmploymentState;
  readonly roster_position: number;
  readonly weight: number;
  readonly certified_visits: number;
  readonly certified_calls: number;
  readonly from_date: string;
  readonly to_date: string | null;
  readonly certified_visits_on: string | null;
  readonly certified_calls_on: string | null;
  readonly state_since: string | null;
  readonly expected_until: string | null;
  readonly team: string | null;
  readonly team_since: string | null;
}

const tables = `employment e JOIN person p ON p.id = e.person_id
  LEFT JOIN employment_period q ON q.office_id = e.office_id AND q.person_id = e.person_id AND q.to_date IS NULL
  LEFT JOIN team_period t ON t.office_id = e.office_id AND t.person_id = e.person_id AND t.to_date IS NULL`;
const columns = `p.id, p.account, p.name, p.pinyin, p.initials, e.roles, e.state, e.roster_position, e.weight,
  e.certified_visits, e.certified_visits_on, e.certified_calls, e.certified_calls_on, e.from_date, e.to_date,
  q.from_date AS state_since, q.expected_until, t.team, t.from_date AS team_since`;

/** Who is employed in an office. */
@Injectable()
export class Staff {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly officeTime: OfficeTime,
    private readonly periods: Periods,
    private readonly teams: Teams,
    private readonly changes: StaffChanges,
    private readonly audit: Audit,
  ) {}

  /** The office's agents in roster order, also those on leave or gone: the line decides who stands in it. */
  async agents(reading: Reading, officeId: string): Promise<readonly AgentRecord[]> {
    const staff = await this.people(reading, officeId);
    return staff
      .filter(({ roles }) => roles.includes('agent'))
      .map(({ id, name, state, rosterPosition, weight, certifiedVisits, certifiedCalls, team }) => ({ id, name, state, rosterPosition, weight, certifiedVisits, certifiedCalls, team }));
  }

  /** Everybody ever employed in the office, in roster order. */
  async people(reading: Reading, officeId: string): Promise<readonly StaffMember[]> {
    const { rows } = await reading.run<StaffRow>(
      `SELECT ${columns} FROM ${tables} WHERE e.office_id = ? ORDER BY e.roster_position, p.pinyin, p.id`,
      [officeId],
    );
    return rows.map(memberOf);
  }

  /** What people of some offices are called, by id; whoever was never employed there is left out. */
  async names(reading: Asking, offices: readonly string[], ids: readonly string[]): Promise<Readonly<Record<string, string>>> {
    if (ids.length === 0 || offices.length === 0) return {};
    const { rows } = await reading.run<{ id: string; name: string }>(
      `SELECT p.id, p.name FROM employment e JOIN person p ON p.id = e.person_id WHERE e.office_id IN (${offices.map(() => '?').join(', ')}) AND e.person_id IN (${ids.map(() => '?').join(', ')})`, [...offices, ...ids]);
    return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
  }

  /** The last day of those who left the office or were transferred, and have not come back. */
  async gone(reading: Reading, officeId: string): Promise<ReadonlyMap<string, string>> {
    const { rows } = await reading.run<{ person_id: string; to_date: string }>("SELECT person_id, to_date FROM employment WHERE office_id = ? AND state IN ('left', 'transferred') AND to_date IS NOT NULL", [officeId]);
    return new Map(rows.map(({ person_id: person, to_date: date }) => [person, date]));
  }

  /** Every office a person has not left, and what they are there. */
  async employmentsOf(reading: Reading, personId: string): Promise<readonly { readonly officeId: string; readonly roles: readonly Role[] }[]> {
    const { rows } = await reading.run<{ office_id: string; roles: string }>("SELECT office_id, roles FROM employment WHERE person_id = ? AND state NOT IN ('left', 'transferred')", [personId]);
    return rows.map(({ office_id: officeId, roles }) => ({ officeId, roles: JSON.parse(roles) as Role[] }));
  }

  /**
   * One person of the office.
   * @throws Problem 404 `person_not_found`
   */
  async member(reading: Reading, officeId: string, personId: string): Promise<StaffMember> {
    const { rows } = await reading.run<StaffRow>(
      `SELECT ${columns} FROM ${tables} WHERE e.office_id = ? AND e.person_id = ?`,
      [officeId, personId],
    );
    if (!rows[0]) throw new Problem('person_not_found', 404);
    return memberOf(rows[0]);
  }

  /**
   * Employs a person in an office and tells the other rooms; who was gone is taken back under their old row.
   * @throws Problem 409 `already_employed`
   */
  async employ(tx: Tx, { officeId, personId, roles, rosterPosition, weight = 100, certifiedVisits = true, certifiedCalls = true, team, by, note, fromOfficeId, at = this.clock.now() }: NewEmployment): Promise<void> {
    const today = await this.officeTime.businessDate(tx, officeId, at);
    const employment: Employment = {
      id: this.ids.next(),
      officeId,
      personId,
      roles: [...new Set(roles)],
      state: 'active',
      fromDate: today,
      toDate: null,
      rosterPosition: rosterPosition ?? (await this.lastPosition(tx, officeId)) + 1,
      weight,
      certifiedVisits,
      certifiedVisitsOn: certifiedVisits ? today : null,
      certifiedCalls,
      certifiedCallsOn: certifiedCalls ? today : null,
    };
    if (!(await this.takenBack(tx, employment))) await this.begun(tx, employment);
    await this.periods.begin(tx, { officeId, personId, roles: employment.roles, state: 'active', note, otherOfficeId: fromOfficeId, by, at });
    if (team !== undefined) await this.teams.join(tx, { officeId, personId, team, from: today, today, by, at });
    await this.audit.record(tx, { officeId, personId: by, kind: 'person_employed', data: { person: personId, roles: employment.roles }, at });
    await this.changes.tell(tx, officeId, personId);
  }

  private async begun(tx: Tx, employment: Employment): Promise<void> {
    try {
      await tx.insert(Employment, [employment]);
    } catch (error) {
      throw isUniqueViolation(error) ? new Problem('already_employed', 409) : error;
    }
  }

  /** One row an office and person: whoever comes back has theirs already, with the first day of all. */
  private async takenBack(tx: Tx, { officeId, personId, roles, rosterPosition, weight, certifiedVisits, certifiedVisitsOn, certifiedCalls, certifiedCallsOn }: Employment): Promise<boolean> {
    const { affected } = await tx.run(
      `UPDATE employment SET state = 'active', to_date = NULL, roles = ?, roster_position = ?, weight = ?, certified_visits = ?, certified_visits_on = ?, certified_calls = ?, certified_calls_on = ?
       WHERE office_id = ? AND person_id = ? AND state IN ('left', 'transferred')`,
      [JSON.stringify(roles), rosterPosition, weight, Number(certifiedVisits), certifiedVisitsOn, Number(certifiedCalls), certifiedCallsOn, officeId, personId],
    );
    return affected > 0;
  }

  private async lastPosition(tx: Tx, officeId: string): Promise<number> {
    const { rows } = await tx.run<{ last: number | string | null }>('SELECT MAX(roster_position) AS last FROM employment WHERE office_id = ?', [officeId]);
    return Number(rows[0]?.last ?? 0);
  }
}

function memberOf(row: StaffRow): StaffMember {
  return {
    id: row.id,
    account: row.account,
    name: row.name,
    pinyin: row.pinyin,
    initials: row.initials,
    roles: JSON.parse(row.roles) as Role[],
    state: row.state,
    rosterPosition: row.roster_position,
    weight: row.weight,
    certifiedVisits: Boolean(row.certified_visits),
    certifiedCalls: Boolean(row.certified_calls),
    certifiedVisitsOn: row.certified_visits_on,
    certifiedCallsOn: row.certified_calls_on,
    fromDate: row.from_date,
    toDate: row.to_date,
    stateSince: row.state_since ?? row.from_date,
    expectedUntil: row.expected_until,
    team: row.team,
    teamSince: row.team_since,
  };
}
