import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table } from 'typeorm';
import { businessDate, count, flag, id, instant, json, key, nullable, text } from './columns';

/** What reaches the office and has to be answered, and what was done about it. */
export class Requests0050 implements MigrationInterface {
  readonly name = 'Requests0000000000050';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({
      name: 'customer_request',
      columns: [
        key(), id('office_id'), count('entry_number'), businessDate('business_date'), instant('taken_at'), id('taken_by'), text('way', 10), text('request_class', 16), text('complexity', 10), text('label', 60),
        nullable(id('customer_id')), nullable(id('about_id')), id('owner_id'), instant('owner_since'), text('step', 12), nullable(instant('promised_at')), nullable(instant('due_at')), nullable(instant('remind_at')),
        json('told'), nullable(instant('told_at')), flag('call_back'), nullable(instant('investigated_at')), nullable(instant('answered_at')), nullable(instant('called_back_at')), nullable(text('satisfaction', 12)), nullable(flag('upheld')),
      ],
      indices: [
        { name: 'customer_request_step', columnNames: ['office_id', 'step', 'due_at'] },
        { name: 'customer_request_entry', columnNames: ['office_id', 'entry_number'], isUnique: true },
        { name: 'customer_request_clock', columnNames: ['remind_at'] },
      ],
    }));
    await runner.createTable(new Table({
      name: 'request_act',
      columns: [key(), id('office_id'), id('request_id'), text('kind', 16), instant('at'), nullable(id('by_person')), json('data'), count('entry_number')],
      indices: [{ name: 'request_act_request', columnNames: ['request_id', 'entry_number'] }],
    }));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['request_act', 'customer_request']) await runner.dropTable(table);
  }
}
