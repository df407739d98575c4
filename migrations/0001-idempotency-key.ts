import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table } from 'typeorm';
import { id, instant, json, key, text } from './columns';

/** Answers of writes, kept for repeated requests. */
export class IdempotencyKey0001 implements MigrationInterface {
  /** TypeORM orders by the last 13 digits. */
  readonly name = 'IdempotencyKey0000000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'idempotency_key',
        columns: [
          key(),
          text('office_id', 36),
          id('person_id'),
          text('request_key', 128),
          text('route', 200),
          text('body_hash', 64),
          json('answer'),
          instant('created_at'),
        ],
        indices: [
          { name: 'idempotency_key_once', columnNames: ['person_id', 'office_id', 'request_key'], isUnique: true },
          { name: 'idempotency_key_age', columnNames: ['created_at'] },
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('idempotency_key');
  }
}
