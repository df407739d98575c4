import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table } from 'typeorm';
import { count, id, instant, key, nullable, smallCount } from './columns';

/** Price lists that were brought in, so that one can be taken back while nothing of it has changed. */
export class UnitImports0101 implements MigrationInterface {
  readonly name = 'UnitImports0000000000101';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({
      name: 'unit_import',
      columns: [
        key(), id('office_id'), instant('at'), id('by_person'), count('first_entry'), count('last_entry'), smallCount('entered'), smallCount('changed'), nullable(instant('undone_at')), nullable(id('undone_by')),
      ],
      indices: [{ name: 'unit_import_latest', columnNames: ['office_id', 'first_entry'] }],
    }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('unit_import');
  }
}
