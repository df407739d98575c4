import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table } from 'typeorm';
import { businessDate, count, id, instant, json, key, nullable, smallCount, text } from './columns';

/** The draft an office's admins edit, and the date ranges on which another version of its rules is in force. */
export class PolicyDesk0008 implements MigrationInterface {
  readonly name = 'PolicyDesk0000000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({
      name: 'policy_draft',
      columns: [{ ...id('office_id'), isPrimary: true }, count('revision'), nullable(json('document')), instant('saved_at'), id('saved_by')],
    }));
    await runner.createTable(new Table({
      name: 'policy_period',
      columns: [
        key(), id('office_id'), businessDate('from_date'), businessDate('to_date'), smallCount('version'), text('note', 500),
        instant('created_at'), id('created_by'), nullable(instant('cancelled_at')), nullable(id('cancelled_by')),
      ],
      indices: [{ name: 'policy_period_dates', columnNames: ['office_id', 'to_date', 'from_date'] }],
    }));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['policy_period', 'policy_draft']) await runner.dropTable(table);
  }
}
