import { randomUUID } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table, TableColumn } from 'typeorm';
import { businessDate, id, instant, json, key, nullable, text } from './columns';

interface Employed {
  readonly id: string;
  readonly office_id: string;
  readonly person_id: string;
  readonly roles: string;
  readonly state: string;
  readonly from_date: string;
  readonly to_date: string | null;
}

/** What somebody was and from when to when; since when they are certified; the office's rest days and holidays. */
export class EmploymentPeriods0010 implements MigrationInterface {
  readonly name = 'EmploymentPeriods0000000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'employment_period',
        columns: [
          key(),
          id('office_id'),
          id('person_id'),
          json('roles'),
          text('state', 20),
          businessDate('from_date'),
          nullable(businessDate('to_date')),
          nullable(businessDate('expected_until')),
          text('note', 200),
          nullable(id('other_office_id')),
          nullable(id('by_person')),
          instant('created_at'),
        ],
        indices: [{ name: 'employment_period_person', columnNames: ['office_id', 'person_id'] }],
      }),
    );
    await runner.addColumn('employment', new TableColumn(nullable(businessDate('certified_visits_on'))));
    await runner.addColumn('employment', new TableColumn(nullable(businessDate('certified_calls_on'))));
    await runner.addColumn('office', new TableColumn(nullable(json('rest_days'))));
    await runner.createTable(
      new Table({
        name: 'holiday',
        columns: [key(), id('office_id'), businessDate('date'), text('kind', 10), text('name', 80)],
        indices: [{ name: 'holiday_once', columnNames: ['office_id', 'date'], isUnique: true }],
      }),
    );
    await this.beginPeriods(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('holiday');
    await runner.dropColumn('office', 'rest_days');
    await runner.dropColumns('employment', ['certified_visits_on', 'certified_calls_on']);
    await runner.dropTable('employment_period');
  }

  /** Whoever is employed already gets the periods that are known: as they are now, and for who left the time before. */
  private async beginPeriods(runner: QueryRunner): Promise<void> {
    const employed = (await runner.query('SELECT id, office_id, person_id, roles, state, from_date, to_date FROM employment')) as Employed[];
    const insert = 'INSERT INTO employment_period (id, office_id, person_id, roles, state, from_date, to_date, note, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)';
    for (const each of employed) {
      const left = each.to_date !== null;
      await runner.query(insert, [each.id, each.office_id, each.person_id, each.roles, left ? 'active' : each.state, each.from_date, each.to_date, '']);
      if (left) await runner.query(insert, [randomUUID(), each.office_id, each.person_id, each.roles, each.state, each.to_date, null, '']);
    }
  }
}
