import { lineOf } from '@lunjie/rotation';
import { layOver, type PolicyDocument } from '@lunjie/policy';
import type { Scenario, ScenarioStep } from '@lunjie/testing';
import type { INestApplicationContext } from '@nestjs/common';
import { Floors } from '../floor/floors';
import type { FixedClock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import { BusinessDay } from '../reception/business-day';
import { Line } from '../reception/line';
import { Presence } from '../reception/presence';
import { Visits } from '../reception/visits';
import { endReception, playEvent, type Played } from './events';
import { compare, type Difference } from './expectations';
import { playHistory } from './history';
import { policyFor } from './policy-source';
import { Stage } from './stage';

export interface Outcome {
  readonly differences: readonly Difference[];
  /** Parts of the product still to come that the scenario needs. */
  readonly missing: readonly string[];
}

interface Due {
  readonly at: number;
  /** At one minute what ends comes before what begins. */
  readonly rank: number;
  readonly run: () => Promise<void>;
}

/** The policy a scenario names, with the hours it states. */
export function policyOf(scenario: Scenario, folders: readonly string[]): PolicyDocument {
  const policy = policyFor(scenario.policy, scenario.config, folders);
  const hours = scenario.hours;
  if (!hours) return policy;
  return layOver(policy, { id: policy.id, name: policy.name, values: { rotation: { hours_that_count: { ...policy.values.rotation.hours_that_count, ...hours } } } });
}

/** Signs the line in, head first, and puts it in the order the scenario gives. */
async function buildLine(stage: Stage): Promise<void> {
  const { scenario } = stage;
  if (scenario.line.length === 0) return;
  await stage.get(BusinessDay).open(stage.write('周经理'));
  for (const name of scenario.line) await stage.get(Presence).signIn(stage.write('周经理'), stage.asManager, stage.agent(name));
  for (const [name, count] of Object.entries(scenario.counters)) await stage.get(Line).setCounter(stage.write('周经理'), scenario.queue, stage.agent(name), count, 'scenario');
  const wanted = scenario.line.map((name) => stage.agent(name));
  const { floor } = await stage.get(Transactions).read((reading) => stage.get(Floors).now(reading, stage.officeId));
  const computed = ['least_new_customers', 'weighted'].includes(floor.queues[scenario.queue]?.basis ?? '');
  if (!computed && lineOf(floor, scenario.queue).join() !== wanted.join()) await stage.get(Line).reorder(stage.write('周经理'), scenario.queue, wanted, 'scenario');
}

async function endIfOpen(stage: Stage, played: Played, step: ScenarioStep): Promise<void> {
  const held = played.visits.get(Number(step['n']));
  if (!held) return;
  const { row, reception } = await stage.get(Transactions).read((reading) => stage.get(Visits).byId(reading, stage.officeId, held.visit));
  if (reception && (row.reception?.state === 'receiving' || row.reception?.state === 'offered')) await endReception(stage, reception.id);
}

function schedule(stage: Stage, played: Played): readonly Due[] {
  const due: Due[] = [];
  for (const [name, until] of Object.entries(stage.scenario.busy)) {
    due.push({ at: stage.instant(until), rank: 0, run: () => stage.get(Presence).back(stage.write('周经理'), stage.asManager, stage.agent(name)) });
  }
  for (const step of stage.scenario.events) {
    due.push({ at: stage.instant(step['at']), rank: 1, run: () => playEvent(stage, step, played) });
    if (step['until'] !== undefined) due.push({ at: stage.instant(step['until']), rank: 0, run: () => endIfOpen(stage, played, step) });
  }
  return due.sort((a, b) => a.at - b.at || a.rank - b.rank);
}

/**
 * Plays a scenario through the real services by a policy and compares what came of it with what must have.
 * @throws ScenarioFault; the signal's reason once it is aborted, between two events
 */
export async function play(app: INestApplicationContext, clock: FixedClock, scenario: Scenario, policy: PolicyDocument, signal?: AbortSignal): Promise<Outcome> {
  const stage = new Stage(app, clock, scenario);
  const played: Played = { visits: new Map(), times: new Map(), lastDays: new Map(), draws: [], entries: new Map(), evidence: [], callTurns: [], rejected: [], missing: [] };
  await stage.open(policy);
  played.missing.push(...await playHistory(stage, signal));
  signal?.throwIfAborted();
  const due = schedule(stage, played);
  // The line stands before the first thing happens, on the day it happens.
  clock.set(Math.min(stage.instant('07:00'), ...due.map((each) => each.at)));
  await buildLine(stage);
  for (const name of Object.keys(scenario.busy)) await stage.get(Presence).out(stage.write('周经理'), stage.asManager, { agentId: stage.agent(name), reason: 'serving' });
  for (const each of due) {
    signal?.throwIfAborted();
    clock.set(each.at);
    await each.run();
  }
  const { differences, missing } = await compare(stage, played);
  return { differences, missing: [...new Set([...played.missing, ...missing])] };
}
