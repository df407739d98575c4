import type { EmploymentPeriod as PeriodView, EmploymentState, Role } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { OfficeTime } from '../offices/office-time';
import { Ids } from '../platform/clock/ids';
import type { Reading, Tx } from '../platform/database/tx';
import { EmploymentPeriod } from './employment-period.entity';

/** A period that begins. */
export interface NewPeriod {
  readonly officeId: string;
  readonly personId: string;
  readonly roles: readonly Role[];
  readonly state: EmploymentState;
  readonly note?: string | undefined;
  readonly expectedUntil?: string | null | undefined;
  /** The other office of a transfer. */
  readonly otherOfficeId?: string | null | undefined;
  readonly by: string | null;
  /** Epoch ms. */
  readonly at: number;
}

interface PeriodRow {
  readonly id: string;
  readonly roles: string;
  readonly state: EmploymentState;
  readonly from_date: string;
  readonly to_date: string | null;
  readonly expected_until: string | null;
  readonly note: string;
  readonly office_name: string | null;
  readonly by_person: string | null;
  readonly by_name: string | null;
}

/** The history of employments: a change ends one period and begins the next. */
@Injectable()
export class Periods {
  constructor(
    private readonly ids: Ids,
    private readonly officeTime: OfficeTime,
  ) {}

  /** Begins a period; the one that lasted ends on the same day. */
  async begin(tx: Tx, { officeId, personId, roles, state, note = '', expectedUntil = null, otherOfficeId = null, by, at }: NewPeriod): Promise<void> {
    const today = await this.officeTime.businessDate(tx, officeId, at);
    await tx.run('UPDATE employment_period SET to_date = ? WHERE office_id = ? AND person_id = ? AND to_date IS NULL', [today, officeId, personId]);
    const period: EmploymentPeriod = {
      id: this.ids.next(), officeId, personId, roles: [...new Set(roles)], state, fromDate: today, toDate: null, expectedUntil, note, otherOfficeId, byPerson: by, createdAt: at,
    };
    await tx.insert(EmploymentPeriod, [period]);
  }

  /** Expects the long leave that lasts to end on another day. */
  async expect(tx: Tx, officeId: string, personId: string, until: string | null): Promise<void> {
    await tx.run('UPDATE employment_period SET expected_until = ? WHERE office_id = ? AND person_id = ? AND to_date IS NULL', [until, officeId, personId]);
  }

  /** Everything somebody was in the office, newest first. */
  async of(reading: Reading, officeId: string, personId: string): Promise<readonly PeriodView[]> {
    const { rows } = await reading.run<PeriodRow>(
      `SELECT q.id, q.roles, q.state, q.from_date, q.to_date, q.expected_until, q.note, o.name AS office_name, q.by_person, p.name AS by_name
       FROM employment_period q LEFT JOIN office o ON o.id = q.other_office_id LEFT JOIN person p ON p.id = q.by_person
       WHERE q.office_id = ? AND q.person_id = ? ORDER BY q.created_at DESC, q.id DESC`,
      [officeId, personId],
    );
    return rows.map((row) => ({
      id: row.id, roles: JSON.parse(row.roles) as Role[], state: row.state, fromDate: row.from_date, toDate: row.to_date, expectedUntil: row.expected_until,
      note: row.note, otherOffice: row.office_name, by: row.by_person === null ? null : { id: row.by_person, name: row.by_name ?? '' },
    }));
  }

  /** What everybody of the office was on a day, by person; of a day on which it changed, what they became. */
  async on(reading: Reading, officeId: string, date: string): Promise<ReadonlyMap<string, Pick<PeriodView, 'state' | 'roles'>>> {
    const { rows } = await reading.run<Pick<PeriodRow, 'state' | 'roles'> & { readonly person_id: string }>(
      'SELECT person_id, state, roles FROM employment_period WHERE office_id = ? AND from_date <= ? AND (to_date IS NULL OR to_date > ?) ORDER BY created_at, id', [officeId, date, date]);
    return new Map(rows.map(({ person_id: person, state, roles }) => [person, { state, roles: JSON.parse(roles) as Role[] }]));
  }
}
