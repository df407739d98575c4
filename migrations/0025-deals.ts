import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table } from 'typeorm';
import { businessDate, count, id, instant, key, nullable, text } from './columns';

/** Deals, and the ledger of the commission they bring. */
export class Deals0025 implements MigrationInterface {
  readonly name = 'Deals0000000000025';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({
      name: 'deal',
      columns: [
        key(), id('office_id'), id('customer_id'), nullable(text('unit', 60)), nullable(id('closer_id')), instant('closed_at'), businessDate('business_date'),
        count('commission_fen'), text('dispute', 20), id('ruling_id'), count('entry_number'),
      ],
      indices: [{ name: 'deal_customer', columnNames: ['customer_id', 'closed_at'] }, { name: 'deal_day', columnNames: ['office_id', 'business_date'] }],
    }));
    await runner.createTable(new Table({
      name: 'commission_posting',
      columns: [
        key(), id('office_id'), id('deal_id'), count('seq'), businessDate('business_date'), text('kind', 20), text('payee', 20), nullable(id('agent_id')), count('fen'),
        id('ruling_id'), count('entry_number'),
      ],
      indices: [{ name: 'commission_deal', columnNames: ['deal_id', 'seq'] }, { name: 'commission_agent', columnNames: ['office_id', 'agent_id', 'business_date'] }],
    }));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['commission_posting', 'deal']) await runner.dropTable(table);
  }
}
