import type { ScenarioStep } from '@lunjie/testing';
import { RegisterActs } from '../reception/register-acts';
import type { Stage } from './stage';

type Plays = (stage: Stage, step: ScenarioStep, client: string) => Promise<void>;

async function register(stage: Stage, step: ScenarioStep, client: string): Promise<void> {
  const { customer } = await stage.get(RegisterActs).register(stage.write('前台'), { name: client, phone: stage.phone(client, step['phone']), agentId: stage.agent(step['agent']) });
  stage.customers.set(client, customer);
}

function earlier(kind: 'visit' | 'call'): Plays {
  return async (stage, step, client) => {
    const customer = stage.customers.get(client);
    const agent = step['agent'] ?? step['answered_by'];
    // A caller who was never registered leaves nothing the reception could know them by.
    if (customer !== undefined) await stage.get(RegisterActs).earlierContact(stage.write('前台'), { customer, agentId: agent === undefined ? null : stage.agent(agent), kind });
  };
}

const plays: Readonly<Record<string, Plays>> = { register, visit: earlier('visit'), call: earlier('call'), owned: register };

/** Enters what happened before, each at its time. Answers the kinds that belong to parts still to come. */
export async function playHistory(stage: Stage, signal?: AbortSignal): Promise<readonly string[]> {
  const missing: string[] = [];
  for (const step of stage.scenario.history) {
    signal?.throwIfAborted();
    const play = plays[step.type];
    const clients = Array.isArray(step['clients']) ? step['clients'] as unknown[] : [step['client']];
    if (!play || !clients.every((client) => typeof client === 'string')) { missing.push(`history ${step.type}`); continue; }
    if (step.type === 'register' && clients.some((client) => stage.customers.has(client))) { missing.push('a second registration of one customer'); continue; }
    for (const field of ['relation', 'fields']) if (field in step) missing.push(`history ${step.type}: ${field}`);
    stage.clock.set(stage.instant(step['at'] ?? stage.scenario.date));
    for (const client of clients) await play(stage, step, client);
  }
  return missing;
}
