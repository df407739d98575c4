import { daysBetween } from '@lunjie/attribution';
import type { FairnessPage, FairnessRow, FairnessTurn, FairnessTurnsPage, PersonRef } from '@lunjie/contracts';
import { chanceLimit, fairnessStatement, isOfKind, makeupsSince, opportunityOf, standingTo, type Opportunity } from '@lunjie/fairness';
import { queueFor } from '@lunjie/rotation';
import { Injectable } from '@nestjs/common';
import { Floors, type FloorNow } from '../floor/floors';
import { momentIn } from '../floor/office-moment';
import { OfficeTime } from '../offices/office-time';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import type { Reading } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import { Staff } from '../staff/staff';
import { postingsOf, type PeriodPosting } from '../turns/ledger-period';
import type { FairnessQuery, FairnessTurnsQuery } from './fairness-requests';
import { turnsInLine } from './turns-in-line';

/** A year with some days to spare. */
const mostDays = 400;
const pageSize = 100;
/** After every business date there will be. */
const lastDay = '9999-12-31';

interface Material extends FloorNow {
  readonly now: number;
  readonly today: string;
  readonly from: string;
  readonly to: string;
  readonly queue: string;
  readonly queues: readonly string[];
  readonly people: ReadonlyMap<string, PersonRef>;
  readonly opportunities: readonly Opportunity[];
  readonly during: readonly PeriodPosting[];
  readonly after: readonly PeriodPosting[];
}

/** Turns due against turns given (轮接公平性), read from the turn ledger and the decisions behind it. */
@Injectable()
export class Fairness {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly floors: Floors,
    private readonly staff: Staff,
    private readonly officeTime: OfficeTime,
  ) {}

  /**
   * @param only whose row alone is told, with the office's totals; null: everybody's
   * @throws Problem 422 `period_impossible`
   */
  page(officeId: string, query: FairnessQuery, only: string | null): Promise<FairnessPage> {
    return this.transactions.read(async (reading) => {
      const { people, opportunities, floor, version, during, after, ...asked } = await this.material(reading, officeId, query);
      const owed = owedThen(floor, asked.queue, during, after);
      const inLine = floor.queues[asked.queue]?.order ?? [];
      const { agents, totals, compared } = fairnessStatement(opportunities, [...new Set([...inLine, ...owed.keys()])]);
      const byAgent = new Map(agents.map((one) => [one.agent, one]));
      const rows = [...people.values()].flatMap((agent): FairnessRow[] => {
        const told = byAgent.get(agent.id);
        return told ? [{ agent, figures: told.figures, madeUp: told.madeUp, makeupOwed: owed.get(agent.id) ?? 0 }] : [];
      });
      const { now, today, from, to, queue, queues } = asked;
      return {
        now, seq: version, today, from, to, queue, queues, rows: rows.filter(({ agent }) => only === null || agent.id === only), totals,
        madeUp: agents.reduce((sum, { madeUp }) => sum + madeUp, 0), makeupOwed: [...owed.values()].reduce((sum, turns) => sum + turns, 0), compared, limit: chanceLimit,
      };
    });
  }

  /**
   * The turns behind one agent's figure, newest first.
   * @throws Problem 422 `period_impossible`, 404 `person_not_found`
   */
  turns(officeId: string, agentId: string, query: FairnessTurnsQuery): Promise<FairnessTurnsPage> {
    return this.transactions.read(async (reading) => {
      const { people, opportunities } = await this.material(reading, officeId, query);
      const agent = people.get(agentId);
      if (!agent) throw new Problem('person_not_found', 404);
      const rows = opportunities.filter((one) => isOfKind(one, query.kind ?? 'all')).flatMap((one): FairnessTurn[] => {
        const stands = standingTo(one, agentId);
        // What was given was due as well.
        if (!stands || !(query.stood === undefined || stands.stood === query.stood || (query.stood === 'due' && stands.stood === 'given'))) return [];
        const { seq, at, date, entry, receiver, mode, newCustomer, grade, shares } = one;
        return [{ seq, at, businessDate: date, entry, receiver: people.get(receiver) ?? { id: receiver, name: '' }, mode, newCustomer, grade, ...stands, among: shares.size, share: shares.get(agentId) ?? 0 }];
      }).sort((one, other) => other.seq - one.seq);
      const before = Number(query.before ?? Infinity);
      const rest = rows.filter(({ seq }) => seq < before);
      const shown = rest.slice(0, pageSize);
      return { agent, rows: shown, count: rows.length, due: rows.reduce((sum, { share }) => sum + share, 0), next: rest.length > pageSize ? shown.at(-1)?.seq ?? null : null };
    });
  }

  private async material(reading: Reading, officeId: string, query: FairnessQuery): Promise<Material> {
    const { date: today, at: now } = momentIn(await this.officeTime.zone(reading, officeId), this.clock.now());
    const from = query.from ?? query.to ?? today;
    const to = query.to ?? (from > today ? from : today);
    const days = daysBetween(from, to) + 1;
    if (days < 1 || days > mostDays) throw new Problem('period_impossible', 422, { days: mostDays });
    const people = new Map((await this.staff.people(reading, officeId)).map(({ id, name }) => [id, { id, name }]));
    const floorNow = await this.floors.now(reading, officeId);
    const { floor, rules } = floorNow;
    const postings = await postingsOf(reading, officeId, from, lastDay);
    const named = postings.flatMap(({ posting }) => posting.kind === 'turn_taken' ? [posting.queue] : []);
    const queues = [...new Set([...Object.keys(floor.queues), ...named])];
    const queue = query.queue ?? queueFor(rules, 'visit');
    const turns = await turnsInLine(reading, officeId, postings, queue, to);
    const isWeighted = floor.queues[queue]?.basis === 'weighted';
    const weightOf = (agent: string): number => isWeighted ? floor.agents[agent]?.weight ?? 100 : 100;
    return { ...floorNow, now, today, from, to, queue, queues, people, opportunities: turns.map((turn) => opportunityOf(turn, weightOf)), during: postings.filter(({ businessDate }) => businessDate <= to), after: postings.filter(({ businessDate }) => businessDate > to) };
  }
}

/** The make-up turns open when the period ended: those held now less what they have grown by since. */
function owedThen(floor: FloorNow['floor'], queue: string, during: readonly PeriodPosting[], after: readonly PeriodPosting[]): ReadonlyMap<string, number> {
  const owed = new Map<string, number>();
  const add = (agent: string, by: number): void => { owed.set(agent, (owed.get(agent) ?? 0) + by); };
  for (const { agent } of floor.queues[queue]?.credits ?? []) add(agent, 1);
  for (const [agent, by] of makeupsSince(after, queue, during)) add(agent, -by);
  return new Map([...owed].filter(([, turns]) => turns > 0));
}
