import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table } from 'typeorm';
import { id, instant, json, key, nullable, text } from './columns';

/** Who did what to the office's people and rules. Rows are added, never changed or removed. */
export class Audit0005 implements MigrationInterface {
  readonly name = 'Audit0000000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'audit_entry',
        columns: [key(), nullable(id('office_id')), instant('at'), nullable(id('person_id')), text('kind', 60), json('data')],
        indices: [{ name: 'audit_entry_office', columnNames: ['office_id', 'at', 'id'] }],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('audit_entry');
  }
}
