import type { MigrationInterface, QueryRunner, TableColumnOptions } from 'typeorm';
import { Table, TableColumn, TableIndex } from 'typeorm';
import { businessDate, count, flag, id, instant, json, key, longText, nullable, smallCount, text } from './columns';

/** What a claim's row says of itself; claims from before were all given by visits and registrations. */
const ofClaims: readonly (readonly [TableColumnOptions, string])[] = [
  [text('kind', 12), "'claim'"], [text('source', 16), "'visit'"], [text('standing', 12), "'in_force'"], [smallCount('refreshed'), '0'], [smallCount('policy_version'), '0'],
];
const mayBeMissing = [businessDate('hard_until'), instant('last_refresh_at'), count('lapsed_entry'), count('ended_entry'), text('awaits', 20)];

/** How long a claim lives and by what it ended; contacts, the shared pool, and how the customers of who goes are given to others. */
export class Claims0022 implements MigrationInterface {
  readonly name = 'Claims0000000000022';

  async up(runner: QueryRunner): Promise<void> {
    for (const column of mayBeMissing) await runner.addColumn('claim', new TableColumn(nullable(column)));
    for (const [column, before] of ofClaims) {
      await runner.addColumn('claim', new TableColumn({ ...column, default: before }));
      await runner.changeColumn('claim', column.name, new TableColumn(column));
    }
    await runner.query("UPDATE claim SET standing = 'ended' WHERE ended_at IS NOT NULL");
    await runner.createIndex('claim', new TableIndex({ name: 'claim_due', columnNames: ['standing', 'until_date'] }));
    await runner.createTable(new Table({
      name: 'contact',
      columns: [
        key(), id('office_id'), id('customer_id'), id('agent_id'), instant('at'), businessDate('business_date'), text('way', 12),
        flag('connected'), flag('personal'), flag('effective'), nullable(longText('note_sealed')), count('entry_number'),
      ],
      indices: [
        { name: 'contact_customer', columnNames: ['customer_id', 'at'] },
        { name: 'contact_agent', columnNames: ['office_id', 'agent_id', 'business_date'] },
      ],
    }));
    await runner.createTable(new Table({
      name: 'pool_stay',
      columns: [
        key(), id('office_id'), id('customer_id'), nullable(id('previous_agent')), instant('since_at'), businessDate('since_date'), nullable(businessDate('until_date')),
        count('entry_number'), nullable(instant('left_at')), nullable(count('left_entry')),
      ],
      indices: [
        { name: 'pool_stay_office', columnNames: ['office_id', 'left_at', 'since_at'] },
        { name: 'pool_stay_customer', columnNames: ['customer_id', 'left_at'] },
        { name: 'pool_stay_due', columnNames: ['left_at', 'until_date'] },
      ],
    }));
    await runner.createTable(new Table({
      name: 'redistribution',
      columns: [
        key(), id('office_id'), text('state', 12), text('method', 12), text('reason', 20), id('from_agent'), json('list'), text('list_hash', 64), nullable(text('seed', 64)),
        json('result'), json('moved'), instant('published_at'), id('published_by'), count('published_entry'), nullable(instant('done_at')), nullable(id('done_by')), nullable(count('done_entry')),
      ],
      indices: [{ name: 'redistribution_office', columnNames: ['office_id', 'published_at'] }],
    }));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['redistribution', 'pool_stay', 'contact']) await runner.dropTable(table);
    await runner.dropIndex('claim', 'claim_due');
    await runner.dropColumns('claim', [...mayBeMissing, ...ofClaims.map(([column]) => column)].map(({ name }) => name));
  }
}
