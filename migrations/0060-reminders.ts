import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table } from 'typeorm';
import { flag, id, instant, key, nullable, smallCount, text } from './columns';

/** Reminders outside the console: an office's webhook, and what is sent to whom. */
export class Reminders0060 implements MigrationInterface {
  readonly name = 'Reminders0000000000060';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({
      name: 'webhook_outlet',
      columns: [key(), id('office_id'), text('url', 500), flag('is_on'), smallCount('secret_number'), instant('created_at'), instant('changed_at'), id('changed_by')],
      indices: [{ name: 'webhook_outlet_office', columnNames: ['office_id'], isUnique: true }],
    }));
    await runner.createTable(new Table({
      name: 'reminder',
      columns: [
        key(), id('office_id'), id('person_id'), text('outlet', 36), text('notice_id', 160), text('kind', 40), instant('notice_at'), instant('created_at'),
        text('state', 12), smallCount('tries'), nullable(instant('next_try_at')), nullable(instant('settled_at')), nullable(text('fault', 20)),
      ],
      indices: [
        { name: 'reminder_once', columnNames: ['person_id', 'outlet', 'office_id', 'notice_id'], isUnique: true },
        { name: 'reminder_due', columnNames: ['state', 'next_try_at'] },
        { name: 'reminder_latest', columnNames: ['outlet', 'created_at'] },
        { name: 'reminder_settled', columnNames: ['office_id', 'outlet', 'state', 'settled_at'] },
      ],
    }));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['reminder', 'webhook_outlet']) await runner.dropTable(table);
  }
}
