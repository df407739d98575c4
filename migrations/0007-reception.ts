import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table } from 'typeorm';
import { businessDate, count, flag, id, instant, json, key, longText, nullable, smallCount, text } from './columns';

/** Customers with their claims, and who received whom. */
export class Reception0007 implements MigrationInterface {
  readonly name = 'Reception0000000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({
      name: 'customer',
      columns: [
        key(), id('office_id'), text('name', 80), text('label', 80), text('pinyin', 500), text('initials', 80),
        nullable(longText('phone_sealed')), nullable(text('phone_hash', 64)), nullable(text('phone_last4', 4)),
        instant('created_at'), nullable(instant('last_contact_at')), smallCount('visits'),
      ],
      indices: [
        { name: 'customer_phone', columnNames: ['office_id', 'phone_hash'], isUnique: true },
        { name: 'customer_last4', columnNames: ['office_id', 'phone_last4'] },
        { name: 'customer_initials', columnNames: ['office_id', 'initials'] },
        { name: 'customer_name', columnNames: ['office_id', 'name'] },
      ],
    }));
    await runner.createTable(new Table({
      name: 'claim',
      columns: [
        key(), id('office_id'), id('customer_id'), id('agent_id'), businessDate('from_date'), instant('from_at'),
        nullable(businessDate('until_date')), count('entry_number'), nullable(instant('ended_at')), nullable(text('ended_because', 40)),
      ],
      indices: [
        { name: 'claim_customer', columnNames: ['customer_id', 'from_at'] },
        { name: 'claim_agent', columnNames: ['office_id', 'agent_id', 'until_date'] },
      ],
    }));
    await runner.createTable(new Table({
      name: 'visit',
      columns: [
        key(), id('office_id'), instant('at'), businessDate('business_date'), text('channel', 10), nullable(id('customer_id')),
        text('label', 80), text('state', 20), text('visitor_class', 60), text('mode', 20), flag('counts'),
        nullable(id('receiver_id')), nullable(id('handed_back_by')), nullable(id('reception_id')), nullable(smallCount('party_size')),
        smallCount('policy_version'), count('entry_number'), nullable(instant('undo_until')), json('declined'), json('request'), json('decision'),
      ],
      indices: [
        { name: 'visit_day', columnNames: ['office_id', 'business_date', 'at'] },
        { name: 'visit_customer', columnNames: ['customer_id', 'at'] },
      ],
    }));
    await runner.createTable(new Table({
      name: 'reception',
      columns: [
        key(), id('office_id'), id('visit_id'), id('agent_id'), businessDate('business_date'), text('queue', 40), text('mode', 20),
        flag('counts'), flag('new_customer'), text('state', 20), instant('started_at'), nullable(instant('accepted_at')),
        nullable(instant('accept_by')), nullable(instant('ended_at')), nullable(text('outcome', 40)), json('form'), nullable(json('not_counted')),
      ],
      indices: [
        { name: 'reception_agent', columnNames: ['office_id', 'agent_id', 'business_date'] },
        { name: 'reception_visit', columnNames: ['visit_id'] },
        { name: 'reception_accept', columnNames: ['state', 'accept_by'] },
      ],
    }));
    await runner.createTable(new Table({
      name: 'duty',
      columns: [
        key(), id('office_id'), text('kind', 40), nullable(id('by_person')), text('to_whom', 40), instant('due_at'),
        nullable(id('visit_id')), instant('created_at'), nullable(instant('done_at')),
      ],
      indices: [{ name: 'duty_open', columnNames: ['office_id', 'by_person', 'done_at', 'due_at'] }],
    }));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['duty', 'reception', 'visit', 'claim', 'customer']) await runner.dropTable(table);
  }
}
