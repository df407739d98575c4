import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TableColumn } from 'typeorm';
import { count, nullable } from './columns';

/** The entry up to which no open follow-up was left with a former owner, so that a new process need not look at all of them. */
export class FollowUpsSettled0140 implements MigrationInterface {
  readonly name = 'FollowUpsSettled0000000000140';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('floor', new TableColumn(nullable(count('follow_ups_settled'))));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('floor', 'follow_ups_settled');
  }
}
