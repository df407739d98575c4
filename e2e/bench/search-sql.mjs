import { createHmac, hkdfSync } from 'node:crypto';
import { createConnection } from 'mysql2/promise';

const last = '\u{10FFFF}';
const read = `c.id, c.name, c.label, c.phone_last4, c.visits, c.last_contact_at, k.id AS claim_id, k.agent_id, p.name AS agent_name, k.from_date, k.until_date`;
const joined = "JOIN customer c ON c.id = f.id LEFT JOIN claim k ON k.customer_id = c.id AND k.kind = 'claim' AND k.ended_at IS NULL LEFT JOIN person p ON p.id = k.agent_id ORDER BY c.last_contact_at DESC LIMIT 10";
const of = (column) => `FROM customer WHERE office_id = ? AND ${column} >= ? AND ${column} < ?`;
const within = (column, rare) => `SELECT id ${of(column)} ORDER BY last_contact_at${rare ? ' + 0' : ''} DESC LIMIT 10`;
const few = 5_000;
const byPhone = (column) => `SELECT x.customer_id AS id FROM customer_phone x JOIN customer h ON h.id = x.customer_id WHERE x.office_id = ? AND x.${column} = ? AND x.ended_at IS NULL ORDER BY h.last_contact_at DESC LIMIT 10`;

/** The best SQL for each kind of search on the same tables, prepared, on one connection: what the product is held against. */
export async function handWritten(databaseUrl, secret, office) {
  const connection = await createConnection({ uri: databaseUrl, maxPreparedStatements: 100, supportBigNumbers: true });
  const key = Buffer.from(hkdfSync('sha256', secret, 'lunjie', 'lookup', 32));
  const run = async (sql, values) => (await connection.execute(`SELECT ${read} FROM (${sql}) f ${joined}`, values))[0];
  // A count as far as it matters tells which way is the shorter: by the name's own index, or back through the last contacts.
  const isRare = async (column, text) => (await connection.execute(`SELECT COUNT(*) AS number FROM (SELECT 1 AS one ${of(column)} LIMIT ${few}) n`, [office, text, text + last]))[0][0].number < few;
  const range = (column) => async (text) => run(within(column, await isRare(column, text)), [office, text, text + last]);
  const either = async (text) => run(`SELECT id FROM (${within('pinyin', await isRare('pinyin', text))}) a UNION SELECT id FROM (${within('initials', await isRare('initials', text))}) b`, [office, text, text + last, office, text, text + last]);
  return {
    kinds: {
      surname: range('name'), name: range('name'), letter: range('initials'), pinyin: either, 'pinyin, half': either, initials: either,
      'last four': (text) => run(byPhone('last4'), [office, text]),
      phone: (text) => run(byPhone('phone_hash'), [office, createHmac('sha256', key).update(`${office}\n+86${text}`).digest('hex')]),
    },
    end: () => connection.end(),
  };
}
