import type { AbsenceReason, ArrivalRequest, Says } from '@lunjie/contracts';
import { absenceReasons, purposes } from '@lunjie/contracts';
import { ScenarioFault, type ScenarioStep } from '@lunjie/testing';
import { Problem } from '../platform/errors/problem';
import { Transactions } from '../platform/database/transactions';
import { Calls } from '../calls/calls';
import { DaysCalls } from '../calls/days-calls';
import { Arrivals } from '../reception/arrivals';
import { Presence } from '../reception/presence';
import { Receptions } from '../reception/receptions';
import { RegisterActs } from '../reception/register-acts';
import { Visits } from '../reception/visits';
import { Waiting } from '../reception/waiting';
import { claimPlays } from './claim-events';
import { casePlays } from './case-events';
import { dealPlays } from './deal-events';
import { penaltyPlays } from './penalty-events';
import { roleOf, type Stage } from './stage';

/** What playing left behind, by event number. */
export interface Played {
  readonly visits: Map<number, { readonly visit: string; readonly client: string }>;
  readonly times: Map<number, number>;
  /** The last day of a claim after an event that moved it. */
  readonly lastDays: Map<number, string | null>;
  /** Ids of random draws, in order. */
  readonly draws: string[];
  /** The register entry an event made, where it is asked for. */
  readonly entries: Map<number, number>;
  readonly evidence: string[];
  /** Whose call turn it was when each call came in. */
  readonly callTurns: (string | null)[];
  readonly rejected: number[];
  readonly missing: string[];
}

export type Plays = (stage: Stage, step: ScenarioStep, played: Played) => Promise<void>;

const saysWords = ['first_visit', 'earlier_contact', 'named', 'requests', 'refuses', 'complains_about', 'purpose', 'units_wanted', 'first_call'];
const callWords = ['n', 'at', 'type', 'client', 'answered_by', 'rings', 'minutes', 'says', 'phone'];
const arriveWords = ['n', 'at', 'type', 'client', 'until', 'says', 'relation', 'brought_by', 'escorted_by', 'recognised_by', 'approached_by', 'taken_by', 'phone'];

const many = (value: unknown): readonly unknown[] => value === undefined ? [] : Array.isArray(value) ? value : [value];

function saysOf(stage: Stage, written: Readonly<Record<string, unknown>>): Says {
  for (const word of Object.keys(written)) if (!saysWords.includes(word)) throw new ScenarioFault(`unknown word in says: ${word}`);
  const firstVisit = written['first_visit'];
  const purpose = purposes.find((each) => each === (written['purpose'] ?? 'visit'));
  if (!purpose) throw new ScenarioFault(`unknown purpose: ${String(written['purpose'])}`);
  const forgot = written['named'] === 'forgot';
  return {
    firstVisit: (firstVisit ?? written['first_call']) === true ? 'yes' : (firstVisit ?? written['first_call']) === false ? 'no' : 'unclear',
    earlierContact: (written['earlier_contact'] ?? 'not_said') as Says['earlierContact'], purpose, forgotName: forgot,
    named: forgot ? [] : many(written['named']).map((name) => stage.agent(name)),
    requests: written['requests'] === undefined ? null : stage.agent(written['requests']),
    refuses: many(written['refuses']).map((name) => stage.agent(name)),
    complainsAbout: written['complains_about'] === undefined ? null : stage.agent(written['complains_about']),
    unitsWanted: (written['units_wanted'] ?? null) as number | null,
  };
}

function broughtBy(stage: Stage, written: unknown, played: Played): ArrivalRequest['broughtBy'] {
  if (written === undefined) return null;
  if (typeof written === 'object' && written !== null && 'customer_of' in written) return { customerOf: stage.agent(written.customer_of) };
  const customers = many(written).flatMap((name) => stage.customers.get(String(name)) ?? []);
  if (customers.length < many(written).length) played.missing.push('brought by somebody the register does not know');
  return { customers };
}

const arrive: Plays = async (stage, step, played) => {
  for (const word of Object.keys(step)) if (!arriveWords.includes(word)) throw new ScenarioFault(`unknown word in arrive: ${word}`);
  for (const word of ['relation', 'taken_by', 'escorted_by']) if (word in step) played.missing.push(`arrive: ${word}`);
  const client = String(step['client']);
  const approached = step['approached_by'];
  const { visit } = await stage.get(Arrivals).confirm(stage.write('前台'), {
    // Whoever was greeted before being classified has not given a phone yet.
    name: client, phone: approached === undefined ? stage.phone(client, step['phone']) : null,
    says: saysOf(stage, (step['says'] ?? {}) as Record<string, unknown>), broughtBy: broughtBy(stage, step['brought_by'], played),
    recognisedBy: step['recognised_by'] === undefined ? null : stage.agent(step['recognised_by']),
    approachedBy: approached === undefined ? null : stage.agent(approached),
  });
  if (visit.customerId !== null && approached === undefined) stage.customers.set(client, visit.customerId);
  played.visits.set(Number(step['n']), { visit: visit.id, client });
};

/** An incoming call: answered by whose turn it is, unless somebody is said to have answered. */
const call: Plays = async (stage, step, played) => {
  for (const word of Object.keys(step)) if (!callWords.includes(word)) throw new ScenarioFault(`unknown word in call: ${word}`);
  const client = String(step['client']);
  const answered = step['answered_by'];
  const request = {
    name: client, phone: stage.phone(client, step['phone']), says: saysOf(stage, (step['says'] ?? {}) as Record<string, unknown>),
    rings: step['rings'] === undefined ? null : Number(step['rings']), seconds: step['minutes'] === undefined ? null : Math.round(Number(step['minutes']) * 60),
  };
  const turn = await stage.get(DaysCalls).day(stage.officeId, undefined, null);
  played.callTurns.push(turn.up?.name ?? null);
  const { call: row } = await stage.get(Calls).register(stage.write('前台'), { ...request, answeredBy: answered === undefined ? null : stage.agent(answered) });
  if (row.customerId !== null) stage.customers.set(client, row.customerId);
  played.visits.set(Number(step['n']), { visit: row.id, client });
};

async function openVisitOf(stage: Stage, played: Played, agent: string): Promise<{ readonly reception: string; readonly visit: string }> {
  for (const { visit } of [...played.visits.values()].reverse()) {
    const stored = await stage.get(Transactions).read((reading) => stage.get(Visits).byId(reading, stage.officeId, visit));
    if (stored.reception?.agent === agent) return { reception: stored.reception.id, visit };
  }
  throw new ScenarioFault('no reception of this agent to act on');
}

function reasonOf(step: ScenarioStep): AbsenceReason {
  const reason = absenceReasons.find((each) => each === (step['reason'] ?? 'private'));
  if (!reason) throw new ScenarioFault(`unknown absence reason: ${String(step['reason'])}`);
  return reason;
}

const plays: Readonly<Record<string, Plays>> = {
  ...claimPlays,
  ...casePlays,
  ...dealPlays,
  ...penaltyPlays,
  arrive,
  call,
  out: (stage, step) => stage.get(Presence).out(stage.write('周经理'), stage.asManager, { agentId: stage.agent(step['agent']), reason: reasonOf(step) }),
  back: (stage, step) => stage.get(Presence).back(stage.write('周经理'), stage.asManager, stage.agent(step['agent'])),
  claim_not_counted: async (stage, step, played) => {
    const agent = stage.agent(step['by']);
    const { reception } = await openVisitOf(stage, played, agent);
    const receptions = stage.get(Receptions);
    await receptions.claimNotCounted(stage.write(String(step['by'])), reception, { visitorClass: String(step['class'] ?? 'other'), visitorPresent: step['visitor_present'] === true }, { personId: agent, runsTheFloor: false });
    const to = String(step['to']);
    await receptions.ruleNotCounted(stage.write(to), reception, step['accepted'] === true, null, { id: stage.agent(to), name: to, roles: [roleOf(to)] });
  },
  notify: async (stage, step, played) => {
    const last = [...played.visits.values()].at(-1);
    if (!last) throw new ScenarioFault('nobody has arrived to notify of');
    await stage.get(RegisterActs).notify(stage.write(String(step['by'] ?? '前台')), last.visit, many(step['to']).map((name) => stage.agent(name)), String(step['result'] ?? '-'));
  },
  discover_owner: async (stage, step, played) => {
    const agent = stage.agent(step['by']);
    const { reception } = await openVisitOf(stage, played, agent);
    await stage.get(Receptions).ownerDiscovered(stage.write(String(step['by'])), reception, stage.agent(step['owner']), { personId: agent, runsTheFloor: false });
  },
  leave: async (stage, step, played) => {
    const client = String(step['client']);
    const held = [...played.visits.values()].reverse().find((each) => each.client === client);
    if (!held) throw new ScenarioFault(`${client} has not arrived`);
    const { row, reception } = await stage.get(Transactions).read((reading) => stage.get(Visits).byId(reading, stage.officeId, held.visit));
    if (row.state === 'waiting') await stage.get(Waiting).leave(stage.write('前台'), held.visit);
    else if (reception) await endReception(stage, reception.id);
  },
  edit_attempt: async (stage, step) => {
    const customer = stage.customers.get(String(step['record']));
    const { rows } = await stage.get(Transactions).read((reading) => reading.run<{ number: number | string }>(
      'SELECT number FROM register_entry WHERE office_id = ? AND subject_id = ? ORDER BY number LIMIT 1', [stage.officeId, customer ?? '']));
    await stage.get(RegisterActs).alter(stage.write(String(step['by'])), Number(rows[0]?.number ?? 0), String(step['field']));
  },
};

/** Ends a reception at its time; one that was reversed or handed back meanwhile has ended already. */
export async function endReception(stage: Stage, reception: string): Promise<void> {
  await stage.get(Receptions).end(stage.write('前台'), reception, { outcome: 'enquiry_only' }, { personId: '', runsTheFloor: true });
}

/** Plays one event. What the product refuses is noted as rejected; what it cannot do yet, as missing. */
export async function playEvent(stage: Stage, step: ScenarioStep, played: Played): Promise<void> {
  const number = Number(step['n']);
  played.times.set(number, stage.clock.now());
  const play = plays[step.type];
  if (!play) { played.missing.push(`event ${step.type}`); return; }
  try {
    await play(stage, step, played);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    played.rejected.push(number);
  }
}
