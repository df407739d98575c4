import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table } from 'typeorm';
import { businessDate, count, id, instant, nullable, smallCount, text } from './columns';

const primary = (column: ReturnType<typeof id>) => ({ ...column, isPrimary: true });

/** What the statistics count, the weeks and months it sums to, and how far the register was read for it. All of it can be counted anew. */
export class Reports0080 implements MigrationInterface {
  readonly name = 'Reports0000000000080';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({
      name: 'occurrence',
      columns: [
        // The key is the order in which a period is read.
        primary(id('office_id')), primary(businessDate('business_date')), primary(count('entry_number')), primary(text('kind', 24)),
        id('subject_id'), nullable(id('customer_id')), nullable(id('about_id')), smallCount('hour'), text('agent', 36), text('team', 60), text('channel', 60), text('home_area', 60), text('age', 20), text('purpose', 20), text('layout', 60),
        text('area', 20), text('price', 20), text('grade', 10), text('reason', 20), smallCount('number'), count('gross_area'), count('fen'),
      ],
      indices: [{ name: 'occurrence_subject', columnNames: ['office_id', 'subject_id'] }],
    }));
    await runner.createTable(new Table({
      name: 'report_tally',
      columns: [
        primary(id('office_id')), primary(text('period', 5)), primary(businessDate('starts_on')), primary(text('dimension', 12)), primary(text('value', 60)), primary(text('kind', 24)),
        count('number'), count('gross_area'), count('fen'),
      ],
      indices: [{ name: 'report_tally_company', columnNames: ['period', 'starts_on', 'dimension', 'office_id'] }],
    }));
    await runner.createTable(new Table({ name: 'report_mark', columns: [primary(id('office_id')), count('entry_number'), instant('at')] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['report_mark', 'report_tally', 'occurrence']) await runner.dropTable(table);
  }
}
