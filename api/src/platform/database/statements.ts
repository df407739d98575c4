import type { QueryRunner } from 'typeorm';
import { UnawaitedRunner } from './mariadb-runner';
import type { SeparateConnectionRunner } from './sqlite-driver';

/** What a statement brought: `rows` of a read, the number of rows a write matched. */
export interface Ran<Row> {
  readonly rows: Row[];
  readonly affected: number;
}

/** A statement with what stands in for its question marks. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** Runs one prepared statement on the runner's own connection. Costs a fraction of the query builder's way. */
export async function prepared<Row>(runner: QueryRunner, statement: Statement): Promise<Ran<Row>> {
  if (runner instanceof UnawaitedRunner) return (await runner.run(statement)) as Ran<Row>;
  const { records, affected } = (await (runner as SeparateConnectionRunner).query(statement.sql, [...statement.values], true)) as { records: Row[]; affected?: number };
  return { rows: records, affected: affected ?? 0 };
}

/** A write whose outcome nobody waits for on MariaDB; on SQLite it runs at once. */
export async function sent(runner: QueryRunner, statement: Statement): Promise<void> {
  if (runner instanceof UnawaitedRunner) await runner.send(statement);
  else await prepared(runner, statement);
}
