import { randomUUID } from 'node:crypto';
import type { ArrivalAnswer } from '@lunjie/contracts';
import { layOver, presets } from '@lunjie/policy';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import { serverProcesses, type ServerProcesses } from '../platform/testing/server-processes';
import type { TestApp } from '../platform/testing/test-app';
import { everybodyIn, untouched, type SalesOffice } from './testing/sales-office';

const agents = ['wang', 'li', 'zhao', 'chen', 'sun', 'zhou', 'wu', 'zheng'];
const parallel = layOver(presets['reception-rules'], {
  id: 'parallel', name: { zh: '可并行接待', en: 'Several at once' }, values: { rotation: { unavailable_when: ['away', 'suspended'] } },
});
const newcomer = { says: { firstVisit: 'yes', earlierContact: 'none' } };

interface Answer {
  readonly status: number;
  readonly body: ArrivalAnswer & { readonly code?: string };
}

/** The numbers in order, if none is missing and none occurs twice. */
const gapless = (numbers: readonly number[]): boolean => numbers.toSorted((a, b) => a - b).every((number, index) => number === index + 1);

describeOnBothDatabases('arrivals at the same moment', (open) => {
  let test: TestApp;
  let servers: ServerProcesses | undefined;

  beforeAll(async () => {
    test = await open();
    // Processes of their own have the machine's clock.
    test.clock.set(Date.now());
    // MariaDB is written by two operating-system processes, SQLite by the one that owns the file.
    if (test.database === 'MariaDB') servers = await serverProcesses(test.config, 2);
  }, 90_000);

  afterAll(() => servers?.stop());

  /** Posts as the desk; requests go round the processes. */
  const poster = async (office: SalesOffice) => {
    const desk = await office.as('desk');
    return async (path: string, body: object, key: string, turn: number): Promise<Answer> => {
      const url = servers?.urls[turn % servers.urls.length];
      if (url === undefined) {
        const answer = await desk.post(office.at(path), body, key);
        return { status: answer.statusCode, body: answer.json() };
      }
      const answer = await fetch(`${url}/api${office.at(path)}`, { method: 'POST', body: JSON.stringify(body), headers: { cookie: desk.cookie, 'content-type': 'application/json', 'idempotency-key': key } });
      return { status: answer.status, body: await answer.json() as Answer['body'] };
    };
  };

  it('are each assigned once, turn by turn, however often a request is repeated', async () => {
    const office = await everybodyIn(test, { called: 'many', policy: parallel, agents });
    const post = await poster(office);
    const keys = Array.from({ length: 200 }, () => randomUUID());
    const attempt = (offset: number) => keys.map((key, index) => post('/arrivals', { ...newcomer, name: `客${index}` }, key, index + offset));
    // Every request comes twice at once, to different processes.
    const [answers, repeated] = await Promise.all([Promise.all(attempt(0)), Promise.all(attempt(1))]);
    expect(answers.filter(({ status }) => status !== 201)).toEqual([]);
    expect(repeated).toEqual(answers);

    const receivers = answers.map(({ body }) => office.nameOf(body.visit.receiver?.id));
    expect(agents.map((agent) => receivers.filter((receiver) => receiver === agent).length)).toEqual(agents.map(() => 25));
    expect(new Set(answers.map(({ body }) => body.visit.id)).size).toBe(200);
    const inOrder = answers.toSorted((a, b) => a.body.seq - b.body.seq).map(({ body }) => office.nameOf(body.visit.receiver?.id));
    expect(inOrder).toEqual(keys.map((_, index) => agents[index % agents.length]));

    const before = await office.postings();
    expect(await Promise.all(attempt(1))).toEqual(answers);
    expect(await office.postings()).toEqual(before);
    expect(before.filter(({ kind }) => kind === 'turn_taken')).toHaveLength(200);
    expect(gapless((await office.entries()).map(({ number }) => number))).toBe(true);
    expect(await office.verification()).toMatchObject({ ...untouched, postings: before.length });
  }, 120_000);

  it('never give one agent two receptions: the others wait', async () => {
    const office = await everybodyIn(test, { called: 'busy', agents });
    const post = await poster(office);
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => post('/arrivals', newcomer, randomUUID(), index)));
    const receivers = answers.flatMap(({ body }) => body.visit.receiver ? [office.nameOf(body.visit.receiver.id)] : []);
    expect(receivers.toSorted()).toEqual(agents.toSorted());
    expect(answers.filter(({ body }) => body.visit.state === 'waiting')).toHaveLength(12);
    const board = await office.board();
    expect([board.receiving.length, board.waiting.length, board.up]).toEqual([8, 12, []]);
    expect(await office.verification()).toMatchObject(untouched);
  });

  it('give the receiver two desks saw to one of them; the other is told the line moved', async () => {
    const office = await everybodyIn(test, { called: 'desks', agents });
    const post = await poster(office);
    for (const seen of agents) {
      const expectedReceiver = office.idOf(seen);
      const both = await Promise.all([0, 1].map((desk) => post('/arrivals', { ...newcomer, expectedReceiver }, randomUUID(), desk)));
      expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
      expect(both.find(({ status }) => status === 409)?.body.code).toBe('line_moved');
      expect(both.find(({ status }) => status === 201)?.body.visit.receiver?.id).toBe(expectedReceiver);
    }
    expect((await office.postings()).filter(({ kind }) => kind === 'turn_taken').map(({ agent }) => agent)).toEqual(agents);
    expect(await office.verification()).toMatchObject(untouched);
  });

  it('assign a waiting party to one agent, and end a reception once', async () => {
    const office = await everybodyIn(test, { called: 'waiters', agents: ['wang'] });
    const post = await poster(office);
    const first = await office.arrives();
    const parties = [await office.arrives(), await office.arrives()];
    const ends = await Promise.all([0, 1].map((desk) => post(`/receptions/${first.visit.reception?.id ?? ''}/end`, { outcome: 'interested' }, randomUUID(), desk)));
    expect(ends.map(({ status, body }) => body.code ?? status).toSorted()).toEqual([200, 'reception_not_open']);
    const assigned = await Promise.all(parties.map(({ visit }, desk) => post(`/visits/${visit.id}/assign`, {}, randomUUID(), desk)));
    expect(assigned.map(({ status, body }) => body.code ?? status).toSorted()).toEqual([200, 'still_nobody']);
    expect((await office.board()).waiting).toHaveLength(1);
    expect(await office.verification()).toMatchObject(untouched);
  });

  it('open one day and one floor, though everybody signs in at once', async () => {
    const office = await everybodyIn(test, { called: 'openers', agents: [] });
    const fresh = await everybodyIn(test, { called: 'signing', agents: ['wang', 'li', 'zhao'] });
    expect(await Promise.all([0, 1, 2, 3].map(async (turn) => (await (await poster(office))('/day/open', {}, randomUUID(), turn)).status)).then((all) => all.toSorted())).toEqual([200, 409, 409, 409]);
    expect((await office.entries()).map(({ kind }) => kind)).toEqual(['day_opened']);
    expect((await fresh.entries()).filter(({ kind }) => kind === 'day_opened')).toHaveLength(1);
    expect(await office.verification()).toMatchObject(untouched);
  });
});
