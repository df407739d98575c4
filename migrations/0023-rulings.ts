import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table } from 'typeorm';
import { businessDate, count, id, instant, json, key, nullable, smallCount, text } from './columns';

/** What bears on whose customer somebody is, and how it was ruled. */
export class Rulings0023 implements MigrationInterface {
  readonly name = 'Rulings0000000000023';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({
      name: 'happening',
      columns: [
        key(), id('office_id'), id('customer_id'), instant('at'), businessDate('business_date'), text('kind', 30), nullable(id('agent_id')), nullable(id('by_person')),
        json('data'), count('entry_number'),
      ],
      indices: [{ name: 'happening_customer', columnNames: ['customer_id', 'at'] }],
    }));
    await runner.createTable(new Table({
      name: 'ruling',
      columns: [
        key(), id('office_id'), id('customer_id'), instant('at'), text('occasion', 30), text('state', 20), nullable(id('owner_before')), nullable(id('owner_id')),
        text('clause', 60), smallCount('policy_version'), json('decision'), count('entry_number'),
      ],
      indices: [{ name: 'ruling_customer', columnNames: ['customer_id', 'at'] }, { name: 'ruling_open', columnNames: ['office_id', 'state', 'at'] }],
    }));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['ruling', 'happening']) await runner.dropTable(table);
  }
}
