import { settlementResults } from '@lunjie/contracts';
import { ScenarioFault, type ScenarioStep } from '@lunjie/testing';
import { Customers } from '../customers/customers';
import { Deals } from '../deals/deals';
import { Transactions } from '../platform/database/transactions';
import type { Plays } from './events';
import type { Stage } from './stage';

/** Enters a deal; one nobody is said to have handled is the owner's. */
export async function closeDeal(stage: Stage, step: ScenarioStep): Promise<void> {
  const customer = stage.customers.get(String(step['client']));
  if (customer === undefined) throw new ScenarioFault(`the register does not know ${String(step['client'])}`);
  const handledBy = step['handled_by'] ?? step['agent'];
  const owner = (await stage.get(Transactions).read((reading) => stage.get(Customers).byId(reading, stage.officeId, customer))).claim?.agent ?? null;
  const claimedBy = Array.isArray(step['claimed_by']) ? step['claimed_by'].map((name) => stage.agent(name)) : [];
  const { id } = await stage.get(Deals).close(stage.write('周经理'), {
    customer, closer: handledBy === undefined ? owner : stage.agent(handledBy), claimedBy, unit: step['unit'] === undefined ? null : String(step['unit']),
    commissionFen: Math.round(Number(step['commission'] ?? 0) * 100),
  });
  stage.deals.push(id);
}

async function settle(stage: Stage, step: ScenarioStep, at: 'negotiation' | 'department'): Promise<void> {
  const deal = stage.deals.at(-1);
  if (deal === undefined) throw new ScenarioFault('no deal to settle');
  const result = settlementResults.find((each) => String(step['result']).startsWith(each));
  if (!result) throw new ScenarioFault(`unknown result: ${String(step['result'])}`);
  await stage.get(Deals).settle(stage.write('周经理'), ['manager'], deal, { step: at, result, reason: String(step['result']) });
}

/** Events of deals and of disputes about them. */
export const dealPlays: Readonly<Record<string, Plays>> = {
  deal: closeDeal,
  negotiation: (stage, step) => settle(stage, step, 'negotiation'),
  department_mediation: (stage, step) => settle(stage, step, 'department'),
};
