import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TableIndex } from 'typeorm';

/** Papers bear the first digits of the hash of the entry they rest on: by these it is found again. */
export class EntryByHash0100 implements MigrationInterface {
  readonly name = 'EntryByHash0000000000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex('register_entry', new TableIndex({ name: 'register_entry_hash', columnNames: ['office_id', 'hash'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('register_entry', 'register_entry_hash');
  }
}
