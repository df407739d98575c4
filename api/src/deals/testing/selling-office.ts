import type { CommissionStatement, DealPage, UnitFacts, UnitView } from '@lunjie/contracts';
import { layOver, presets, type PolicyDocument, type PolicyOverlay } from '@lunjie/policy';
import type { Response } from 'light-my-request';
import type { TestApp } from '../../platform/testing/test-app';
import { everybodyIn, granted, type SalesOffice } from '../../reception/testing/sales-office';

/** The ownership rules, with what a test wants different of deals and commission. */
export const rulesOfDeals = (values: NonNullable<PolicyOverlay['values']> = {}): PolicyDocument =>
  layOver(presets['ownership-rules'], { id: 'deals', name: { zh: '成交', en: 'Deals' }, values });

let phones = 0;

/** An office of a test that has units to sell. */
export class SellingOffice {
  constructor(
    readonly test: TestApp,
    readonly office: SalesOffice,
  ) {}

  /** Enters units on floor 12 of one building, by room and list price in yuan; answers their ids. */
  async units(prices: Readonly<Record<string, number>>): Promise<readonly string[]> {
    const units = Object.entries(prices).map(([room, yuan]): UnitFacts => ({ building: '8', floor: 12, room, layout: '三房两厅', grossArea: 11_850, netArea: 9_240, listPriceFen: yuan * 100 }));
    return granted<{ units: readonly string[] }>(await this.office.does('manager', '/units', { units })).units;
  }

  async customerOf(agent: string): Promise<string> {
    phones += 1;
    return granted<{ customer: string }>(await this.office.does('desk', '/customers', { name: '史敏', phone: `1370000${String(phones).padStart(4, '0')}`, agentId: this.office.idOf(agent) })).customer;
  }

  async deposit(agent: string, unit: string, kind: 'soft' | 'firm' = 'firm', customer?: string): Promise<string> {
    return granted<{ deal: string }>(await this.office.does(agent, `/units/${unit}/deposits`, { kind, customer: customer ?? await this.customerOf(agent), depositFen: 10_000_000 })).deal;
  }

  step(by: string, deal: string, act: string, body: object = {}): Promise<Response> {
    return this.office.does(by, `/deals/${deal}/${act}`, body);
  }

  pays(deal: string, yuan: number, kind = 'price'): Promise<Response> {
    return this.office.does('finance', `/deals/${deal}/receipts`, { kind, fen: yuan * 100, method: kind === 'loan' ? 'loan' : 'transfer', paidOn: new Date(this.test.clock.now() + 8 * 3_600_000).toISOString().slice(0, 10) });
  }

  private async read<T>(by: string, path: string): Promise<T> {
    return granted<T>(await (await this.office.as(by)).get(this.office.at(path)));
  }

  unit(id: string): Promise<UnitView> {
    return this.read<UnitView>('manager', `/units/${id}`);
  }

  page(deal: string, by = 'manager'): Promise<DealPage> {
    return this.read<DealPage>(by, `/deals/${deal}`);
  }

  statement(agent: string, month: string): Promise<CommissionStatement> {
    return this.read<CommissionStatement>(agent, `/commission/statement?month=${month}`);
  }

  /** Accounts of a deal by payee: earned and released in 分. */
  async accounts(deal: string): Promise<Readonly<Record<string, readonly [number, number]>>> {
    const { accounts } = await this.page(deal);
    return Object.fromEntries(accounts.map(({ payee, agent, earnedFen, releasedFen }) => [this.office.nameOf(agent?.id) ?? payee, [earnedFen, releasedFen]]));
  }
}

/** An office with finance whose agents have signed in. */
export async function sellingOffice(test: TestApp, called: string, values: NonNullable<PolicyOverlay['values']> = {}, agents?: readonly string[]): Promise<SellingOffice> {
  return new SellingOffice(test, await everybodyIn(test, { called, policy: rulesOfDeals(values), also: ['finance'], ...agents ? { agents } : {} }));
}
