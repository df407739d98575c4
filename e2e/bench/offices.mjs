import { randomUUID } from 'node:crypto';
import { createConnection } from 'mysql2/promise';

export const password = 'only-for-measuring-1';
const agents = 12;

/** One signed-in person: their cookie, and a caller of the API over kept-alive connections. */
export async function signIn(url, account) {
  const answer = await fetch(`${url}/api/auth/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ account, password }) });
  if (!answer.ok) throw new Error(`sign-in answered ${answer.status}: ${await answer.text()}`);
  const cookie = answer.headers.getSetCookie()[0].split(';')[0];
  const call = async (method, path, body) => {
    const sent = await fetch(`${url}/api${path}`, { method, headers: { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() }, body: JSON.stringify(body) });
    const text = await sent.text();
    if (!sent.ok) throw new Error(`${method} ${path} answered ${sent.status}: ${text}`);
    return text === '' ? null : JSON.parse(text);
  };
  return { cookie, call };
}

/** Rules under which nobody is ever busy, so that every arrival is assigned: what is measured is the way of an arrival. */
const neverBusy = { preset: 'standard', overlay: { id: 'measured', name: { zh: '测量', en: 'Measured' }, values: { rotation: { unavailable_when: ['away'] } } }, note: 'bench' };

/** Founds further offices beside the first, with the same twelve agents in all of them. Answers the caller of their admin, the offices' ids and the agents'. */
export async function foundOffices({ url, databaseUrl, count, officeId }) {
  const { call: admin, cookie } = await signIn(url, 'bench');
  const people = [];
  for (let index = 0; index < agents; index += 1) {
    people.push((await admin('POST', `/offices/${officeId}/people`, { account: `agent${index}`, name: `顾问${index}`, password, roles: ['agent'] })).id);
  }
  const offices = [officeId];
  while (offices.length < count) offices.push((await admin('POST', '/offices', { name: `售楼处${offices.length}`, timeZone: 'Asia/Shanghai', preset: 'standard' })).id);
  const connection = await createConnection(databaseUrl);
  const [columns] = await connection.query("SELECT column_name AS name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'employment'");
  const copied = columns.map(({ name }) => name).filter((name) => name !== 'id' && name !== 'office_id');
  for (const office of offices.slice(1)) {
    await connection.query(`INSERT INTO employment (id, office_id, ${copied.join(', ')}) SELECT UUID(), ?, ${copied.join(', ')} FROM employment WHERE office_id = ? AND person_id IN (?)`, [office, officeId, people]);
  }
  await connection.end();
  return { admin, cookie, offices, people };
}

/** Opens offices with a desk of their own and twelve agents signed in, the same agents in all of them. Answers the offices' ids and their desks' cookies. */
export async function openOffices(given) {
  const { admin, offices, people } = await foundOffices(given);
  const cookies = new Map();
  for (const [index, office] of offices.entries()) {
    await admin('POST', `/offices/${office}/people`, { account: `desk${index}`, name: '前台', password, roles: ['desk', 'manager'] });
    const desk = await signIn(given.url, `desk${index}`);
    cookies.set(office, desk.cookie);
    await admin('POST', `/offices/${office}/policy/versions`, neverBusy);
    for (const agentId of people) await desk.call('POST', `/offices/${office}/presence/sign-in`, { agentId });
  }
  return { offices, cookies };
}
