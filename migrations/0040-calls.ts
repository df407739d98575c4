import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table } from 'typeorm';
import { businessDate, count, flag, id, instant, json, key, longText, nullable, smallCount, text } from './columns';

/** Calls beside their visits, follow-up tasks, and customers given up. */
export class Calls0040 implements MigrationInterface {
  readonly name = 'Calls0000000000040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({
      name: 'call_record',
      columns: [
        key(), id('office_id'), instant('at'), businessDate('business_date'), nullable(id('answered_by')), nullable(id('asked_for')), nullable(smallCount('rings')), nullable(smallCount('seconds')),
        text('gives', 12), flag('is_repeat'), json('form'), json('missing'), nullable(longText('message_sealed')), nullable(instant('invited_for')),
      ],
      indices: [{ name: 'call_record_day', columnNames: ['office_id', 'business_date', 'at'] }, { name: 'call_record_agent', columnNames: ['office_id', 'answered_by', 'business_date'] }],
    }));
    await runner.createTable(new Table({
      name: 'follow_up_task',
      columns: [
        key(), id('office_id'), id('customer_id'), id('agent_id'), text('kind', 12), businessDate('due_date'), instant('due_at'), nullable(text('way', 12)), nullable(longText('step_sealed')),
        nullable(id('visit_id')), instant('created_at'), nullable(id('created_by')), count('entry_number'), smallCount('level'), nullable(instant('next_look_at')),
        nullable(instant('done_at')), nullable(text('outcome', 12)), nullable(id('contact_id')), nullable(count('done_entry')),
      ],
      indices: [
        { name: 'follow_up_task_customer', columnNames: ['customer_id', 'done_at'] },
        { name: 'follow_up_task_agent', columnNames: ['office_id', 'agent_id', 'done_at', 'due_date'] },
        { name: 'follow_up_task_due', columnNames: ['office_id', 'done_at', 'next_look_at'] },
        { name: 'follow_up_task_visit', columnNames: ['visit_id'] },
      ],
    }));
    await runner.createTable(new Table({
      name: 'lost_customer',
      columns: [
        key(), id('office_id'), id('customer_id'), nullable(id('agent_id')), text('reason', 20), nullable(longText('note_sealed')), instant('at'), businessDate('business_date'), count('entry_number'),
        nullable(instant('back_at')), nullable(count('back_entry')),
      ],
      indices: [{ name: 'lost_customer_customer', columnNames: ['customer_id', 'back_at'] }, { name: 'lost_customer_office', columnNames: ['office_id', 'business_date'] }],
    }));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['lost_customer', 'follow_up_task', 'call_record']) await runner.dropTable(table);
  }
}
