import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table } from 'typeorm';
import { businessDate, count, id, instant, json, key, text } from './columns';

/** The sheets of periods that are over, as they were when they were due. */
export class ReportSheets0081 implements MigrationInterface {
  readonly name = 'ReportSheets0000000000081';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({
      name: 'report_sheet',
      columns: [key(), id('office_id'), text('period', 5), businessDate('starts_on'), businessDate('ends_on'), instant('made_at'), count('entry_number'), text('digest', 64), json('view')],
      indices: [{ name: 'report_sheet_period', columnNames: ['office_id', 'period', 'starts_on'], isUnique: true }],
    }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('report_sheet');
  }
}
