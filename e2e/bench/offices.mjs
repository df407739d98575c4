import { randomUUID } from 'node:crypto';
import { createConnection } from 'mysql2/promise';

export const password = 'only-for-measuring-1';
const agents = 12;

/** A caller of the API as one signed-in person, over kept-alive connections. */
export async function signIn(url, account) {
  const answer = await fetch(`${url}/api/auth/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ account, password }) });
  if (!answer.ok) throw new Error(`sign-in answered ${answer.status}: ${await answer.text()}`);
  const cookie = answer.headers.getSetCookie()[0].split(';')[0];
  return async (method, path, body) => {
    const sent = await fetch(`${url}/api${path}`, { method, headers: { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() }, body: JSON.stringify(body) });
    const text = await sent.text();
    if (!sent.ok) throw new Error(`${method} ${path} answered ${sent.status}: ${text}`);
    return text === '' ? null : JSON.parse(text);
  };
}

/** Rules under which nobody is ever busy, so that every arrival is assigned: what is measured is the way of an arrival. */
const neverBusy = { preset: 'standard', overlay: { id: 'measured', name: { zh: '测量', en: 'Measured' }, values: { rotation: { unavailable_when: ['away'] } } }, note: 'bench' };

/** Opens offices with twelve agents signed in each, the same people in all of them. Answers the offices' ids. */
export async function openOffices({ url, databaseUrl, count, officeId }) {
  const admin = await signIn(url, 'bench');
  const people = [];
  for (let index = 0; index < agents; index += 1) {
    people.push((await admin('POST', `/offices/${officeId}/people`, { account: `agent${index}`, name: `顾问${index}`, password, roles: ['agent'] })).id);
  }
  const desk = (await admin('POST', `/offices/${officeId}/people`, { account: 'desk', name: '前台', password, roles: ['desk', 'manager'] })).id;
  const offices = [officeId];
  while (offices.length < count) offices.push((await admin('POST', '/offices', { name: `售楼处${offices.length}`, timeZone: 'Asia/Shanghai', preset: 'standard' })).id);
  const connection = await createConnection(databaseUrl);
  const [columns] = await connection.query("SELECT column_name AS name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'employment'");
  const copied = columns.map(({ name }) => name).filter((name) => name !== 'id' && name !== 'office_id');
  for (const office of offices.slice(1)) {
    await connection.query(`INSERT INTO employment (id, office_id, ${copied.join(', ')}) SELECT UUID(), ?, ${copied.join(', ')} FROM employment WHERE office_id = ? AND person_id IN (?)`, [office, officeId, [...people, desk]]);
  }
  await connection.end();
  const caller = await signIn(url, 'desk');
  for (const office of offices) {
    await admin('POST', `/offices/${office}/policy/versions`, neverBusy);
    for (const agentId of people) await caller('POST', `/offices/${office}/presence/sign-in`, { agentId });
  }
  return { offices, caller };
}
