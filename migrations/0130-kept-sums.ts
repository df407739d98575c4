import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table } from 'typeorm';
import { businessDate, count, id, json, text } from './columns';

const primary = (column: ReturnType<typeof id>) => ({ ...column, isPrimary: true });
const table = 'report_tally';
const before = 'report_tally_before';
const atOnce = 200;

interface Sum {
  readonly period: string;
  readonly starts_on: string;
  readonly dimension: string;
  readonly value: string;
  readonly kind: string;
  readonly number: number | string;
  readonly gross_area: number | string;
  readonly fen: number | string;
}

/** Value, kind, number, and area and money where there are any. */
type KeptSum = readonly [string, string, number, number?, number?];

interface Folded {
  readonly office_id: string;
  readonly period: string;
  readonly starts_on: string;
  readonly dimension: string;
  readonly sums: string;
}

/** Sums were kept one a row: hundreds of rows a sheet, thousands for the company's. Now a dimension of a period is one row. */
export class KeptSums0130 implements MigrationInterface {
  readonly name = 'KeptSums0000000000130';

  async up(runner: QueryRunner): Promise<void> {
    await runner.dropIndex(table, 'report_tally_company');
    await runner.renameTable(table, before);
    await runner.createTable(new Table({ name: table, columns: [primary(id('office_id')), primary(text('period', 5)), primary(businessDate('starts_on')), primary(text('dimension', 12)), json('sums')] }));
    for (const { office_id: office } of (await runner.query(`SELECT DISTINCT office_id FROM ${before}`)) as { office_id: string }[]) {
      const rows = (await runner.query(`SELECT period, starts_on, dimension, value, kind, number, gross_area, fen FROM ${before} WHERE office_id = ?`, [office])) as Sum[];
      const parts = [...folded(rows)].map(([key, sums]) => [office, ...key.split('\n'), sums]);
      for (let from = 0; from < parts.length; from += atOnce) await insert(runner, ['office_id', 'period', 'starts_on', 'dimension', 'sums'], parts.slice(from, from + atOnce));
    }
    await runner.dropTable(before);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.renameTable(table, before);
    await runner.createTable(new Table({
      name: table,
      columns: [
        primary(id('office_id')), primary(text('period', 5)), primary(businessDate('starts_on')), primary(text('dimension', 12)), primary(text('value', 60)), primary(text('kind', 24)), count('number'), count('gross_area'), count('fen'),
      ],
      indices: [{ name: 'report_tally_company', columnNames: ['period', 'starts_on', 'dimension', 'office_id'] }],
    }));
    for (const row of (await runner.query(`SELECT office_id, period, starts_on, dimension, sums FROM ${before}`)) as Folded[]) {
      const sums = (JSON.parse(row.sums) as KeptSum[]).map(([value, kind, number, area = 0, fen = 0]) => [row.office_id, row.period, row.starts_on, row.dimension, value, kind, number, area, fen]);
      await insert(runner, ['office_id', 'period', 'starts_on', 'dimension', 'value', 'kind', 'number', 'gross_area', 'fen'], sums);
    }
    await runner.dropTable(before);
  }
}

async function insert(runner: QueryRunner, columns: readonly string[], rows: readonly (readonly unknown[])[]): Promise<void> {
  const tuple = `(${columns.map(() => '?').join(', ')})`;
  if (rows.length > 0) await runner.query(`INSERT INTO ${table} (${columns.join(', ')}) VALUES ${rows.map(() => tuple).join(', ')}`, rows.flat());
}

/** By period, day and dimension, each in the order in which the sums are kept from now on: value, kind. */
function folded(rows: readonly Sum[]): ReadonlyMap<string, string> {
  const parts = new Map<string, Sum[]>();
  for (const row of rows) {
    const key = [row.period, row.starts_on, row.dimension].join('\n');
    const part = parts.get(key);
    if (part) part.push(row);
    else parts.set(key, [row]);
  }
  const inOrder = (one: Sum, other: Sum): number => one.value === other.value ? (one.kind < other.kind ? -1 : 1) : one.value < other.value ? -1 : 1;
  const kept = ({ value, kind, number, gross_area, fen }: Sum): KeptSum => Number(gross_area) === 0 && Number(fen) === 0 ? [value, kind, Number(number)] : [value, kind, Number(number), Number(gross_area), Number(fen)];
  return new Map([...parts].map(([key, sums]) => [key, JSON.stringify(sums.sort(inOrder).map(kept))]));
}
