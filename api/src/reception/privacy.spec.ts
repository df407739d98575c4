import { randomUUID } from 'node:crypto';
import type { ArrivalAnswer } from '@lunjie/contracts';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import { serverProcesses, type ServerProcesses } from '../platform/testing/server-processes';
import type { TestApp } from '../platform/testing/test-app';
import { everybodyIn, receptionOf, type SalesOffice } from './testing/sales-office';

const name = '欧阳震华';
const phone = '13812345678';
/** The name, the number and every way it is written, and the number's parts that would tell it. */
const personal = /欧阳震|震华|1?3812345678|138[- ]1234[- ]5678|12345678/;

/** A server process starts and is stopped. */
const slow = 90_000;

interface Said {
  readonly status: number;
  readonly text: string;
}

describeOnBothDatabases('a customer\'s name and number', (open) => {
  let test: TestApp;
  let office: SalesOffice;
  let server: ServerProcesses;
  const answers: Said[] = [];
  let events = '';

  /** Sends to the real process, whose log is read afterwards. */
  const say = async (account: string, method: string, path: string, body?: object): Promise<Said> => {
    const { cookie } = await office.as(account);
    const headers = { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    const answer = await fetch(`${server.urls[0] ?? ''}/api${office.at(path)}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
    const said = { status: answer.status, text: await answer.text() };
    answers.push(said);
    return said;
  };

  /** Listens to the live stream until the returned function is called. */
  const listen = async (): Promise<() => void> => {
    const { cookie } = await office.as('chen');
    const ending = new AbortController();
    const stream = await fetch(`${server.urls[0] ?? ''}/api${office.at('/live')}`, { headers: { cookie }, signal: ending.signal });
    const reading = async (): Promise<void> => {
      for await (const chunk of stream.body?.pipeThrough(new TextDecoderStream()) ?? []) events += chunk;
    };
    reading().catch(() => undefined);
    return () => ending.abort();
  };

  beforeAll(async () => {
    test = await open();
    test.clock.set(Date.now());
    office = await everybodyIn(test);
    server = await serverProcesses(test.config, 1, 'trace');
    const stop = await listen();
    const arrived = await say('desk', 'POST', '/arrivals', { name, phone, note: `${name}的朋友，电话 ${phone}`, says: { firstVisit: 'yes' } });
    const reception = receptionOf(JSON.parse(arrived.text) as ArrivalAnswer);
    await say('wang', 'PUT', `/receptions/${reception}/form`, { name, phone: '138-1234-5678', remark: name });
    await say('desk', 'POST', '/customers/search', { text: name });
    await say('manager', 'GET', `/visits?search=${encodeURIComponent(name)}`);
    await say('wang', 'POST', `/receptions/${reception}/end`, { outcome: 'interested', note: `${name} 周末再来` });
    await say('manager', 'POST', '/register/6/corrections', { field: 'name', value: name, reason: '同音字' });
    await say('manager', 'PATCH', '/register/6', { field: 'phone', value: phone });
    for (const refused of [{ name, phone, agentId: office.idOf('li') }, { name: name.repeat(100), phone, agentId: office.idOf('li') }, { name, phone: `${phone}9`, agentId: office.idOf('li') }]) await say('desk', 'POST', '/customers', refused);
    await say('desk', 'POST', '/arrivals', { name, phone, says: { firstVisit: 'no', mood: name } });
    await say('desk', 'GET', `/customers/${encodeURIComponent(name)}?phone=${phone}`);
    for (const path of ['/board', '/visits', '/register/verification']) await say('manager', 'GET', path);
    stop();
    await server.stop();
  }, slow);

  afterAll(() => server.stop());

  it('stand in no line of the log', () => {
    const log = server.output();
    expect(log).toContain('/api/offices/:officeId/arrivals');
    expect(log.split('\n').filter((line) => personal.test(line))).toEqual([]);
    expect(log).not.toContain(encodeURIComponent(name));
  });

  it('stand in no live event', () => {
    expect(events).toMatch(/"kind":"changed"/);
    expect(events).not.toMatch(personal);
    expect(new Set([...events.matchAll(/data: (.*)/g)].flatMap(([, data = '{}']) => Object.keys(JSON.parse(data) as object)))).toEqual(new Set(['seq', 'kind']));
  });

  it('stand in no refusal, nor in what everybody sees', () => {
    expect(answers.filter(({ status }) => status >= 400).map(({ status }) => status)).toEqual([409, 409, 400, 400, 400, 404]);
    const form = answers[1];
    // The agent who receives reads the name; nobody reads the number.
    expect(form?.text).toContain(name);
    const others = answers.filter((answer) => answer !== form && !answer.text.includes('route_unknown'));
    expect(others.filter(({ text }) => personal.test(text))).toEqual([]);
    expect(answers.filter(({ text }) => text.includes(phone))).toEqual([]);
  });

  it('stand in no audit entry, and the number nowhere in the database in clear', async () => {
    const audit = await test.dataSource.query<object[]>('SELECT * FROM audit_entry');
    expect(audit.length).toBeGreaterThan(0);
    expect(JSON.stringify(audit)).not.toMatch(personal);
    const chain = await test.dataSource.query<object[]>('SELECT * FROM register_entry');
    expect(JSON.stringify(chain)).not.toMatch(personal);
    const tables = test.dataSource.entityMetadatas.map(({ tableName }) => tableName);
    for (const table of tables) expect([table, JSON.stringify(await test.dataSource.query<object[]>(`SELECT * FROM \`${table}\``)).includes('12345678')]).toEqual([table, false]);
  });
});
