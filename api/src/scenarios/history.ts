import { callFormFields, type CallForm } from '@lunjie/contracts';
import { ScenarioFault, type ScenarioStep } from '@lunjie/testing';
import { Happenings } from '../attribution/happenings';
import { EarlierCalls } from '../calls/earlier-calls';
import { Floors } from '../floor/floors';
import { Problem } from '../platform/errors/problem';
import { RegisterActs } from '../reception/register-acts';
import { Registering } from '../reception/registering';
import { closeDeal } from './deal-events';
import { penalise } from './penalty-events';
import type { Stage } from './stage';

type Plays = (stage: Stage, step: ScenarioStep, client: string) => Promise<void>;

async function register(stage: Stage, step: ScenarioStep, client: string): Promise<void> {
  const given = { name: client, phone: stage.phone(client, step['phone']), agentId: stage.agent(step['agent']) };
  const known = stage.customers.get(client);
  try {
    const { customer } = await stage.get(Registering).register(stage.write('前台'), ['desk'], given);
    stage.customers.set(client, customer);
  } catch (error) {
    // Registering somebody's customer again is refused, and stays in the register.
    if (known === undefined || !(error instanceof Problem) || error.code !== 'phone_known') throw error;
  }
}

/** A visit of the paper register; one who was never registered leaves nothing the reception could know them by. */
async function visit(stage: Stage, step: ScenarioStep, client: string): Promise<void> {
  const customer = stage.customers.get(client);
  const agent = step['agent'];
  if (customer !== undefined) await stage.get(RegisterActs).earlierContact(stage.write('前台'), { customer, agentId: agent === undefined ? null : stage.agent(agent), kind: 'visit' });
}

/** As much of the call's sheet as the scenario says was filled, in the order the policy asks for it. */
function formFilled(stage: Stage, fields: unknown): CallForm {
  const asked = stage.policy.values.register.required_fields.call;
  const filled = fields === undefined ? asked : asked.slice(0, Number(fields));
  return Object.fromEntries(callFormFields.filter(({ name }) => (filled as readonly string[]).includes(name) && name !== 'name' && name !== 'phone')
    .map((field) => [field.name, field.kind === 'several' ? [field.options[0]] : field.kind === 'choice' ? field.options[0] : '-']));
}

/** A call of the paper register gives what a call gives by the office's rules. */
async function call(stage: Stage, step: ScenarioStep, client: string): Promise<void> {
  const agent = step['answered_by'] ?? step['agent'];
  if (agent === undefined) throw new ScenarioFault('a call of the register says who answered it');
  const { customer } = await stage.get(EarlierCalls).enter(stage.write('前台'), { name: client, phone: stage.phone(client, step['phone']), agentId: stage.agent(agent), form: formFilled(stage, step['record_fields']) });
  stage.customers.set(client, customer);
}

/** A deal of a customer the register may not know yet: whoever claims it first registered them. */
async function deal(stage: Stage, step: ScenarioStep, client: string): Promise<void> {
  const agents = Array.isArray(step['claimed_by']) ? step['claimed_by'] as unknown[] : [step['agent'] ?? step['handled_by']];
  if (!stage.customers.has(client)) await register(stage, { ...step, agent: agents[0] }, client);
  await closeDeal(stage, step);
}

/** The manager's minutes name whose customer somebody is (003 §(三)2–3). */
async function minutes(stage: Stage, step: ScenarioStep): Promise<void> {
  for (const [client, agent] of Object.entries((step['mentions'] ?? {}) as Readonly<Record<string, unknown>>)) {
    const customer = stage.customers.get(client);
    if (customer === undefined) throw new ScenarioFault(`the register does not know ${client}`);
    await stage.get(Floors).act(stage.write('周经理'), (scene) => stage.get(Happenings).record(scene, customer, 'minutes_mention', stage.agent(agent), {}, null));
  }
}

const plays: Readonly<Record<string, Plays>> = { register, visit, call, owned: register, deal };

/** Enters what happened before, each at its time. Answers the kinds that belong to parts still to come. */
export async function playHistory(stage: Stage, signal?: AbortSignal): Promise<readonly string[]> {
  const missing: string[] = [];
  for (const step of stage.scenario.history) {
    signal?.throwIfAborted();
    if (step.type === 'slip') {
      stage.clock.set(stage.instant(step['at']));
      await penalise(stage, step);
      continue;
    }
    if (step.type === 'evening_minutes') {
      stage.clock.set(stage.instant(step['at']));
      await minutes(stage, step);
      continue;
    }
    const play = plays[step.type];
    const clients = Array.isArray(step['clients']) ? step['clients'] as unknown[] : [step['client']];
    if (!play || !clients.every((client) => typeof client === 'string')) { missing.push(`history ${step.type}`); continue; }
    for (const field of ['relation', 'fields']) if (field in step) missing.push(`history ${step.type}: ${field}`);
    stage.clock.set(stage.instant(step['at'] ?? stage.scenario.date));
    for (const client of clients) await play(stage, step, client);
  }
  return missing;
}
