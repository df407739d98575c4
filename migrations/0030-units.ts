import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table, TableColumn, TableIndex } from 'typeorm';
import { businessDate, count, id, instant, json, key, nullable, smallCount, text } from './columns';

/** The columns by which a deal is more than its closing; a deal from before them is `closed`. */
const dealColumns = [
  { ...text('stage', 16), default: "'closed'" }, nullable(id('unit_id')),
  /** The unit while the deal is live, else nothing: two live deals on one unit do not go into the table. */
  nullable(id('live_unit')),
  nullable(id('buyer_id')), nullable(id('handler_id')), nullable(count('list_fen')), nullable(count('price_fen')), nullable(count('deposit_fen')), nullable(instant('soft_until')), nullable(businessDate('deposit_date')),
  nullable(businessDate('signed_date')), nullable(businessDate('delivered_date')), nullable(businessDate('ended_date')),
] as const;

/** Units and the board they stand on, and the life of a deal with one. */
export class Units0030 implements MigrationInterface {
  readonly name = 'Units0000000000030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({
      name: 'unit',
      columns: [
        key(), id('office_id'), text('code', 60), text('building', 20), nullable(text('entrance', 10)), smallCount('floor'), text('room', 20), text('layout', 40), count('gross_area'), count('net_area'), count('list_price_fen'),
        text('state', 16), nullable(id('held_by')), nullable(instant('state_since')), nullable(instant('held_until')), count('entry_number'),
      ],
      indices: [{ name: 'unit_code', columnNames: ['office_id', 'code'], isUnique: true }, { name: 'unit_due', columnNames: ['state', 'held_until'] }],
    }));
    for (const column of dealColumns) await runner.addColumn('deal', new TableColumn(column));
    // A soft deposit has no ruling yet: the deal closes with the firm one.
    await runner.changeColumn('deal', 'ruling_id', new TableColumn(nullable(id('ruling_id'))));
    await runner.createIndex('deal', new TableIndex({ name: 'deal_live_unit', columnNames: ['live_unit'], isUnique: true }));
    await runner.createIndex('deal', new TableIndex({ name: 'deal_stage', columnNames: ['office_id', 'stage', 'soft_until'] }));
    await runner.createTable(new Table({
      name: 'deal_event',
      columns: [key(), id('office_id'), id('deal_id'), count('entry_number'), instant('at'), businessDate('business_date'), text('kind', 20), nullable(id('by_person')), json('data')],
      indices: [{ name: 'deal_event_deal', columnNames: ['deal_id', 'entry_number'] }],
    }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('deal_event');
    await runner.dropIndex('deal', 'deal_stage');
    await runner.dropIndex('deal', 'deal_live_unit');
    await runner.changeColumn('deal', 'ruling_id', new TableColumn(id('ruling_id')));
    for (const column of dealColumns) await runner.dropColumn('deal', column.name);
    await runner.dropTable('unit');
  }
}
