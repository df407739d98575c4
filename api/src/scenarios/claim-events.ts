import { Draws } from '../attribution/draws';
import { Contacts } from '../attribution/contacts';
import { Pool } from '../attribution/pool';
import { Customers } from '../customers/customers';
import { Floors } from '../floor/floors';
import { Transactions } from '../platform/database/transactions';
import type { ScenarioStep } from '@lunjie/testing';
import type { Played } from './events';
import { roleOf, type Stage } from './stage';

type Plays = (stage: Stage, step: ScenarioStep, played: Played) => Promise<void>;

/** The customer of the only claim a step can mean, or the one it names. */
function customerOf(stage: Stage, step: ScenarioStep): string {
  const named = step['client'] === undefined ? [...stage.customers.values()].at(-1) : stage.customers.get(String(step['client']));
  return named ?? '';
}

/** Keeps the last day of the claim as it is after an event. */
async function keepLastDay(stage: Stage, step: ScenarioStep, played: Played): Promise<void> {
  const { rows: [claim] } = await stage.get(Transactions).read((reading) => reading.run<{ until_date: string | null }>(
    "SELECT until_date FROM claim WHERE customer_id = ? AND kind = 'claim' AND ended_at IS NULL", [customerOf(stage, step)]));
  played.lastDays.set(Number(step['n']), claim?.until_date ?? null);
}

/** Claims from the pool and what keeps them alive. */
export const claimPlays: Readonly<Record<string, Plays>> = {
  claim_from_pool: async (stage, step, played) => {
    const client = String(step['client']);
    if (!stage.customers.has(client)) {
      const { id } = await stage.get(Floors).act(stage.write('前台'), (scene) => stage.get(Customers).enter(scene, client, stage.phone(client, step['phone'])));
      stage.customers.set(client, id);
      await stage.get(Pool).reclaim(stage.write('周经理'), id, 'scenario');
    }
    const agent = String(step['agent']);
    await stage.get(Pool).claim(stage.write(agent), customerOf(stage, step), { id: stage.agent(agent), roles: [roleOf(agent)] });
    await keepLastDay(stage, step, played);
  },
  activity: async (stage, step, played) => {
    const agent = String(step['agent']);
    await stage.get(Contacts).log(stage.write(agent), customerOf(stage, step), { way: 'phone', connected: true }, [roleOf(agent)]);
    await keepLastDay(stage, step, played);
  },
  random_draw: async (stage, step, played) => {
    const [by, draws] = [String(step['by']), stage.get(Draws)];
    const request = { from: stage.agent(step['from']), reason: 'long_leave' as const, among: (step['pool'] as string[]).map((name) => stage.agent(name)) };
    const { listHash } = await draws.preview(stage.officeId, request);
    const { draw } = await draws.publish(stage.write(by), { ...request, listHash });
    await draws.draw(stage.write(by), draw.id);
    played.draws.push(draw.id);
  },
};
