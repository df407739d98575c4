import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TableIndex } from 'typeorm';

/** Tables whose rows are compared with the register entry they stand under, and the column that bears its number. */
const compared = [
  ['commission_posting', 'entry_number'], ['receipt', 'entry_number'], ['subscription', 'entry_number'], ['instalment', 'plan'], ['payment_demand', 'entry_number'], ['deal_event', 'entry_number'], ['penalty', 'entry_number'],
  ['penalty_posting', 'entry_number'], ['dispute_act', 'entry_number'], ['ruling', 'entry_number'],
] as const;

/** The rows of an entry of the register are found by its number, so that a large office is verified piece by piece. */
export class ByEntry0070 implements MigrationInterface {
  readonly name = 'ByEntry0000000000070';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, column] of compared) await runner.createIndex(table, new TableIndex({ name: `${table}_entry`, columnNames: ['office_id', column] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table] of compared) await runner.dropIndex(table, `${table}_entry`);
  }
}
