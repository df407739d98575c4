import { createConnection } from 'mysql2/promise';

const dimensions = ['business_date', 'hour', 'agent', 'team', 'channel', 'home_area', 'age', 'purpose', 'layout', 'area', 'price', 'grade', 'reason'];
const sums = 'kind, SUM(number) AS number, SUM(gross_area) AS gross_area, SUM(fen) AS fen';

/**
 * The best SQL for what a sheet shows, on the same occurrences, prepared, with an index that covers each question of its own:
 * what the product, which keeps sums, is held against.
 */
export async function handWritten(databaseUrl) {
  const connection = await createConnection({ uri: databaseUrl, maxPreparedStatements: 100, supportBigNumbers: true });
  const covering = (name, ...columns) => connection.query(`CREATE INDEX ${name} ON occurrence (${columns.join(', ')}, number, gross_area, fen)`);
  const run = async (sql, values) => (await connection.execute(sql, values))[0];
  const week = (column) => `SELECT ${column} AS value, ${sums} FROM occurrence WHERE office_id = ? AND business_date BETWEEN ? AND ? GROUP BY ${column}, kind`;
  return {
    /** An index for the question of one office by agent, and one for the whole company. */
    prepare: async () => {
      await covering('bench_agent', 'office_id', 'business_date', 'agent', 'kind');
      await covering('bench_company', 'business_date', 'office_id', 'kind');
      await connection.query('ANALYZE TABLE occurrence, report_tally');
    },
    /** One office's week by agent. */
    agents: (office, { from, to }) => run(week('agent'), [office, from, to]),
    /** Everything a sheet shows: two periods by every dimension, in one round trip. */
    sheet: (office, span, before) => run([span, before].flatMap(() => dimensions.map((column) => week(column))).join(' UNION ALL '), [span, before].flatMap(({ from, to }) => dimensions.flatMap(() => [office, from, to]))),
    /** Every office's week. */
    company: ({ from, to }) => run(`SELECT office_id, ${sums} FROM occurrence WHERE business_date BETWEEN ? AND ? GROUP BY office_id, kind`, [from, to]),
    end: () => connection.end(),
  };
}
