import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table } from 'typeorm';
import { businessDate, count, id, instant, json, key, nullable, smallCount, text } from './columns';

/** What is signed of a deal, what is due of it, and what was received. */
export class DealMoney0034 implements MigrationInterface {
  readonly name = 'DealMoney0000000000034';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({
      name: 'subscription',
      columns: [key(), id('office_id'), id('deal_id'), count('number'), instant('at'), businessDate('business_date'), id('by_person'), json('terms'), json('copies'), text('digest', 64), count('entry_number')],
      indices: [{ name: 'subscription_number', columnNames: ['office_id', 'number'], isUnique: true }, { name: 'subscription_deal', columnNames: ['deal_id', 'number'] }],
    }));
    await runner.createTable(new Table({
      name: 'instalment',
      columns: [key(), id('office_id'), id('deal_id'), count('plan'), smallCount('number'), businessDate('due_on'), count('fen'), text('kind', 8)],
      indices: [{ name: 'instalment_plan', columnNames: ['deal_id', 'plan', 'number'], isUnique: true }, { name: 'instalment_due', columnNames: ['office_id', 'due_on'] }],
    }));
    await runner.createTable(new Table({
      name: 'receipt',
      columns: [
        key(), id('office_id'), id('deal_id'), count('number'), text('kind', 12), count('fen'), text('method', 12), businessDate('paid_on'), instant('at'), id('by_person'), nullable(count('withdraws')), count('entry_number'),
      ],
      indices: [
        { name: 'receipt_number', columnNames: ['office_id', 'number'], isUnique: true }, { name: 'receipt_withdraws', columnNames: ['office_id', 'withdraws'], isUnique: true },
        { name: 'receipt_deal', columnNames: ['deal_id', 'number'] }, { name: 'receipt_day', columnNames: ['office_id', 'paid_on'] },
      ],
    }));
    await runner.createTable(new Table({
      name: 'payment_demand',
      columns: [key(), id('office_id'), id('deal_id'), count('plan'), smallCount('number'), text('kind', 8), count('fen'), businessDate('business_date'), count('entry_number')],
      indices: [{ name: 'payment_demand_once', columnNames: ['deal_id', 'plan', 'number', 'kind'], isUnique: true }],
    }));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['payment_demand', 'receipt', 'instalment', 'subscription']) await runner.dropTable(table);
  }
}
