import type { Notice, ReminderState } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock';
import { Ids } from '../platform/clock/ids';
import type { Reading, Tx } from '../platform/database/tx';
import { Reminder } from './reminder.entity';
import { mailOutlet } from './reminder-outlets';

/** A notice that is to leave the console. */
export interface Wanted {
  readonly personId: string;
  readonly outlet: string;
  readonly notice: Pick<Notice, 'id' | 'kind' | 'at' | 'subject'>;
}

/** What the rows lack of what is wanted, and what they hold too much. */
export interface Difference {
  readonly fresh: readonly Wanted[];
  /** Ids of rows withdrawn earlier whose notice holds again. */
  readonly again: readonly string[];
  /** Ids of rows nobody has tried to send yet whose notice no longer holds. */
  readonly over: readonly string[];
}

/** What a reminder is known by. */
export const keyOf = (personId: string, outlet: string, noticeId: string): string => `${personId}\n${outlet}\n${noticeId}`;
/** How long a mail waits for what comes about with it (ms): what happens within minutes is one mail, see decision 20. */
export const mailGathers = 3 * 60_000;
const waitOf = (outlet: string): number => outlet === mailOutlet ? mailGathers : 0;
/** Parameters of one statement. */
const atOnce = 200;

/** The rows of reminders: one a person, outlet and notice, held to by a unique index. */
@Injectable()
export class ReminderRows {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async difference(reading: Reading, officeId: string, wanted: readonly Wanted[]): Promise<Difference> {
    const fresh = new Map(wanted.map((one) => [keyOf(one.personId, one.outlet, one.notice.id), one]));
    const holds = new Set(fresh.keys());
    const again: string[] = [];
    const people = [...new Set(wanted.map(({ personId }) => personId))];
    const notices = [...new Set(wanted.map(({ notice }) => notice.id))];
    for (let from = 0; people.length > 0 && from < notices.length; from += atOnce) {
      const asked = notices.slice(from, from + atOnce);
      const { rows } = await reading.run<{ id: string; person_id: string; outlet: string; notice_id: string; state: ReminderState }>(
        `SELECT id, person_id, outlet, notice_id, state FROM reminder WHERE person_id IN (${marks(people)}) AND office_id = ? AND notice_id IN (${marks(asked)})`, [...people, officeId, ...asked]);
      for (const row of rows) if (fresh.delete(keyOf(row.person_id, row.outlet, row.notice_id)) && row.state === 'withdrawn') again.push(row.id);
    }
    const { rows: untold } = await reading.run<{ id: string; person_id: string; outlet: string; notice_id: string }>(
      "SELECT id, person_id, outlet, notice_id FROM reminder WHERE state = 'waiting' AND office_id = ? AND tries = 0 AND kind <> 'test'", [officeId]);
    return { fresh: [...fresh.values()], again, over: untold.filter((row) => !holds.has(keyOf(row.person_id, row.outlet, row.notice_id))).map(({ id }) => id) };
  }

  /** Adds rows. @param state `waiting` to be sent, a mail after what comes with it was gathered; `known` never to be */
  async add(tx: Tx, officeId: string, fresh: readonly Wanted[], state: 'waiting' | 'known'): Promise<void> {
    const now = this.clock.now();
    await tx.insert(Reminder, fresh.map(({ personId, outlet, notice }): Reminder => ({
      id: this.ids.next(), officeId, personId, outlet, noticeId: notice.id, kind: notice.kind, noticeAt: notice.at, createdAt: now,
      state, tries: 0, nextTryAt: state === 'waiting' ? now + waitOf(outlet) : null, settledAt: null, fault: null, subjectId: notice.subject,
    })));
  }

  /** Puts withdrawn rows back and takes back those that are over; a row somebody is at is left alone. */
  async turn(tx: Tx, { again, over }: Pick<Difference, 'again' | 'over'>): Promise<void> {
    const now = this.clock.now();
    for (const id of again) await tx.run("UPDATE reminder SET state = 'waiting', next_try_at = ?, settled_at = NULL, fault = NULL WHERE id = ? AND state = 'withdrawn'", [now, id]);
    for (const id of over) await tx.run("UPDATE reminder SET state = 'withdrawn', next_try_at = NULL, settled_at = ? WHERE id = ? AND state = 'waiting' AND tries = 0", [now, id]);
  }

  /** Adds the row of a test of a webhook, to be sent at once; answers its id. */
  async addTest(tx: Tx, officeId: string, personId: string, outlet: string): Promise<string> {
    const now = this.clock.now();
    const id = this.ids.next();
    await tx.insert(Reminder, [{ id, officeId, personId, outlet, noticeId: `test.${id}`, kind: 'test', noticeAt: now, createdAt: now, state: 'waiting', tries: 0, nextTryAt: now, settledAt: null, fault: null, subjectId: null } satisfies Reminder]);
    return id;
  }
}

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ');
