import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TableIndex } from 'typeorm';

const indexes = [['commission_posting', 'commission_day', 'business_date'], ['follow_up_task', 'follow_up_task_day', 'due_date'], ['customer_request', 'customer_request_day', 'business_date']] as const;

/** A period's postings, follow-ups and requests are found by their day: the conduct of an office is counted by it. */
export class Conduct0093 implements MigrationInterface {
  readonly name = 'Conduct0000000000093';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, name, date] of indexes) await runner.createIndex(table, new TableIndex({ name, columnNames: ['office_id', date] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, name] of indexes) await runner.dropIndex(table, name);
  }
}
