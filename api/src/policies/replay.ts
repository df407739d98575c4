import type { ReceptionDecision, ReplayAnswer, ReplayedArrival, ReplayedOutcome } from '@lunjie/contracts';
import { compileRules, decideReception, type Rules } from '@lunjie/rotation';
import { Injectable } from '@nestjs/common';
import { momentIn } from '../floor/office-moment';
import { PastFloors } from '../floor/past-floors';
import { OfficeTime } from '../offices/office-time';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import type { Reading } from '../platform/database/tx';
import { Visits } from '../reception/visits';
import { People } from '../staff/people';
import { sound } from './sound';
import { ToldArrivals, type ToldArrival } from './told-arrivals';

/** One arrival of the past and what other rules make of it. */
interface Decided {
  readonly told: ToldArrival;
  readonly after: ReceptionDecision;
}

/** A draft has no number yet. */
const unpublished = 0;

/** What a draft would have decided differently: the day's arrivals, each on the floor as it stood then. */
@Injectable()
export class Replay {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly officeTime: OfficeTime,
    private readonly floors: PastFloors,
    private readonly told: ToldArrivals,
    private readonly visits: Visits,
    private readonly people: People,
  ) {}

  /**
   * Replays a business date, today if none is given. Each arrival meets the floor the office really had, not the one
   * the draft would have led to: what is compared is one decision at a time.
   * @throws Problem 422 `policy_faulty`, `policy_undecided`
   */
  replay(officeId: string, document: unknown, given: string | undefined): Promise<ReplayAnswer> {
    const rules = compileRules(sound(document), unpublished);
    return this.transactions.read(async (reading) => {
      const date = given ?? (await this.officeTime.businessDate(reading, officeId, this.clock.now()));
      const visits = new Map((await this.visits.ofDay(reading, officeId, date)).map(({ row }) => [row.id, row]));
      const decided = (await this.decide(reading, officeId, date, rules)).filter(({ told }) => visits.get(told.visit)?.state !== 'undone');
      const names = await this.people.names(reading, decided.flatMap(({ told, after }) => [told.decision.chosen, after.chosen]).filter((id) => id !== null));
      const arrivals = decided.map(({ told, after }): ReplayedArrival => {
        const before = { ...outcomeOf(told.decision, names), policyVersion: told.decision.policyVersion };
        const other = outcomeOf(after, names);
        return { visit: told.visit, at: told.at, customerLabel: visits.get(told.visit)?.customerLabel ?? '', before, after: other, differs: differs(before, other) };
      });
      const count = (is: (arrival: ReplayedArrival) => boolean): number => arrivals.filter(is).length;
      return { date, arrivals, counts: {
        arrivals: arrivals.length, differ: count((arrival) => arrival.differs),
        otherReceiver: count(({ before, after }) => before.receiver?.id !== after.receiver?.id), otherCount: count(({ before, after }) => before.counts !== after.counts),
      } };
    });
  }

  /** Decides a day's arrivals by given rules, on the floor as it stood just before each. */
  async decide(reading: Reading, officeId: string, date: string, rules: Rules): Promise<readonly Decided[]> {
    const zone = await this.officeTime.zone(reading, officeId);
    const arrivals = await this.told.ofDay(reading, officeId, date);
    const floors = await this.floors.before(reading, officeId, arrivals.map(({ entry }) => entry));
    return arrivals.flatMap((told) => {
      const floor = floors.get(told.entry);
      return floor ? [{ told, after: decideReception(floor, told.arrival, rules, momentIn(zone, told.at)) }] : [];
    });
  }
}

function outcomeOf(decision: ReceptionDecision, names: ReadonlyMap<string, string>): ReplayedOutcome {
  const { chosen, waits, mode, counts, ownership, visitorClass, row, clause } = decision;
  return { receiver: chosen === null ? null : { id: chosen, name: names.get(chosen) ?? '' }, waits, mode, counts, ownership, visitorClass, row, clause };
}

function differs(before: ReplayedOutcome, after: ReplayedOutcome): boolean {
  return before.receiver?.id !== after.receiver?.id || (['waits', 'mode', 'counts', 'ownership'] as const).some((part) => before[part] !== after[part]);
}
