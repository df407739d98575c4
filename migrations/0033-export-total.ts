import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TableColumn } from 'typeorm';
import { nullable, smallCount } from './columns';

/** How many customers an export will have, so that its progress has an end. */
export class ExportTotal0033 implements MigrationInterface {
  readonly name = 'ExportTotal0000000000033';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('customer_export', new TableColumn(nullable(smallCount('rows_total'))));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('customer_export', 'rows_total');
  }
}
