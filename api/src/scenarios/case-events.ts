import { householdRelations, type HappeningRequest } from '@lunjie/contracts';
import { ScenarioFault, type ScenarioStep } from '@lunjie/testing';
import { Conflicts } from '../attribution/conflicts';
import { Happenings } from '../attribution/happenings';
import { Households } from '../customers/households';
import type { Played, Plays } from './events';
import { roleOf, type Stage } from './stage';

/** The customer an event speaks of; where it names nobody, whoever came last. */
function customerOf(stage: Stage, step: ScenarioStep, played: Played): string {
  const client = step['client'] ?? [...played.visits.values()].at(-1)?.client;
  const customer = stage.customers.get(String(client));
  if (customer === undefined) throw new ScenarioFault(`the register does not know ${String(client)}`);
  return customer;
}

async function happens(stage: Stage, step: ScenarioStep, played: Played, by: string, request: HappeningRequest): Promise<void> {
  const { entry } = await stage.get(Happenings).enter(stage.write(by), [roleOf(by)], customerOf(stage, step, played), { reason: '-', ...request });
  played.entries.set(Number(step['n']), entry);
}

/** The agent the customer of this event complained about. */
function complainedAbout(stage: Stage, step: ScenarioStep, played: Played): string {
  const client = step['client'] ?? [...played.visits.values()].at(-1)?.client;
  for (const event of stage.scenario.events.toReversed()) {
    const says = event['says'] as Readonly<Record<string, unknown>> | undefined;
    if (event['client'] === client && says?.['complains_about'] !== undefined) return stage.agent(says['complains_about']);
  }
  throw new ScenarioFault('nobody was complained about');
}

/** Events that bear on whose customer somebody is. */
export const casePlays: Readonly<Record<string, Plays>> = {
  archive_lookup: (stage, step, played) => happens(stage, step, played, String(step['by']), { kind: 'looked_up', agent: stage.agent(step['finds']) }),
  assign_follow_up: (stage, step, played) => happens(stage, step, played, String(step['by']), { kind: 'follow_up_assigned', agent: stage.agent(step['to']) }),
  complaint_verified: (stage, step, played) =>
    happens(stage, step, played, String(step['by']), { kind: 'complaint_ruled', agent: complainedAbout(stage, step, played), holds: step['upheld'] === true }),
  consent: (stage, step, played) => happens(stage, step, played, String(step['from']), { kind: 'consent', holds: step['given'] !== false }),
  broadcast: (stage, step, played) => happens(stage, step, played, '前台', { kind: 'window_opened' }),
  claim: (stage, step, played) => happens(stage, step, played, String(step['by']), { kind: 'window_claimed' }),
  contact: (stage, step, played) => {
    if (!String(step['purpose']).includes('discount')) throw new ScenarioFault(`unknown purpose of a contact: ${String(step['purpose'])}`);
    return happens(stage, step, played, '周经理', { kind: 'discount_sought', agent: stage.agent(step['agent']) });
  },
  link_household: async (stage, step) => {
    const [one, other] = (step['clients'] as readonly unknown[]).map((name) => stage.customers.get(String(name)));
    if (one === undefined || other === undefined) throw new ScenarioFault('the register does not know both');
    const relation = householdRelations.find((each) => each === step['relation']);
    if (!relation) throw new ScenarioFault(`unknown relation: ${String(step['relation'])}`);
    await stage.get(Households).link(stage.write('周经理'), { personId: stage.agent('周经理'), roles: ['manager'] }, one, other, relation);
  },
  dispute: async (stage, step, played) => {
    const parties = step['parties'];
    if (!Array.isArray(parties)) throw new ScenarioFault('a dispute names its parties');
    const { evidence } = await stage.get(Conflicts).settle(stage.write('周经理'), customerOf(stage, step, played), { parties: parties.map((name) => stage.agent(name)), reason: '撞单' }, ['manager']);
    played.evidence.push(...evidence.map((row) => evidenceText(stage, row)));
  },
};

function evidenceText(stage: Stage, { kind, at }: { readonly kind: string; readonly at: number }): string {
  const [date = '', time = ''] = stage.fullyWritten(at).split(' ');
  return kind === 'minutes_mention' ? `evening_minutes ${date}` : `register ${date} ${time}`;
}
