import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table } from 'typeorm';
import { businessDate, flag, id, instant, json, key, nullable, smallCount, text } from './columns';

/** Offices, and who is employed in which. */
export class Offices0003 implements MigrationInterface {
  readonly name = 'Offices0000000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'office',
        columns: [
          key(),
          text('name', 80),
          text('time_zone', 64),
          nullable({ name: 'opens', type: 'char', length: '5' }),
          nullable({ name: 'closes', type: 'char', length: '5' }),
          instant('created_at'),
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'employment',
        columns: [
          key(),
          id('office_id'),
          id('person_id'),
          json('roles'),
          text('state', 20),
          businessDate('from_date'),
          nullable(businessDate('to_date')),
          smallCount('roster_position'),
          smallCount('weight'),
          flag('certified_visits'),
          flag('certified_calls'),
        ],
        indices: [
          { name: 'employment_once', columnNames: ['office_id', 'person_id'], isUnique: true },
          { name: 'employment_person', columnNames: ['person_id', 'state'] },
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['employment', 'office']) await runner.dropTable(table);
  }
}
