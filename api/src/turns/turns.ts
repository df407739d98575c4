import type { LedgerRow, PersonRef, ReceptionDecision, TurnTotal, TurnsPage } from '@lunjie/contracts';
import { daysBetween } from '@lunjie/attribution';
import { concerns, turnAccounts, turnFacts, type Floor, type TurnFact } from '@lunjie/rotation';
import { Injectable } from '@nestjs/common';
import { Floors } from '../floor/floors';
import { momentIn } from '../floor/office-moment';
import { OfficeTime } from '../offices/office-time';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import type { Reading } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import { Staff } from '../staff/staff';
import { explanationsOf, visitsOf, type Explanation, type ReceivedVisit } from './explanations';
import { postingsOf, type PeriodPosting } from './ledger-period';
import type { TurnsQuery } from './requests';

/** A period longer than this is a report, not a ledger to read through. */
const mostDays = 31;
const pageSize = 50;
/** Acts of a manager on the line: who did it and why belongs to the row. */
const ruled = ['line_reordered', 'turns_lost', 'turns_corrected', 'suspended', 'suspension_lifted', 'counter_set', 'not_counted_ruled'];

interface Behind {
  readonly fact: TurnFact;
  readonly posting: PeriodPosting;
}

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
      return {
        now: now.at, seq: version, today: now.date, from, to, next,
        ...await this.told(reading, officeId, behind, people),
        totals: totalsOf(floor, postings, await counted(reading, officeId, from, to), people),
      };
    });
  }

  private async told(reading: Reading, officeId: string, behind: readonly Behind[], people: ReadonlyMap<string, PersonRef>): Promise<Pick<TurnsPage, 'rows' | 'decisions'>> {
    const explanations = await explanationsOf(reading, officeId, [...new Set(behind.map(({ posting }) => posting.entry))]);
    const visits = await visitsOf(reading, officeId, [...new Set(behind.flatMap(({ fact }) => fact.reception ?? []))]);
    const decisions: Record<string, ReceptionDecision> = {};
    const rows = behind.map((one) => {
      const explanation = explanations.get(one.posting.entry);
      const visit = one.fact.reception === null ? undefined : visits.get(one.fact.reception);
      // What was entered with the posting; where that act decided nobody's reception, the decision it was about.
      const decision = one.fact.reception === null ? null : explanation?.decision ?? visit?.decision ?? null;
      const key = decision && String(explanation?.decision ? one.posting.entry : one.fact.reception);
      if (decision && key !== null) decisions[key] = decision;
      return rowOf(one, explanation, visit, key, decision, people);
    });
    return { rows, decisions };
  }
}

function named(people: ReadonlyMap<string, PersonRef>, id: string | null): PersonRef | null {
  return id === null ? null : people.get(id) ?? { id, name: '' };
}

function rowOf({ fact, posting }: Behind, explanation: Explanation | undefined, visit: ReceivedVisit | undefined, decision: string | null, decided: ReceptionDecision | null, people: ReadonlyMap<string, PersonRef>): LedgerRow {
  const rules = explanation && ruled.includes(explanation.kind) ? explanation : null;
  const since = fact.kind === 'passed' ? decided?.considered.find(({ agent }) => agent === fact.agent)?.data['since'] : null;
  return {
    id: `${fact.seq}.${fact.place}`, seq: fact.seq, at: fact.at, businessDate: posting.businessDate, queue: fact.queue, agent: named(people, fact.agent), kind: fact.kind, effect: fact.effect,
    // A correction has no code of its own where the posting keeps none.
    reason: fact.reason ?? (rules?.kind === 'turns_corrected' ? 'correction' : null),
    since: typeof since === 'number' ? since : null, until: fact.until, turns: fact.turns, receiver: named(people, fact.receiver), ruledBy: rules?.by ?? null, note: rules?.note ?? null,
    customerLabel: visit?.customerLabel ?? null, order: fact.order?.flatMap((id) => named(people, id) ?? []) ?? null, entry: posting.entry, decision,
  };
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

/** Receptions of the period that count as of now, by queue and receiver: a later ruling is in it. */
async function counted(reading: Reading, officeId: string, from: string, to: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await reading.run<{ queue: string; receiver_id: string; counted: number | string }>(
    `SELECT r.queue, v.receiver_id, COUNT(*) AS counted FROM visit v JOIN reception r ON r.id = v.reception_id
     WHERE v.office_id = ? AND v.business_date BETWEEN ? AND ? AND v.counts = 1 AND v.receiver_id IS NOT NULL GROUP BY r.queue, v.receiver_id`, [officeId, from, to]);
  return new Map(rows.map((row) => [placeOf(row.queue, row.receiver_id), Number(row.counted)]));
}

const placeOf = (queue: string, agent: string): string => `${queue} ${agent}`;

/** The account of everybody whose turns moved in the period or who is in the line now, in the order of the people. */
function totalsOf(floor: Floor, postings: readonly PeriodPosting[], receptions: ReadonlyMap<string, number>, people: ReadonlyMap<string, PersonRef>): readonly TurnTotal[] {
  const accounts = turnAccounts(postings);
  const queues = [...new Set([...Object.keys(floor.queues), ...accounts.keys()])];
  return queues.flatMap((queue, index) => [...people.values()].flatMap((agent): TurnTotal[] => {
    const account = accounts.get(queue)?.get(agent.id);
    const makeupLeft = floor.queues[queue]?.credits.filter((credit) => credit.agent === agent.id).length ?? 0;
    const received = receptions.get(placeOf(queue, agent.id)) ?? 0;
    // Everybody stands in the first line; in another one only who took part in it.
    const isIn = index === 0 && floor.queues[queue]?.order.includes(agent.id) === true;
    if (!account && !isIn && makeupLeft === 0 && received === 0) return [];
    const { due = 0, taken = 0, owed = 0, lost = 0 } = account ?? {};
    return [{ agent, queue, due, taken, owed, lost, makeupLeft, counted: received }];
  }));
}
