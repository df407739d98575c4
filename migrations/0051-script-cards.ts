import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table } from 'typeorm';
import { count, id, instant, key, smallCount, text } from './columns';

/** The office's own words for each step of a reception, every version of them. */
export class ScriptCards0051 implements MigrationInterface {
  readonly name = 'ScriptCards0000000000051';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({
      name: 'script_card',
      columns: [key(), id('office_id'), text('step', 20), smallCount('version'), text('zh', 400), text('en', 600), instant('at'), id('by_person'), count('entry_number')],
      indices: [{ name: 'script_card_version', columnNames: ['office_id', 'step', 'version'], isUnique: true }],
    }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('script_card');
  }
}
