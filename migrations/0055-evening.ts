import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table } from 'typeorm';
import { businessDate, count, id, instant, json, key, smallCount, text } from './columns';

/** The evening meeting: its minutes, its closing, and the agents' plan sheets. */
export class Evening0055 implements MigrationInterface {
  readonly name = 'Evening0000000000055';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({
      name: 'evening_minutes',
      columns: [key(), id('office_id'), businessDate('business_date'), instant('at'), id('by_person'), count('entry_number'), json('mentions')],
      indices: [{ name: 'evening_minutes_day', columnNames: ['office_id', 'business_date'] }],
    }));
    await runner.createTable(new Table({
      name: 'evening_meeting',
      columns: [key(), id('office_id'), businessDate('business_date'), instant('closed_at'), id('closed_by'), count('entry_number'), text('digest', 64), json('figures')],
      indices: [{ name: 'evening_meeting_day', columnNames: ['office_id', 'business_date'], isUnique: true }],
    }));
    await runner.createTable(new Table({
      name: 'plan_sheet',
      columns: [key(), id('office_id'), id('agent_id'), text('period', 10), businessDate('starts_on'), smallCount('version'), instant('at'), count('entry_number'), json('targets')],
      indices: [{ name: 'plan_sheet_version', columnNames: ['office_id', 'starts_on', 'period', 'agent_id', 'version'], isUnique: true }],
    }));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['plan_sheet', 'evening_meeting', 'evening_minutes']) await runner.dropTable(table);
  }
}
