import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table } from 'typeorm';
import { id, instant, json, text } from './columns';

/** Where somebody gets reminders by mail, and which. */
export class PersonMail0061 implements MigrationInterface {
  readonly name = 'PersonMail0000000000061';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({
      name: 'person_mail',
      columns: [{ ...id('person_id'), isPrimary: true }, text('email', 254), json('kinds'), instant('changed_at')],
      indices: [{ name: 'person_mail_email', columnNames: ['email'], isUnique: true }],
    }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('person_mail');
  }
}
