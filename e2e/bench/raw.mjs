/*
 * The raw side: what an arrival needs of the database, written by hand with mysql2 and nothing else. It reads the rows the
 * product reads (session with person and employment, the office's row under its lock, the version in force, the customer
 * with their claim by the phone, the receiver's name) and writes the rows the product writes, with the content of a real
 * arrival, in one transaction on one kept connection a lane, each statement prepared once. It parses, decides, hashes,
 * seals and checks nothing: that is the product's work, and what the ratio is about. The product sends the same statements,
 * prepared and one after another as here.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createConnection } from 'mysql2/promise';

/** Tables an arrival of a new customer writes, in the order it writes them, with what makes a copied row a new one. */
const written = [
  ['customer', (row, o) => ({ ...row, id: o.customer, office_id: o.office })],
  ['customer_phone', (row, o) => ({ ...row, id: randomUUID(), office_id: o.office, customer_id: o.customer, phone_hash: o.hash })],
  ['reception', (row, o) => ({ ...row, id: o.reception, office_id: o.office, visit_id: o.visit })],
  ['claim', (row, o) => ({ ...row, id: randomUUID(), office_id: o.office, customer_id: o.customer })],
  ['visit', (row, o) => ({ ...row, id: o.visit, office_id: o.office, customer_id: o.customer, reception_id: o.reception })],
  ['register_entry', (row, o, index) => ({ ...row, office_id: o.office, number: o.entry + 1 + index })],
  ['personal_data', (row, o) => ({ ...row, office_id: o.office, entry_number: o.entry + 1 })],
  ['turn_posting', (row, o, index) => ({ ...row, office_id: o.office, seq: o.seq + 1 + index })],
];

/** The rows of one real arrival: what the raw driver writes again and again. */
export async function templateOf(databaseUrl, officeId, visitId, cookies) {
  const connection = await createConnection({ uri: databaseUrl, supportBigNumbers: true });
  const rows = async (sql, values) => (await connection.query(sql, values))[0];
  const [visit] = await rows('SELECT * FROM visit WHERE id = ?', [visitId]);
  const template = {
    customer: await rows('SELECT * FROM customer WHERE id = ?', [visit.customer_id]),
    customer_phone: await rows('SELECT * FROM customer_phone WHERE customer_id = ?', [visit.customer_id]),
    reception: await rows('SELECT * FROM reception WHERE id = ?', [visit.reception_id]),
    claim: await rows('SELECT * FROM claim WHERE customer_id = ?', [visit.customer_id]),
    visit: [visit],
    register_entry: await rows('SELECT * FROM register_entry WHERE office_id = ? AND number >= ? ORDER BY number', [officeId, visit.entry_number]),
    personal_data: await rows('SELECT * FROM personal_data WHERE office_id = ? AND entry_number = ?', [officeId, visit.entry_number]),
    turn_posting: await rows('SELECT * FROM turn_posting WHERE office_id = ? AND entry_number = ?', [officeId, visit.entry_number]),
    floor: (await rows('SELECT * FROM floor WHERE office_id = ?', [officeId]))[0],
    idempotency_key: (await rows('SELECT * FROM idempotency_key WHERE office_id = ? ORDER BY created_at DESC, id DESC LIMIT 1', [officeId]))[0],
    sessions: new Map([...cookies].map(([office, cookie]) => [office, createHash('sha256').update(cookie.split('=')[1]).digest('hex')])),
  };
  await connection.end();
  return template;
}

function insert(table, rows) {
  const columns = Object.keys(rows[0]);
  const tuple = `(${columns.map(() => '?').join(', ')})`;
  return [`INSERT INTO \`${table}\` (${columns.map((name) => `\`${name}\``).join(', ')}) VALUES ${rows.map(() => tuple).join(', ')}`, rows.flatMap((row) => columns.map((name) => row[name]))];
}

/** One lane of the raw driver: the statements of an arrival, prepared, on a connection of its own. */
export async function rawLane(databaseUrl, template, offices) {
  const connection = await createConnection({ uri: databaseUrl, maxPreparedStatements: 500, supportBigNumbers: true });
  await connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED');
  const run = async (sql, values = []) => (await connection.execute(sql, values))[0];
  const arrival = async (office) => {
    const now = Date.now();
    const today = new Date(now).toISOString().slice(0, 10);
    await run(`SELECT s.last_seen_at, p.id, p.account, p.name, p.language, e.office_id, e.roles, o.name AS office_name, o.time_zone FROM session s JOIN person p ON p.id = s.person_id
      LEFT JOIN employment e ON e.person_id = p.id AND e.state = 'active' LEFT JOIN office o ON o.id = e.office_id WHERE s.token_hash = ? AND s.expires_at > ? AND s.last_seen_at > ? ORDER BY o.created_at, o.id`, [template.sessions.get(office), now, now - 1_209_600_000]);
    await connection.query('START TRANSACTION');
    const [floor] = await run('SELECT version, seq, entry_number, entry_hash, state FROM floor WHERE office_id = ? FOR UPDATE', [office]);
    await run(`SELECT COALESCE(
      (SELECT v.id FROM policy_period d JOIN policy_version v ON v.office_id = d.office_id AND v.version = d.version
       WHERE d.office_id = ? AND d.to_date >= ? AND d.from_date <= ? AND d.created_at <= ? AND (d.cancelled_at IS NULL OR d.cancelled_at > ?) ORDER BY d.created_at DESC, d.id DESC LIMIT 1),
      (SELECT id FROM policy_version WHERE office_id = ? AND effective_from <= ? ORDER BY effective_from DESC, version DESC LIMIT 1)) AS id`, [office, today, today, now, now, office, now]);
    const one = { office, customer: randomUUID(), reception: randomUUID(), visit: randomUUID(), hash: randomUUID(), entry: Number(floor.entry_number), seq: Number(floor.seq) };
    await run('SELECT c.*, k.* FROM customer_phone f JOIN customer m ON m.id = f.customer_id JOIN customer c ON c.id = COALESCE(m.merged_into, m.id) LEFT JOIN claim k ON k.customer_id = c.id AND k.ended_at IS NULL LEFT JOIN person p ON p.id = k.agent_id WHERE f.office_id = ? AND f.phone_hash = ? AND f.ended_at IS NULL', [office, one.hash]);
    for (const [table, renew] of written) {
      if (table === 'register_entry') await run('SELECT name FROM person WHERE id = ?', [template.visit[0].receiver_id]);
      await run(...insert(table, template[table].map((row, index) => renew(row, one, index))));
    }
    await run('UPDATE floor SET version = version + 1, seq = ?, entry_number = ?, entry_hash = ?, state = ? WHERE office_id = ?',
      [one.seq + template.turn_posting.length, one.entry + template.register_entry.length, template.floor.entry_hash, template.floor.state, office]);
    await run(...insert('idempotency_key', [{ ...template.idempotency_key, id: randomUUID(), office_id: office, request_key: randomUUID(), created_at: now }]));
    await connection.query('COMMIT');
  };
  let next = Math.floor(Math.random() * offices.length);
  return { work: () => arrival(offices[next++ % offices.length]), end: () => connection.end() };
}
