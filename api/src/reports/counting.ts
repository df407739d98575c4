import { occurrencesOf, spanOf, tallyOf, type Tally } from '@lunjie/reports';
import { Injectable } from '@nestjs/common';
import { OfficeTime } from '../offices/office-time';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import type { Reading, Tx } from '../platform/database/tx';
import { Teams } from '../staff/teams';
import { Counted, keyOf, recordOf, type CountedOccurrence } from './counted';
import { OccurrenceRecord, ReportTally } from './report.entity';
import { Stories } from './stories';
import { Tallies, tallyKey } from './tallies';

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
    while (goesOn() && await this.transactions.read((reading) => this.isBehind(reading, officeId))) {
      const entries = await this.transactions.transaction((tx) => this.readOn(tx, officeId));
      if (entries === 0) break;
      read += entries;
    }
    return read;
  }

  /** Whether the register tells more than was counted. */
  async isBehind(reading: Reading, officeId: string): Promise<boolean> {
    const { rows: [head] } = await reading.run<{ told: number | string; counted: number | string | null; at: number | string | null }>('SELECT f.entry_number AS told, m.entry_number AS counted, m.at FROM floor f LEFT JOIN report_mark m ON m.office_id = f.office_id WHERE f.office_id = ?', [officeId]);
    return head !== undefined && (Number(head.told) > Number(head.counted ?? 0) || (await this.teams.joinedSince(reading, officeId, Number(head.at ?? 0))).length > 0);
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
    const sums = tallyOf(await this.counted.within(tx, officeId, spanOf(period, startsOn)));
    const same = ({ number, area, fen }: Tally, other: Tally | undefined): boolean => other !== undefined && other.number === number && other.area === area && other.fen === fen;
    const before = new Map((await this.tallies.kept(tx, officeId, period, [startsOn])).map((tally) => [tallyKey(tally), tally]));
    const after = new Map(sums.map((tally) => [tallyKey(tally), tally]));
    const gone = [...before.values()].filter((tally) => !same(tally, after.get(tallyKey(tally))));
    for (const { dimension, value, kind } of gone) await tx.write('DELETE FROM report_tally WHERE office_id = ? AND period = ? AND starts_on = ? AND dimension = ? AND value = ? AND kind = ?', [officeId, period, startsOn, dimension, value, kind]);
    const come = sums.filter((tally) => !same(tally, before.get(tallyKey(tally))));
    await tx.insert(ReportTally, come.map(({ dimension, value, kind, number, area, fen }): ReportTally => ({ officeId, period, startsOn, dimension, value, kind, number, grossArea: area, fen })));
  }
}
