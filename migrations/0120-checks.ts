import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table } from 'typeorm';
import { businessDate, count, id, instant, json, key, nullable, smallCount, text } from './columns';

/** Spot checks and mystery visits with their corrections, and praise. */
export class Checks0120 implements MigrationInterface {
  readonly name = 'Checks0000000000120';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({
      name: 'site_check',
      columns: [
        key(), id('office_id'), text('kind', 16), instant('checked_at'), instant('at'), businessDate('business_date'), id('by_person'), count('entry_number'), text('salt', 64), json('body'), text('digest', 64),
        nullable(instant('published_at')), nullable(id('published_by')), nullable(count('published_entry')), nullable(json('brought')),
      ],
      indices: [{ name: 'site_check_entry', columnNames: ['office_id', 'entry_number'], isUnique: true }, { name: 'site_check_published', columnNames: ['office_id', 'published_entry'] }],
    }));
    await runner.createTable(new Table({
      name: 'site_check_correction',
      columns: [key(), id('office_id'), id('check_id'), smallCount('number'), instant('at'), id('by_person'), count('entry_number'), text('salt', 64), json('body'), text('digest', 64), nullable(count('brought_entry'))],
      indices: [{ name: 'site_check_correction_entry', columnNames: ['office_id', 'entry_number'], isUnique: true }, { name: 'site_check_correction_check', columnNames: ['check_id'] }],
    }));
    await runner.createTable(new Table({
      name: 'praise',
      columns: [key(), id('office_id'), id('agent_id'), instant('at'), businessDate('business_date'), id('by_person'), nullable(id('check_id')), count('entry_number')],
      indices: [{ name: 'praise_agent', columnNames: ['office_id', 'agent_id', 'at'] }, { name: 'praise_entry', columnNames: ['office_id', 'entry_number'], isUnique: true }],
    }));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['praise', 'site_check_correction', 'site_check']) await runner.dropTable(table);
  }
}
