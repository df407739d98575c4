import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table } from 'typeorm';
import { businessDate, count, id, instant, json, key, nullable, text } from './columns';

/** Shifts handed over and taken over. */
export class Handovers0121 implements MigrationInterface {
  readonly name = 'Handovers0000000000121';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({
      name: 'shift_handover',
      columns: [
        key(), id('office_id'), text('place', 12), instant('at'), businessDate('business_date'), id('by_person'), count('entry_number'), json('sheet'),
        nullable(instant('taken_at')), nullable(id('taken_by')), nullable(count('taken_entry')), nullable(json('differences')),
      ],
      indices: [{ name: 'shift_handover_entry', columnNames: ['office_id', 'entry_number'], isUnique: true }, { name: 'shift_handover_taken', columnNames: ['office_id', 'taken_entry'] }],
    }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('shift_handover');
  }
}
