import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TableColumn } from 'typeorm';
import { count, nullable, text } from './columns';

const columns = () => [text('batch', 20), text('property_type', 20), count('measured_gross'), count('measured_net')].map((column) => new TableColumn(nullable(column)));

/** What the ledger of units (form 10) says besides: the release, the kind of property, and the areas as surveyed. */
export class UnitFacts0102 implements MigrationInterface {
  readonly name = 'UnitFacts0000000000102';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumns('unit', columns());
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumns('unit', columns());
  }
}
