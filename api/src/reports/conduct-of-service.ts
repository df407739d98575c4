import type { ReceptionState, RequestClass, Satisfaction, VisitState } from '@lunjie/contracts';
import { groupedBy, type Bounds, type ConductFacts, type PartyFact, type RequestFact } from '@lunjie/reports';
import { Injectable } from '@nestjs/common';
import { momentIn } from '../floor/office-moment';
import type { Reading } from '../platform/database/tx';

interface StoredTask {
  readonly entry_number: number | string;
  readonly agent_id: string;
  readonly due_date: string;
  readonly due_at: number | string;
  readonly done_at: number | string | null;
}

/** A visit with one of its receptions. */
interface StoredReception {
  readonly id: string;
  readonly entry_number: number | string;
  readonly business_date: string;
  readonly at: number | string;
  readonly state: VisitState;
  readonly receiver_id: string | null;
  readonly left_at: number | string | null;
  readonly started_at: number | string | null;
  readonly ended_at: number | string | null;
  readonly accepted_at: number | string | null;
  readonly reception_state: ReceptionState | null;
}

interface StoredRequest {
  readonly entry_number: number | string;
  readonly business_date: string;
  readonly request_class: RequestClass;
  readonly taken_by: string;
  readonly owner_id: string;
  readonly about_id: string | null;
  readonly step: string;
  readonly promised_at: number | string | null;
  readonly answered_at: number | string | null;
  readonly satisfaction: Satisfaction | null;
  readonly upheld: number | string | null;
}

const numberOr = (value: number | string | null): number | null => value === null ? null : Number(value);

/** Follow-ups, waiting parties and requests of a span, as they are stored. */
@Injectable()
export class ConductOfService {
  async within(reading: Reading, officeId: string, bounds: Bounds, zone: string): Promise<Pick<ConductFacts, 'tasks' | 'parties' | 'requests'>> {
    const given = [officeId, bounds.from, bounds.to];
    return { tasks: await this.tasks(reading, given, zone), parties: await this.parties(reading, given), requests: await this.requests(reading, given) };
  }

  private async tasks(reading: Reading, given: readonly unknown[], zone: string): Promise<ConductFacts['tasks']> {
    const { rows } = await reading.run<StoredTask>(
      "SELECT entry_number, agent_id, due_date, due_at, done_at FROM follow_up_task WHERE office_id = ? AND due_date >= ? AND due_date <= ? AND kind <> 'invitation' AND (outcome IS NULL OR outcome <> 'dropped')", given);
    return rows.map((row) => ({ entry: Number(row.entry_number), agent: row.agent_id, dueDate: row.due_date, dueAt: Number(row.due_at), doneAt: numberOr(row.done_at), doneOn: row.done_at === null ? null : momentIn(zone, Number(row.done_at)).date }));
  }

  private async parties(reading: Reading, given: readonly unknown[]): Promise<readonly PartyFact[]> {
    const { rows } = await reading.run<StoredReception>(
      `SELECT v.id, v.entry_number, v.business_date, v.at, v.state, v.receiver_id, e.at AS left_at, r.started_at, r.ended_at, r.accepted_at, r.state AS reception_state
       FROM visit v LEFT JOIN reception r ON r.visit_id = v.id LEFT JOIN register_entry e ON v.state = 'gone' AND e.office_id = v.office_id AND e.subject_id = v.id AND e.kind = 'left_waiting'
       WHERE v.office_id = ? AND v.business_date >= ? AND v.business_date <= ? AND v.channel = 'visit' AND v.state <> 'undone' ORDER BY v.entry_number, r.started_at, r.id`, given);
    return [...groupedBy(rows, ({ id }) => id).values()].flatMap((receptions) => receptions[0] ? [partyOf(receptions[0], receptions)] : []);
  }

  private async requests(reading: Reading, given: readonly unknown[]): Promise<readonly RequestFact[]> {
    const { rows } = await reading.run<StoredRequest>(
      'SELECT entry_number, business_date, request_class, taken_by, owner_id, about_id, step, promised_at, answered_at, satisfaction, upheld FROM customer_request WHERE office_id = ? AND business_date >= ? AND business_date <= ?', given);
    return rows.map((row) => ({
      entry: Number(row.entry_number), date: row.business_date, class: row.request_class, takenBy: row.taken_by, owner: row.owner_id, about: row.about_id, closed: row.step === 'closed',
      promisedAt: numberOr(row.promised_at), answeredAt: numberOr(row.answered_at), satisfaction: row.satisfaction, upheld: row.upheld === null ? null : Number(row.upheld) === 1,
    }));
  }
}

/** Somebody has the party from a reception's start on, until it is passed on or handed back: the time between is what they waited. */
function partyOf(visit: StoredReception, receptions: readonly StoredReception[]): PartyFact {
  const at = Number(visit.at);
  const left = numberOr(visit.left_at);
  let waited = 0;
  let free: number | null = at;
  for (const { started_at: started, ended_at: ended, reception_state: state } of receptions) {
    if (started === null) continue;
    if (free !== null) waited += Number(started) - free;
    free = state === 'passed_on' || state === 'handed_back' ? numberOr(ended) : null;
  }
  const isOpen = visit.state === 'waiting' || visit.state === 'gone';
  if (visit.state === 'gone' && left !== null && free !== null) waited += left - free;
  const accepted = receptions.flatMap(({ accepted_at: each }) => each === null ? [] : [Number(each)]);
  return {
    entry: Number(visit.entry_number), date: visit.business_date, at, receiver: visit.receiver_id, acceptedAt: accepted.length === 0 ? null : Math.min(...accepted),
    state: visit.state === 'gone' ? 'left' : visit.state === 'waiting' ? 'waiting' : visit.receiver_id === null ? 'other' : 'received',
    waitedMs: waited > 0 || isOpen ? waited : null, endless: isOpen && left === null,
  };
}
