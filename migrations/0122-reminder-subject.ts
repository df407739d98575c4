import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TableColumn, TableIndex } from 'typeorm';
import { id, nullable } from './columns';

/** What a reminder is about, where that has a page of its own; and reminders by their age, to be cleared away. */
export class ReminderSubject0122 implements MigrationInterface {
  readonly name = 'ReminderSubject0000000000122';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('reminder', new TableColumn(nullable(id('subject_id'))));
    await runner.createIndex('reminder', new TableIndex({ name: 'reminder_age', columnNames: ['office_id', 'created_at'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('reminder', 'reminder_age');
    await runner.dropColumn('reminder', 'subject_id');
  }
}
