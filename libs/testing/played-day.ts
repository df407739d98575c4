import type { AbsenceReason, ArrivalRequest, ReceptionDecision } from '@lunjie/contracts';
import { presets, type PolicyDocument } from '@lunjie/policy';
import {
  comeBack, compileRules, decideReception, emptyFloor, endReception, fold, goOut, lineOf, openDay, receive, reverseReception, signIn, withdraw,
  type Arrival, type CreditEnds, type Floor, type KnownOwner, type OfficeMoment, type OpenReception, type Posting, type PostingBody, type RosterAgent, type Rules,
} from '@lunjie/rotation';

const midnight = Date.UTC(2025, 3, 5) - 8 * 3_600_000;
const dayLength = 86_400_000;

export function rosterOf(names: readonly string[]): readonly RosterAgent[] {
  return names.map((id, index) => ({ id, rosterPosition: index + 1, weight: 100, certifiedVisits: true, certifiedCalls: true }));
}

/** A day of reception played with the pure decisions alone: no database, no clock. Times are minutes after midnight. */
export class PlayedDay {
  readonly ledger: Posting[] = [];
  readonly decisions: ReceptionDecision[] = [];
  readonly received = new Map<string, OpenReception>();
  floor: Floor = emptyFloor;
  readonly rules: Rules;
  readonly ends: CreditEnds = { day: midnight + dayLength, week: midnight + 2 * dayLength, month: midnight + 26 * dayLength };
  private visits = 0;

  constructor(agents: readonly RosterAgent[], policy: PolicyDocument = presets['reception-rules']) {
    this.rules = compileRules(policy, 1);
    this.post(0, openDay(this.floor, this.rules, agents, agents.map((agent) => agent.id), this.moment(0)));
    for (const agent of agents) this.post(0, signIn(this.floor, this.rules, agent, this.moment(0)));
  }

  moment(minute: number): OfficeMoment {
    const time = `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    return { at: midnight + minute * 60_000, date: '2025-04-05', time };
  }

  post(minute: number, bodies: readonly PostingBody[]): void {
    const postings = bodies.map((body): Posting => ({ ...body, at: this.moment(minute).at }));
    this.ledger.push(...postings);
    this.floor = fold(postings, this.floor);
  }

  decide(minute: number, request: Partial<ArrivalRequest> = {}, owner: KnownOwner | null = null): ReceptionDecision {
    return decideReception(this.floor, this.arrival(request, owner), this.rules, this.moment(minute));
  }

  private arrival(request: Partial<ArrivalRequest>, owner: KnownOwner | null): Arrival {
    return { request: { says: { firstVisit: owner ? 'no' : 'yes' }, ...request }, owner, daysSinceContact: null, referrerOwners: [] };
  }

  /** Somebody arrives; answers the reception's id (also where the party waits). */
  arrive(minute: number, request: Partial<ArrivalRequest> = {}, owner: KnownOwner | null = null): string {
    this.visits += 1;
    const ids = { visit: `v${this.visits}`, reception: `r${this.visits}` };
    const decision = this.decide(minute, request, owner);
    this.decisions.push(decision);
    this.post(minute, receive(this.floor, this.arrival(request, owner), decision, this.rules, ids, this.moment(minute)));
    const open = this.floor.receptions[ids.reception];
    if (open) this.received.set(ids.reception, open);
    return ids.reception;
  }

  end(minute: number, reception: string): void {
    this.post(minute, endReception(this.floor, this.rules, reception, this.ends, this.moment(minute)));
  }

  out(minute: number, agent: string, reason: AbsenceReason = 'official'): void {
    this.post(minute, goOut(this.floor, this.rules, agent, reason, null));
  }

  back(minute: number, agent: string): void {
    this.post(minute, comeBack(this.floor, this.rules, agent, this.ends));
  }

  reverse(minute: number, reception: string): void {
    const open = this.received.get(reception);
    if (open) this.post(minute, reverseReception(this.floor, this.rules, open, this.ends));
  }

  withdraw(minute: number, reception: string, how: 'undone' | 'handed_back' = 'undone'): void {
    const open = this.received.get(reception);
    if (open) this.post(minute, withdraw(this.floor, this.rules, open, how, this.ends));
  }

  get line(): readonly string[] {
    return lineOf(this.floor, 'visit');
  }

  get last(): ReceptionDecision {
    const decision = this.decisions.at(-1);
    if (!decision) throw new Error('nobody has arrived yet');
    return decision;
  }
}
