import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table, TableColumn } from 'typeorm';
import { count, flag, id, instant, json, key, longText, nullable, smallCount, text } from './columns';

/** Customers brought in from sheets and taken out into sheets. */
export class CustomerSheets0024 implements MigrationInterface {
  readonly name = 'CustomerSheets0000000000024';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({
      name: 'import_batch',
      columns: [
        key(), id('office_id'), id('by_person'), instant('created_at'), text('state', 10), flag('headed'), json('mapping'), smallCount('lines'), smallCount('columns'), text('content_hash', 64),
        nullable(instant('started_at')), nullable(instant('finished_at')), nullable(id('undone_by')), nullable(instant('undone_at')),
      ],
      indices: [{ name: 'import_batch_office', columnNames: ['office_id', 'created_at'] }, { name: 'import_batch_due', columnNames: ['state', 'created_at'] }],
    }));
    await runner.createTable(new Table({
      name: 'import_row',
      columns: [key(), id('batch_id'), smallCount('line'), text('state', 10), nullable(longText('sealed')), nullable(id('customer_id')), nullable(json('remarks')), nullable(count('entry_number'))],
      indices: [{ name: 'import_row_line', columnNames: ['batch_id', 'line'], isUnique: true }, { name: 'import_row_state', columnNames: ['batch_id', 'state', 'line'] }],
    }));
    await runner.createTable(new Table({
      name: 'customer_export',
      columns: [
        key(), id('office_id'), id('by_person'), instant('created_at'), text('state', 10), json('roles'), text('format', 4), text('language', 2), json('columns'), longText('asked'),
        smallCount('rows_done'), smallCount('parts'), count('bytes'), nullable(id('taken_by')), nullable(instant('taken_until')), nullable(instant('finished_at')), instant('expires_at'),
      ],
      indices: [{ name: 'customer_export_office', columnNames: ['office_id', 'created_at'] }, { name: 'customer_export_due', columnNames: ['state', 'expires_at'] }],
    }));
    await runner.createTable(new Table({
      name: 'export_part',
      columns: [key(), id('export_id'), smallCount('number'), longText('sealed')],
      indices: [{ name: 'export_part_number', columnNames: ['export_id', 'number'], isUnique: true }],
    }));
    await runner.addColumn('customer', new TableColumn(nullable(instant('withdrawn_at'))));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('customer', 'withdrawn_at');
    for (const table of ['export_part', 'customer_export', 'import_row', 'import_batch']) await runner.dropTable(table);
  }
}
