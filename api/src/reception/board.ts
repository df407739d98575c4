import { statedAbsences, type BoardView, type CoverView, type DoorView, type LineAgent, type PersonRef, type WaitingParty } from '@lunjie/contracts';
import { absenceEffects, coverOf, decideReception, doorDuty, lineOf, nextForCall, onDuty, openReceptionsOf, queueFor, tallyOf, upcoming, type Arrival, type Cover, type DoorDuty, type Floor, type Holds, type OfficeMoment, type Rules } from '@lunjie/rotation';
import { Injectable } from '@nestjs/common';
import { heldByFollowUps } from '../follow-up/held-agents';
import { Floors } from '../floor/floors';
import { momentIn } from '../floor/office-moment';
import { Offices } from '../offices/offices';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import type { Reading } from '../platform/database/tx';
import { Staff } from '../staff/staff';
import { ArrivalFacts } from './arrival-facts';
import { mustBeQueue } from './line';
import { Visits, type StoredVisit } from './visits';

/** How many places of the line are announced by name. */
export const announced = 3;

export function standingOf(floor: Floor, rules: Rules, queueId: string, agent: PersonRef, now: number, holds: Holds = {}): LineAgent {
  const standing = floor.agents[agent.id];
  const queue = floor.queues[queueId];
  const open = openReceptionsOf(floor, agent.id);
  const suspended = standing?.suspendedUntil != null && standing.suspendedUntil > now;
  const busy = open.length > 0 || standing?.out?.reason === 'serving';
  const state = suspended ? 'suspended' as const
    : standing?.out && standing.out.reason !== 'serving' ? 'out' as const
    : open.some((reception) => reception.acceptBy !== null) ? 'offered' as const
    : busy ? 'receiving' as const
    : standing?.certifiedVisits === false && rules.policy.values.rotation.unavailable_when.includes('uncertified') ? 'uncertified' as const
    : holds.overdueFollowUps?.includes(agent.id) ? 'held' as const
    : holds.pendingGuest?.includes(agent.id) ? 'expecting' as const : 'free' as const;
  const since = standing?.out?.since ?? (open.length > 0 ? Math.min(...open.map((reception) => reception.since)) : queue ? tallyOf(queue, agent.id).lastTurnAt : null);
  return {
    agent, state, since, reason: standing?.out?.reason ?? null, expectedBackAt: standing?.out?.expectedBackAt ?? null,
    makeupTurns: queue?.credits.filter((credit) => credit.agent === agent.id).length ?? 0,
    suspendedUntil: suspended ? standing.suspendedUntil : null, countedToday: 0, team: queue?.places === 'each_team' ? standing?.team ?? null : null,
  };
}

function doorViewOf(duty: DoorDuty | null, ref: (id: string) => PersonRef): DoorView | null {
  return duty === null ? null : { standing: duty.standing === null ? null : { agent: ref(duty.standing.agent), since: duty.standing.since }, next: refOrNull(duty.next, ref) };
}

function refOrNull(id: string | null, ref: (id: string) => PersonRef): PersonRef | null {
  return id === null ? null : ref(id);
}

function coverViewOf({ minimum, present, isShort, since, out }: Cover, ref: (id: string) => PersonRef): CoverView {
  return { minimum, present: present.length, short: isShort, since, out: out.map(({ agent, isLate, ...absence }) => ({ ...absence, agent: ref(agent), late: isLate })) };
}

/** The office's line as everybody may see it: no phone number, no full customer name. */
@Injectable()
export class Board {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly floors: Floors,
    private readonly offices: Offices,
    private readonly staff: Staff,
    private readonly visits: Visits,
    private readonly facts: ArrivalFacts,
  ) {}

  /** @throws Problem 404 `queue_unknown` */
  view(officeId: string, queueId?: string): Promise<BoardView> {
    return this.transactions.read(async (reading) => {
      const office = await this.offices.office(reading, officeId);
      const now = momentIn(office.timeZone, this.clock.now());
      const { floor, version, rules } = await this.floors.now(reading, officeId);
      const queue = queueId ?? rules.policy.values.rotation.queues[0]?.id ?? 'visit';
      mustBeQueue(rules, queue);
      const people = await this.staff.people(reading, officeId);
      const names = new Map(people.map((person) => [person.id, person.name]));
      const ref = (id: string): PersonRef => ({ id, name: names.get(id) ?? '' });
      const isToday = floor.day.date === now.date;
      const line = lineOf(floor, queue);
      const counted = await this.countedToday(reading, officeId, now.date);
      const open = Object.values(floor.receptions);
      const visits = await this.visits.byIds(reading, officeId, [...open.map((reception) => reception.visit), ...floor.waiting.map((party) => party.visit)]);
      const holds = await heldByFollowUps(reading, officeId, rules, now.at);
      const up = upcoming(floor, rules, now, announced, holds);
      const standby = onDuty(floor, queue).filter((agent) => openReceptionsOf(floor, agent).length === 0 && agent !== up[0]?.agent);
      return {
        office: { id: office.id, name: office.name, timeZone: office.timeZone }, now: now.at, seq: version, businessDate: now.date,
        day: floor.day.open && isToday ? 'open' : isToday ? 'closed' : 'not_opened',
        opens: office.opens, closes: office.closes, queue,
        calls: queueFor(rules, 'call') === queue ? null : { next: refOrNull(nextForCall(floor, rules, now, holds), ref) },
        up: up.map(({ agent, by }) => ({ agent: ref(agent), by })),
        line: line.map((id) => ({ ...standingOf(floor, rules, queue, ref(id), now.at, holds), countedToday: counted.get(id) ?? 0 })),
        standby: standby.slice(0, rules.policy.values.rotation.standby_positions).map(ref),
        cover: coverViewOf(coverOf(floor, rules, now.at), ref),
        door: doorViewOf(doorDuty(floor, rules), ref),
        notSignedIn: people.filter((person) => person.roles.includes('agent') && person.state === 'active' && floor.agents[person.id]?.signedInAt == null).map(({ id }) => ref(id)),
        receiving: open.map((reception) => ({
          id: reception.id, agent: ref(reception.agent), customerLabel: visits.get(reception.visit)?.row.customerLabel ?? '', since: reception.since,
          mode: reception.mode, counts: reception.counts, accepted: reception.acceptBy === null,
        })).sort((a, b) => a.since - b.since),
        waiting: await this.waiting(reading, officeId, office.timeZone, { floor, rules, now, holds }, visits, ref),
        absenceReasons: absenceEffects(rules, statedAbsences), lastChangeAt: floor.lastChangeAt,
      };
    });
  }

  private async waiting(reading: Reading, officeId: string, zone: string, { floor, rules, now, holds }: { readonly floor: Floor; readonly rules: Rules; readonly now: OfficeMoment; readonly holds: Holds }, visits: ReadonlyMap<string, StoredVisit>, ref: (id: string) => PersonRef): Promise<readonly WaitingParty[]> {
    const parties: WaitingParty[] = [];
    for (const party of floor.waiting) {
      const visit = visits.get(party.visit);
      if (!visit) continue;
      const unknown: Arrival = { request: visit.request, owner: null, daysSinceContact: null, referrerOwners: [], holds: { ...holds, notAccepted: visit.declined } };
      const { arrival } = visit.row.customerId === null ? { arrival: unknown } : await this.facts.gather(reading, officeId, zone, now, visit.request, rules, visit.row.customerId, visit.declined);
      const { chosen } = decideReception(floor, arrival, rules, now);
      parties.push({
        visit: party.visit, customerLabel: visit.row.customerLabel, since: party.since, partySize: visit.request.partySize ?? null,
        waitsFor: party.waitsFor === null ? null : ref(party.waitsFor), canBeReceivedBy: chosen === null ? null : ref(chosen),
        hasContact: visit.row.phoneMasked !== null,
      });
    }
    return parties;
  }

  private async countedToday(reading: Reading, officeId: string, date: string): Promise<ReadonlyMap<string, number>> {
    const { rows } = await reading.run<{ receiver_id: string; counted: number | string }>(
      'SELECT receiver_id, COUNT(*) AS counted FROM visit WHERE office_id = ? AND business_date = ? AND counts = 1 AND receiver_id IS NOT NULL GROUP BY receiver_id', [officeId, date]);
    return new Map(rows.map((row) => [row.receiver_id, Number(row.counted)]));
  }
}
