import { randomUUID } from 'node:crypto';
import { layOver, presets, type PolicyDocument, type PolicyOverlay } from '@lunjie/policy';
import { Floors } from '../../floor/floors';
import type { TestApp } from '../../platform/testing/test-app';
import { beforeOpening, fourAgents, granted, type SalesOffice } from '../../reception/testing/sales-office';
import type { HandedOver } from '../claim-transfers';
import { Claims } from '../claims';

/** The ownership rules with what a test wants different. */
export function rulesWith(values: NonNullable<PolicyOverlay['values']>): PolicyDocument {
  return layOver(presets['ownership-rules'], { id: 'claims', name: { zh: '归属', en: 'Claims' }, values });
}

let phones = 0;

/** An office of a test whose agents have customers already. */
export class ClaimedOffice {
  constructor(
    readonly office: SalesOffice,
    readonly test: TestApp,
  ) {}

  /** Registers customers as an agent's and answers their ids. */
  async owned(agent: string, count: number): Promise<readonly string[]> {
    const customers: string[] = [];
    for (let index = 0; index < count; index += 1) {
      phones += 1;
      const phone = `139${String(phones).padStart(8, '0')}`;
      customers.push(granted<{ customer: string }>(await this.office.does('desk', '/customers', { name: `客户${phones}`, phone, agentId: this.office.idOf(agent) })).customer);
    }
    return customers;
  }

  /** Customers who were an agent's and are in the shared pool now. */
  async pooled(agent: string, count: number): Promise<readonly string[]> {
    const customers = await this.owned(agent, count);
    for (const customer of customers) granted(await this.office.does('manager', `/pool/${customer}/reclaim`, { reason: '长期未跟进' }));
    return customers;
  }

  /** Whose a customer is by the rows: the agent's account, or null. */
  async ownerOf(customer: string): Promise<string | null> {
    const { rows } = await this.test.transactions.read((reading) => reading.run<{ agent_id: string }>("SELECT agent_id FROM claim WHERE customer_id = ? AND kind = 'claim' AND ended_at IS NULL", [customer]));
    if (rows.length > 1) throw new Error(`${rows.length} claims on one customer`);
    return this.office.nameOf(rows[0]?.agent_id);
  }

  /** Hands customers over as a manager's list does. */
  handsOver(customers: readonly string[], to: string): Promise<HandedOver> {
    const floors = this.test.app.get(Floors, { strict: false });
    const write = { officeId: this.office.id, personId: this.office.idOf('manager'), key: randomUUID(), route: 'hand-over', body: null };
    return floors.act(write, (scene) => this.test.app.get(Claims, { strict: false }).handOver(scene, customers, this.office.idOf(to), '客户要求换人'));
  }

  async claimsOf(customer: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
    const { rows } = await this.test.transactions.read((reading) => reading.run<Readonly<Record<string, unknown>>>('SELECT * FROM claim WHERE customer_id = ? ORDER BY entry_number', [customer]));
    return rows;
  }
}

/** An office before its day, with agents and the rules a test wants. */
export async function claimedOffice(test: TestApp, called: string, values: NonNullable<PolicyOverlay['values']>, agents: readonly string[] = fourAgents): Promise<ClaimedOffice> {
  return new ClaimedOffice(await beforeOpening(test, { called, policy: rulesWith(values), agents }), test);
}
