import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table } from 'typeorm';
import { businessDate, count, id, instant, json, key, nullable, text } from './columns';

/** Disputes: the case with its frozen file, its parties, and what was entered into it. */
export class Disputes0031 implements MigrationInterface {
  readonly name = 'Disputes0000000000031';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({
      name: 'dispute',
      columns: [
        key(), id('office_id'), id('customer_id'), nullable(id('deal_id')), text('kind', 20), text('step', 20), text('state', 12), instant('opened_at'), businessDate('business_date'),
        nullable(id('opened_by')), nullable(instant('due_at')), nullable(instant('reminded_at')), json('file'), text('file_hash', 64), count('entry_number'), nullable(text('outcome', 12)), nullable(id('owner_id')),
        nullable(json('decision')), nullable(instant('settled_at')), nullable(id('settled_by')), nullable(instant('appeal_until')), nullable(id('appealed_by')),
      ],
      indices: [
        { name: 'dispute_office', columnNames: ['office_id', 'state', 'due_at'] },
        { name: 'dispute_customer', columnNames: ['customer_id', 'state'] },
        { name: 'dispute_deal', columnNames: ['deal_id'] },
      ],
    }));
    await runner.createTable(new Table({
      name: 'dispute_party',
      columns: [key(), id('office_id'), id('dispute_id'), id('agent_id'), nullable(id('consents_to'))],
      indices: [
        { name: 'dispute_party_case', columnNames: ['dispute_id', 'agent_id'], isUnique: true },
        { name: 'dispute_party_agent', columnNames: ['office_id', 'agent_id'] },
      ],
    }));
    await runner.createTable(new Table({
      name: 'dispute_act',
      columns: [key(), id('office_id'), id('dispute_id'), text('kind', 20), instant('at'), nullable(id('by_person')), json('data'), count('entry_number')],
      indices: [{ name: 'dispute_act_case', columnNames: ['dispute_id', 'entry_number'] }],
    }));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['dispute_act', 'dispute_party', 'dispute']) await runner.dropTable(table);
  }
}
