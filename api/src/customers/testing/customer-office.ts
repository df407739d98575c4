import { presets, type PolicyDocument, type PolicyValues } from '@lunjie/policy';
import type { ArrivalAnswer, CustomerView, MatchView } from '@lunjie/contracts';
import { granted, type SalesOffice } from '../../reception/testing/sales-office';

/** The written rules of 003 with other rules of who somebody is. */
export function identifiedBy(identity: Partial<PolicyValues['identity']>): PolicyDocument {
  const preset = presets['ownership-rules'];
  return { ...preset, values: { ...preset.values, identity: { ...preset.values.identity, ...identity } } };
}

/** Somebody an agent has already, by hand. Answers the customer's id. */
export async function registered(office: SalesOffice, name: string, phone: string, agent = 'wang'): Promise<string> {
  return granted<{ customer: string }>(await office.does('desk', '/customers', { name, phone, agentId: office.idOf(agent) })).customer;
}

/** Whom the desk's arrival was taken for. */
export function customerOf({ visit }: ArrivalAnswer): string {
  if (visit.customerId === null) throw new Error('nobody was registered');
  return visit.customerId;
}

export async function matchesOf(office: SalesOffice, asked: { readonly name?: string; readonly phone?: string }, as = 'desk'): Promise<MatchView['matches']> {
  return granted<MatchView>(await office.does(as, '/customers/matches', asked)).matches;
}

export async function pageOf(office: SalesOffice, customer: string, as = 'manager'): Promise<CustomerView> {
  return granted<CustomerView>(await (await office.as(as)).get(office.at(`/customers/${customer}`)));
}
