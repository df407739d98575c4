import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table } from 'typeorm';
import { id, instant, json, key, smallCount, text } from './columns';

/** Every version of every office's rules. Rows are added, never changed or removed. */
export class PolicyVersions0004 implements MigrationInterface {
  readonly name = 'PolicyVersions0000000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'policy_version',
        columns: [
          key(),
          id('office_id'),
          smallCount('version'),
          json('document'),
          instant('effective_from'),
          instant('published_at'),
          id('published_by'),
          text('note', 500),
        ],
        indices: [
          { name: 'policy_version_once', columnNames: ['office_id', 'version'], isUnique: true },
          { name: 'policy_version_in_force', columnNames: ['office_id', 'effective_from', 'version'] },
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('policy_version');
  }
}
