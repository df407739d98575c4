import type { PersonRef, TurnTotal, TurnsPage } from '@lunjie/contracts';
import { daysBetween } from '@lunjie/attribution';
import { concerns, turnAccounts, turnFacts, type Floor } from '@lunjie/rotation';
import { Injectable } from '@nestjs/common';
import { Floors } from '../floor/floors';
import { momentIn } from '../floor/office-moment';
import { OfficeTime } from '../offices/office-time';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import { Problem } from '../platform/errors/problem';
import { Staff } from '../staff/staff';
import { CountedReceptions } from './counted-receptions';
import { postingsOf, type PeriodPosting } from './ledger-period';
import { rowsOf, type Behind } from './ledger-rows';
import type { TurnsQuery } from './requests';

/** A period longer than this is a report, not a ledger to read through. */
const mostDays = 31;
const pageSize = 50;

/** Each agent's ledger of the day and week, as everybody in the office may read it. */
@Injectable()
export class Turns {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly floors: Floors,
    private readonly staff: Staff,
    private readonly officeTime: OfficeTime,
  ) {}

  /** @throws Problem 422 `period_impossible` for days in the wrong order or too many of them */
  page(officeId: string, query: TurnsQuery): Promise<TurnsPage> {
    return this.transactions.read(async (reading) => {
      const now = momentIn(await this.officeTime.zone(reading, officeId), this.clock.now());
      const from = query.from ?? query.to ?? now.date;
      const to = query.to ?? (from > now.date ? from : now.date);
      const days = daysBetween(from, to) + 1;
      if (days < 1 || days > mostDays) throw new Problem('period_impossible', 422, { days: mostDays });
      const people = new Map((await this.staff.people(reading, officeId)).map(({ id, name }) => [id, { id, name }]));
      const { floor, version } = await this.floors.now(reading, officeId);
      const postings = await postingsOf(reading, officeId, from, to);
      const { behind, next } = cut(postings, query.agent, query.before);
      const { rows, decisions } = await rowsOf(reading, officeId, behind, people);
      return { now: now.at, seq: version, today: now.date, from, to, rows, decisions, next, totals: totalsOf(floor, postings, await CountedReceptions.of(reading, officeId, from, to), people) };
    });
  }
}

/** The page's rows, newest first, and where the next page begins. */
function cut(postings: readonly PeriodPosting[], agent: string | undefined, before: string | undefined): { readonly behind: readonly Behind[]; readonly next: string | null } {
  const bySeq = new Map(postings.map((posting) => [posting.seq, posting]));
  const [seq = Infinity, place = Infinity] = before?.split('.').map(Number) ?? [];
  const facts = turnFacts(postings)
    .filter((fact) => agent === undefined || concerns(fact, agent))
    .filter((fact) => fact.seq < seq || (fact.seq === seq && fact.place > place))
    .sort((one, other) => other.seq - one.seq || one.place - other.place);
  const behind = facts.slice(0, pageSize).flatMap((fact): Behind[] => {
    const posting = bySeq.get(fact.seq);
    return posting ? [{ fact, posting }] : [];
  });
  const last = behind.at(-1)?.fact;
  return { behind, next: last && facts.length > pageSize ? `${last.seq}.${last.place}` : null };
}

/** The account of everybody whose turns moved in the period or who is in the line now, in the order of the people. */
function totalsOf(floor: Floor, postings: readonly PeriodPosting[], receptions: CountedReceptions, people: ReadonlyMap<string, PersonRef>): readonly TurnTotal[] {
  const accounts = turnAccounts(postings);
  const queues = [...new Set([...Object.keys(floor.queues), ...accounts.keys()])];
  return queues.flatMap((queue, index) => [...people.values()].flatMap((agent): TurnTotal[] => {
    const account = accounts.get(queue)?.get(agent.id);
    const makeupLeft = floor.queues[queue]?.credits.filter((credit) => credit.agent === agent.id).length ?? 0;
    const received = receptions.by(agent.id, queue);
    // Everybody stands in the first line; in another one only who took part in it.
    const isIn = index === 0 && floor.queues[queue]?.order.includes(agent.id) === true;
    if (!account && !isIn && makeupLeft === 0 && received === 0) return [];
    const { due = 0, taken = 0, owed = 0, lost = 0 } = account ?? {};
    return [{ agent, queue, due, taken, owed, lost, makeupLeft, counted: received }];
  }));
}
