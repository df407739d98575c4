import { keptSums, occurrencesOf, spanOf, tallyOf } from '@lunjie/reports';
import { Injectable } from '@nestjs/common';
import { OfficeTime } from '../offices/office-time';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import type { Reading, Tx } from '../platform/database/tx';
import { Teams } from '../staff/teams';
import { Counted, keyOf, recordOf, type CountedOccurrence } from './counted';
import { countedTo } from './counted-to';
import { OccurrenceRecord, ReportTally } from './report.entity';
import { Stories } from './stories';
import { Tallies } from './tallies';

/** Entries of the register that are read at once. */
const atOnce = 500;

/**
 * Counts what the register tells. It follows the register's tail: whoever an entry is about, their story is read anew, what
 * changed in it is written, and the weeks and months it lies in are summed again. So no act knows of the statistics,
 * nothing waits for them, and whatever was missed is made good by reading on (decision 0022).
 */
@Injectable()
export class Counting {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly officeTime: OfficeTime,
    private readonly stories: Stories,
    private readonly teams: Teams,
    private readonly counted: Counted,
    private readonly tallies: Tallies,
  ) {}

  /** Reads on until nothing is left, or until told to stop. Answers how many entries were read. */
  async catchUp(officeId: string, goesOn: () => boolean = () => true): Promise<number> {
    let read = 0;
    while (goesOn() && (await countedTo(this.transactions.alone, officeId)).isBehind) {
      const entries = await this.transactions.transaction((tx) => this.readOn(tx, officeId));
      if (entries === 0) break;
      read += entries;
    }
    return read;
  }

  private async readOn(tx: Tx, officeId: string): Promise<number> {
    // Two processes may count at once: the office's own row is not locked by any act of the day.
    await tx.lock('SELECT id FROM office WHERE id = ?', [officeId]);
    const { rows: [mark] } = await tx.run<{ entry_number: number | string; at: number | string }>('SELECT entry_number, at FROM report_mark WHERE office_id = ?', [officeId]);
    const from = Number(mark?.entry_number ?? 0);
    const { rows: entries } = await tx.run<{ number: number | string; subject_id: string | null }>(
      `SELECT number, subject_id FROM register_entry WHERE office_id = ? AND number > ? ORDER BY number LIMIT ${atOnce}`, [officeId, from]);
    const joined = await this.counted.sinceJoining(tx, officeId, await this.teams.joinedSince(tx, officeId, Number(mark?.at ?? 0)));
    const last = Number(entries.at(-1)?.number ?? from);
    const subjects = [...new Set(entries.flatMap(({ subject_id }) => subject_id === null ? [] : [subject_id]))];
    await this.retell(tx, officeId, [...new Set([...await this.stories.concerned(tx, officeId, subjects), ...joined])]);
    const { affected } = await tx.run('UPDATE report_mark SET entry_number = ?, at = ? WHERE office_id = ?', [last, this.clock.now(), officeId]);
    if (affected === 0) await tx.insert('report_mark', [{ office_id: officeId, entry_number: last, at: this.clock.now() }]);
    return entries.length;
  }

  /** Reads the stories of some subjects anew, and writes what changed. */
  private async retell(tx: Tx, officeId: string, subjects: readonly string[]): Promise<void> {
    if (subjects.length === 0) return;
    const before = await this.counted.ofSubjects(tx, officeId, subjects);
    const now = await this.told(tx, officeId, subjects);
    const written = new Map(before.map((occurrence) => [keyOf(occurrence), JSON.stringify(recordOf(officeId, occurrence))]));
    const kept = new Map(now.map((occurrence) => [keyOf(occurrence), JSON.stringify(recordOf(officeId, occurrence))]));
    const gone = before.filter((occurrence) => kept.get(keyOf(occurrence)) !== written.get(keyOf(occurrence)));
    const come = now.filter((occurrence) => kept.get(keyOf(occurrence)) !== written.get(keyOf(occurrence)));
    for (const { date, entry, kind } of gone) await tx.write('DELETE FROM occurrence WHERE office_id = ? AND business_date = ? AND entry_number = ? AND kind = ?', [officeId, date, entry, kind]);
    await tx.insert(OccurrenceRecord, come.map((occurrence) => recordOf(officeId, occurrence)));
    const dates = new Set([...gone, ...come].map(({ date }) => date));
    for (const period of ['week', 'month'] as const) {
      for (const from of new Set([...dates].map((date) => spanOf(period, date).from))) await this.sumUp(tx, officeId, period, from);
    }
  }

  /** What is told of some subjects as things stand. */
  async told(reading: Reading, officeId: string, subjects: readonly string[]): Promise<readonly CountedOccurrence[]> {
    const stories = await this.stories.of(reading, officeId, await this.officeTime.zone(reading, officeId), subjects);
    const teamOf = await this.teams.always(reading, officeId);
    return stories.flatMap((story) => occurrencesOf(story, teamOf).map((occurrence) => ({ ...occurrence, subject: story.subject })));
  }

  private async sumUp(tx: Tx, officeId: string, period: 'week' | 'month', startsOn: string): Promise<void> {
    const after = keptSums(tallyOf(await this.counted.within(tx, officeId, spanOf(period, startsOn))));
    const before = await this.tallies.texts(tx, officeId, period, startsOn);
    for (const [dimension, sums] of before) {
      if (after.get(dimension) !== sums) await tx.write('DELETE FROM report_tally WHERE office_id = ? AND period = ? AND starts_on = ? AND dimension = ?', [officeId, period, startsOn, dimension]);
    }
    await tx.insert(ReportTally, [...after].filter(([dimension, sums]) => before.get(dimension) !== sums).map(([dimension, sums]): ReportTally => ({ officeId, period, startsOn, dimension, sums })));
  }
}
