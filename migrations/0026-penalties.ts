import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table } from 'typeorm';
import { businessDate, count, id, instant, json, key, nullable, smallCount, text } from './columns';

/** Slips and verified violations. */
export class Penalties0026 implements MigrationInterface {
  readonly name = 'Penalties0000000000026';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({
      name: 'penalty',
      columns: [
        key(), id('office_id'), id('agent_id'), instant('at'), businessDate('business_date'), text('penalty_trigger', 60), nullable(text('severity', 20)), json('decision'),
        nullable(instant('suspended_until')), smallCount('policy_version'), count('entry_number'),
      ],
      indices: [{ name: 'penalty_agent', columnNames: ['office_id', 'agent_id', 'at'] }],
    }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('penalty');
  }
}
