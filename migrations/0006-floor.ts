import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table } from 'typeorm';
import { businessDate, count, id, instant, json, longText, nullable, text } from './columns';

const primary = (column: ReturnType<typeof id>) => ({ ...column, isPrimary: true });

/** One row an office to lock, its turn ledger, and its register. Ledger and register rows are added, never changed. */
export class Floor0006 implements MigrationInterface {
  readonly name = 'Floor0000000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({
      name: 'floor',
      columns: [primary(id('office_id')), count('version'), count('seq'), count('entry_number'), text('entry_hash', 64), json('state')],
    }));
    await runner.createTable(new Table({
      name: 'turn_posting',
      columns: [
        primary(id('office_id')), primary(count('seq')), instant('at'), businessDate('business_date'), text('kind', 40),
        nullable(id('agent_id')), nullable(id('reception_id')), count('entry_number'), json('body'),
      ],
      indices: [{ name: 'turn_posting_agent', columnNames: ['office_id', 'agent_id', 'business_date'] }],
    }));
    await runner.createTable(new Table({
      name: 'register_entry',
      columns: [
        primary(id('office_id')), primary(count('number')), instant('at'), businessDate('business_date'), text('kind', 40),
        nullable(id('by_person')), nullable(id('subject_id')), nullable(count('corrects')), json('content'),
        nullable(text('commitment', 64)), text('previous_hash', 64), text('hash', 64),
      ],
      indices: [{ name: 'register_entry_subject', columnNames: ['office_id', 'subject_id'] }],
    }));
    await runner.createTable(new Table({
      name: 'personal_data',
      columns: [primary(id('office_id')), primary(count('entry_number')), text('salt', 64), nullable(longText('sealed'))],
    }));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['personal_data', 'register_entry', 'turn_posting', 'floor']) await runner.dropTable(table);
  }
}
