import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table, TableColumn } from 'typeorm';
import { businessDate, count, id, instant, key, nullable, text } from './columns';

const penaltyColumns = [nullable(id('issued_by')), nullable(id('deal_id')), nullable(instant('appeal_until'))] as const;

/** Appeals of penalties, and the ledger of what penalties cost: reversed instead of edited. */
export class PenaltyAppeals0035 implements MigrationInterface {
  readonly name = 'PenaltyAppeals0000000000035';

  async up(runner: QueryRunner): Promise<void> {
    for (const column of penaltyColumns) await runner.addColumn('penalty', new TableColumn(column));
    await runner.createTable(new Table({
      name: 'penalty_appeal',
      columns: [key(), id('office_id'), id('penalty_id'), instant('at'), text('state', 12), count('entry_number'), nullable(instant('heard_at')), nullable(id('heard_by')), nullable(count('heard_entry'))],
      indices: [{ name: 'penalty_appeal_once', columnNames: ['penalty_id'], isUnique: true }, { name: 'penalty_appeal_open', columnNames: ['office_id', 'state'] }],
    }));
    await runner.createTable(new Table({
      name: 'penalty_posting',
      columns: [key(), id('office_id'), id('penalty_id'), id('agent_id'), businessDate('business_date'), text('kind', 12), count('deduct_fen'), count('fine_fen'), count('points'), count('entry_number')],
      indices: [{ name: 'penalty_posting_agent', columnNames: ['office_id', 'agent_id', 'business_date'] }],
    }));
    // What was issued before there was a ledger stands in it too.
    await runner.query(`INSERT INTO penalty_posting (id, office_id, penalty_id, agent_id, business_date, kind, deduct_fen, fine_fen, points, entry_number)
      SELECT id, office_id, id, agent_id, business_date, 'issued', JSON_EXTRACT(decision, '$.deductFen'), JSON_EXTRACT(decision, '$.fineFen'), ROUND(JSON_EXTRACT(decision, '$.points') * 100), entry_number FROM penalty`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('penalty_posting');
    await runner.dropTable('penalty_appeal');
    for (const column of penaltyColumns) await runner.dropColumn('penalty', column.name);
  }
}
