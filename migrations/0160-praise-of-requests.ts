import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TableColumn, TableIndex } from 'typeorm';
import { id, nullable } from './columns';

/** The request praise came with: each names one agent, once. */
export class PraiseOfRequests0160 implements MigrationInterface {
  readonly name = 'PraiseOfRequests0000000000160';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('praise', new TableColumn(nullable(id('request_id'))));
    await runner.createIndex('praise', new TableIndex({ name: 'praise_request', columnNames: ['office_id', 'request_id'], isUnique: true }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('praise', 'praise_request');
    await runner.dropColumn('praise', 'request_id');
  }
}
