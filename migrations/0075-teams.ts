import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table } from 'typeorm';
import { businessDate, id, instant, key, nullable, text } from './columns';

/** Which team of an office somebody belonged to, from when to when; a time in no team has no name. */
export class Teams0075 implements MigrationInterface {
  readonly name = 'Teams0000000000075';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({
      name: 'team_period',
      columns: [key(), id('office_id'), id('person_id'), nullable(text('team', 40)), businessDate('from_date'), nullable(businessDate('to_date')), nullable(id('by_person')), instant('created_at')],
      indices: [{ name: 'team_period_person', columnNames: ['office_id', 'person_id'] }],
    }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('team_period');
  }
}
