import type { EveningClosing, EveningFigures, LaterEntry } from '@lunjie/contracts';
import { meetingRefusal } from '@lunjie/evening';
import { Injectable } from '@nestjs/common';
import type { Scene } from '../floor/scene';
import type { Reading } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';

interface MeetingRow {
  readonly closed_at: number | string;
  readonly closed_by: string;
  readonly name: string | null;
  readonly entry_number: number | string;
  readonly digest: string;
  readonly figures: string;
}

interface LaterRow {
  readonly number: number | string;
  readonly at: number | string;
  readonly kind: string;
  readonly by_person: string | null;
  readonly name: string | null;
}

const mostLater = 200;

/** The sheet lies on the table where everybody sits: what tells of a check nobody has published is not on it. */
const but = "AND NOT (e.kind IN ('check_entered', 'check_corrected') AND EXISTS (SELECT 1 FROM site_check k WHERE k.id = e.subject_id AND k.published_entry IS NULL))";

/** How a day stands towards its evening meeting. */
@Injectable()
export class EveningDays {
  /** How the day's meeting was closed; null where it is not. */
  async closing(reading: Reading, officeId: string, date: string): Promise<EveningClosing | null> {
    const { rows: [row] } = await reading.run<MeetingRow>(
      'SELECT m.closed_at, m.closed_by, p.name, m.entry_number, m.digest, m.figures FROM evening_meeting m LEFT JOIN person p ON p.id = m.closed_by WHERE m.office_id = ? AND m.business_date = ?', [officeId, date]);
    return row ? {
      at: Number(row.closed_at), by: { id: row.closed_by, name: row.name ?? '' }, entry: Number(row.entry_number), digest: row.digest, figures: JSON.parse(row.figures) as EveningFigures,
    } : null;
  }

  /** Whether the office opened that day. */
  async wasOpened(reading: Reading, officeId: string, date: string): Promise<boolean> {
    const { rows } = await reading.run("SELECT seq FROM turn_posting WHERE office_id = ? AND agent_id IS NULL AND business_date = ? AND kind = 'day_opened' LIMIT 1", [officeId, date]);
    return rows.length > 0;
  }

  /** @throws Problem 409 `evening_already_closed`, `evening_not_yet`, `evening_no_day` */
  async mustBeOpen({ tx, officeId, now }: Scene, date: string): Promise<void> {
    const closing = await this.closing(tx, officeId, date);
    const refusal = meetingRefusal({ date, today: now.date, wasOpened: await this.wasOpened(tx, officeId, date), isClosed: closing !== null });
    if (refusal !== null) throw new Problem(refusal, 409, closing === null ? {} : { name: closing.by.name, entry: closing.entry });
  }

  /**
   * Entries for the day behind its digest: the rest of that day's, and later ones about its visits (corrections, forms
   * filled in late). The next opening bounds the first, so that an old day is read as fast as yesterday.
   */
  async later(reading: Reading, officeId: string, date: string, digested: number): Promise<readonly LaterEntry[]> {
    const { rows: [next] } = await reading.run<{ entry_number: number | string }>(
      'SELECT entry_number FROM turn_posting WHERE office_id = ? AND agent_id IS NULL AND business_date > ? ORDER BY business_date, seq LIMIT 1', [officeId, date]);
    const { rows } = await reading.run<LaterRow>(
      `SELECT e.number, e.at, e.kind, e.by_person, p.name FROM register_entry e LEFT JOIN person p ON p.id = e.by_person
         WHERE e.office_id = ? AND e.number > ? AND e.number <= ? AND e.business_date = ? ${but}
       UNION SELECT e.number, e.at, e.kind, e.by_person, p.name FROM visit v JOIN register_entry e ON e.office_id = v.office_id AND e.subject_id = v.id LEFT JOIN person p ON p.id = e.by_person
         WHERE v.office_id = ? AND v.business_date = ? AND e.number > ?
       ORDER BY number LIMIT ${mostLater}`,
      [officeId, digested, next ? Number(next.entry_number) : Number.MAX_SAFE_INTEGER, date, officeId, date, digested]);
    return rows.map((row) => ({ entry: Number(row.number), at: Number(row.at), kind: row.kind, by: row.by_person === null ? null : { id: row.by_person, name: row.name ?? '' } }));
  }
}
