import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table } from 'typeorm';
import { instant } from './columns';

const part = (name: string) => ({ name, type: 'char', length: '36', isPrimary: true });

/** Until when somebody has seen what the bell says, on all their devices. */
export class NoticeSeen0020 implements MigrationInterface {
  readonly name = 'NoticeSeen0000000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({ name: 'notice_seen', columns: [part('person_id'), part('office_id'), instant('seen_at')] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('notice_seen');
  }
}
