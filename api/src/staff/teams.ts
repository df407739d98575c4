import type { TeamPeriod as PeriodView } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { Ids } from '../platform/clock/ids';
import type { Reading, Tx } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import { TeamPeriod } from './team-period.entity';

/** Somebody joins a team, or none. */
export interface Joining {
  readonly officeId: string;
  readonly personId: string;
  readonly team: string | null;
  /** Business date of the first day in it. */
  readonly from: string;
  /** Business date. */
  readonly today: string;
  readonly by: string | null;
  /** Epoch ms. */
  readonly at: number;
}

interface PeriodRow {
  readonly id: string;
  readonly team: string | null;
  readonly from_date: string;
  readonly to_date: string | null;
  readonly by_person: string | null;
  readonly by_name: string | null;
}

/** Who is in which team of an office, and was on any day. A team is its name; nothing that was is changed. */
@Injectable()
export class Teams {
  constructor(private readonly ids: Ids) {}

  /**
   * Begins a time in a team; the one that lasted ends on the same day.
   * @throws Problem 422 `team_in_future`, `team_before_last` for a day before the present team's first
   */
  async join(tx: Tx, { officeId, personId, team, from, today, by, at }: Joining): Promise<void> {
    if (from > today) throw new Problem('team_in_future', 422, { date: from, today });
    const { rows: [last] } = await tx.run<{ from_date: string }>('SELECT from_date FROM team_period WHERE office_id = ? AND person_id = ? AND to_date IS NULL', [officeId, personId]);
    if (last !== undefined && from < last.from_date) throw new Problem('team_before_last', 422, { date: from, since: last.from_date });
    await tx.run('UPDATE team_period SET to_date = ? WHERE office_id = ? AND person_id = ? AND to_date IS NULL', [from, officeId, personId]);
    const period: TeamPeriod = { id: this.ids.next(), officeId, personId, team, fromDate: from, toDate: null, byPerson: by, createdAt: at };
    await tx.insert(TeamPeriod, [period]);
  }

  /** Everybody's team on a business date, by person; who was in none is left out. */
  async on(reading: Reading, officeId: string, date: string): Promise<ReadonlyMap<string, string>> {
    const { rows } = await reading.run<{ person_id: string; team: string }>(
      'SELECT person_id, team FROM team_period WHERE office_id = ? AND team IS NOT NULL AND from_date <= ? AND (to_date IS NULL OR to_date > ?)', [officeId, date, date]);
    return new Map(rows.map(({ person_id: person, team }) => [person, team]));
  }

  /** Somebody's team on a business date; null where they were in none. */
  async of(reading: Reading, officeId: string, personId: string, date: string): Promise<string | null> {
    return (await this.on(reading, officeId, date)).get(personId) ?? null;
  }

  /** Everybody's team on any business date, read once; '' where they were in none. */
  async always(reading: Reading, officeId: string): Promise<(personId: string, date: string) => string> {
    const { rows } = await reading.run<{ person_id: string; team: string | null; from_date: string; to_date: string | null }>('SELECT person_id, team, from_date, to_date FROM team_period WHERE office_id = ?', [officeId]);
    return (personId, date) => rows.find((row) => row.person_id === personId && row.from_date <= date && (row.to_date === null || row.to_date > date))?.team ?? '';
  }

  /** Who joined a team, or none, since an instant (epoch ms), and from which day on. */
  async joinedSince(reading: Reading, officeId: string, at: number): Promise<readonly { readonly person: string; readonly from: string }[]> {
    const { rows } = await reading.run<{ person_id: string; from_date: string }>('SELECT person_id, from_date FROM team_period WHERE office_id = ? AND created_at >= ?', [officeId, at]);
    return rows.map(({ person_id: person, from_date: from }) => ({ person, from }));
  }

  /** Every team somebody was in, newest first. */
  async history(reading: Reading, officeId: string, personId: string): Promise<readonly PeriodView[]> {
    const { rows } = await reading.run<PeriodRow>(
      `SELECT t.id, t.team, t.from_date, t.to_date, t.by_person, p.name AS by_name FROM team_period t LEFT JOIN person p ON p.id = t.by_person
       WHERE t.office_id = ? AND t.person_id = ? ORDER BY t.from_date DESC, t.created_at DESC`, [officeId, personId]);
    return rows.map((row) => ({ id: row.id, team: row.team, fromDate: row.from_date, toDate: row.to_date, by: row.by_person === null ? null : { id: row.by_person, name: row.by_name ?? '' } }));
  }
}
