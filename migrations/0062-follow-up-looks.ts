import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TableIndex } from 'typeorm';

/** Follow-ups by when the offices' clocks look at them again, whichever office: one look tells where something is due. */
export class FollowUpLooks0062 implements MigrationInterface {
  readonly name = 'FollowUpLooks0000000000062';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex('follow_up_task', new TableIndex({ name: 'follow_up_task_look', columnNames: ['next_look_at', 'office_id'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('follow_up_task', 'follow_up_task_look');
  }
}
