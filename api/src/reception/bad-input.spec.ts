import { randomUUID } from 'node:crypto';
import type { Response } from 'light-my-request';
import { storedHash } from '../auth/testing/stored';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { everybodyIn, receptionOf, refusal, type SalesOffice } from './testing/sales-office';

const long = '甲'.repeat(10_000);
const first = { says: { firstVisit: 'yes' } };

describeOnBothDatabases('what cannot be meant', (open) => {
  let test: TestApp;
  let office: SalesOffice;
  let elsewhere: SalesOffice;
  let reception: string;
  let visit: string;

  beforeAll(async () => {
    test = await open();
    office = await everybodyIn(test);
    elsewhere = await everybodyIn(test, { called: 'elsewhere' });
    const arrived = await office.arrives();
    [reception, visit] = [receptionOf(arrived), arrived.visit.id];
  });

  /** Sends it in both languages; each answer is worded in its own, and nothing is stored. */
  const refusedInBoth = async (method: 'POST' | 'PUT' | 'PATCH', account: string, path: string, body: unknown): Promise<Response> => {
    const { cookie } = await office.as(account);
    const before = await storedHash(test);
    const said: Response[] = [];
    for (const language of ['zh', 'en']) {
      const answer = await test.inject({
        method, url: `/api${office.at(path)}`, payload: JSON.stringify(body),
        headers: { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID(), 'accept-language': language },
      });
      expect(answer.headers).toMatchObject({ 'content-type': 'application/problem+json; charset=utf-8', 'content-language': language });
      said.push(answer);
    }
    expect(await storedHash(test)).toBe(before);
    const [zh, en] = said.map((answer) => answer.json<{ title: string; detail: string; errors?: { message: string }[] }>());
    expect(`${zh?.title}${zh?.detail}`).toMatch(/\p{Script=Han}/u);
    expect(`${en?.title}${en?.detail}${en?.errors?.map(({ message }) => message).join('') ?? ''}`.replaceAll(/“[^”]*”|吴\*/g, '')).not.toMatch(/\p{Script=Han}/u);
    return said[1] as Response;
  };

  const shapes: [string, unknown, string, string][] = [
    ['an unknown field', { ...first, vip: true }, 'vip', 'unknown_field'],
    ['an unknown field deep inside', { says: { firstVisit: 'yes', mood: 'good' } }, 'says.mood', 'unknown_field'],
    ['nothing said', {}, 'says', 'is_object'],
    ['what was said as a list', { says: [{ firstVisit: 'yes' }] }, 'says', 'is_object'],
    ['an empty list for what was said', { says: [] }, 'says', 'is_object'],
    ['no answer to the mandatory question', { says: {} }, 'says.firstVisit', 'is_in'],
    ['who brought them as a list', { ...first, broughtBy: [] }, 'broughtBy', 'is_object'],
    ['a number for a name', { ...first, name: 7 }, 'name', 'is_string'],
    ['an object for a phone', { ...first, phone: { $ne: '' } }, 'phone', 'is_string'],
    ['a name of 10,000 characters', { ...first, name: long }, 'name', 'max_length'],
    ['a note of 10,000 characters', { ...first, note: long }, 'note', 'max_length'],
    ['a party of nobody', { ...first, partySize: 0 }, 'partySize', 'min'],
    ['half a visitor', { ...first, partySize: 1.5 }, 'partySize', 'is_int'],
    ['a name for an agent', { says: { firstVisit: 'yes', named: ['王'] } }, 'says.named', 'is_uuid'],
    ['an agent named twice', { says: { firstVisit: 'yes', named: ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000001'] } }, 'says.named', 'array_unique'],
    ['a malformed phone', { ...first, phone: '1380000' }, 'phone', 'is_phone_number'],
    ['a phone of letters', { ...first, phone: 'call me' }, 'phone', 'is_phone_number'],
  ];

  it.each(shapes)('%s', async (_, body, path, code) => {
    for (const route of ['/arrivals', '/arrivals/proposal']) {
      const answer = await refusedInBoth('POST', 'desk', route, body);
      expect(refusal(answer)).toEqual([400, 'invalid_request']);
      expect(answer.json().errors).toContainEqual(expect.objectContaining({ path, code, message: expect.stringMatching(/./) }));
    }
  });

  it('a body that is no object', async () => {
    for (const body of [[], 'text', 7, null]) expect(refusal(await refusedInBoth('POST', 'desk', '/arrivals', body))[0]).toBe(400);
  });

  it('people of another office, wherever somebody is named', async () => {
    const stranger = elsewhere.idOf('wang');
    const bodies = [
      { says: { firstVisit: 'yes', named: [stranger] } }, { says: { firstVisit: 'no', refuses: [stranger] } }, { says: { firstVisit: 'no', requests: stranger } },
      { says: { firstVisit: 'no', complainsAbout: stranger } }, { ...first, broughtBy: { customerOf: stranger } }, { ...first, escortedBy: stranger }, { ...first, recognisedBy: stranger },
      { says: { firstVisit: 'yes', named: [office.idOf('desk')] } },
    ];
    for (const body of bodies) expect(refusal(await refusedInBoth('POST', 'desk', '/arrivals', body))).toEqual([422, 'not_an_agent_here']);
    expect(refusal(await refusedInBoth('POST', 'desk', '/arrivals', { ...first, broughtBy: { customers: [randomUUID()] } }))).toEqual([404, 'customer_not_found']);
    expect(refusal(await refusedInBoth('POST', 'desk', '/presence/sign-in', { agentId: stranger }))).toEqual([422, 'not_an_agent_here']);
    expect(refusal(await refusedInBoth('POST', 'desk', '/presence/out', { agentId: stranger, reason: 'official' }))).toEqual([409, 'agent_not_signed_in']);
    expect(refusal(await refusedInBoth('POST', 'desk', '/customers', { name: '何平', phone: '13800000004', agentId: stranger }))).toEqual([422, 'not_an_agent_here']);
    expect(refusal(await refusedInBoth('POST', 'desk', `/visits/${visit}/notices`, { to: [stranger], result: '已告知' }))).toEqual([404, 'person_not_found']);
    expect(refusal(await refusedInBoth('PUT', 'manager', '/line/order', { queue: 'visit', order: [stranger], reason: '调' }))).toEqual([409, 'not_the_line']);
  });

  it('times that cannot be', async () => {
    const out = (expectedBackAt: unknown) => refusedInBoth('POST', 'wang', '/presence/out', { reason: 'official', expectedBackAt });
    for (const at of [-1, 1.5, '2026-11-21', 9e15, Number.MAX_VALUE]) expect(refusal(await out(at))).toEqual([400, 'invalid_request']);
    expect(refusal(await out(test.clock.now() - 1))).toEqual([422, 'impossible_time']);
    const suspension = (until: unknown) => refusedInBoth('POST', 'manager', '/line/suspensions', { agentId: office.idOf('li'), until, reason: '罚' });
    for (const until of [null, 'tomorrow', 1e300]) expect(refusal(await suspension(until))).toEqual([400, 'invalid_request']);
    expect(refusal(await suspension(0))).toEqual([409, 'already_past']);
    for (const date of ['2026-02-31', '2026-13-01', '21.11.2026', '2026-W47-6', '2026-11-21T00:00']) {
      expect(refusal(await (await office.as('manager')).get(office.at(`/visits?date=${date}`)))).toEqual([400, 'invalid_request']);
    }
    expect((await (await office.as('manager')).get(office.at('/visits?date=2024-02-29'))).json()).toEqual({ date: '2024-02-29', rows: [] });
  });

  it('ids nobody has, and what is no id', async () => {
    for (const id of [randomUUID(), 'nonsense', '%00', "'; DROP TABLE visit; --"]) {
      const path = encodeURIComponent(id);
      expect(refusal(await refusedInBoth('POST', 'desk', `/arrivals/${path}/undo`, {}))).toEqual([404, 'visit_not_found']);
      expect(refusal(await refusedInBoth('POST', 'wang', `/receptions/${path}/end`, { outcome: 'interested' }))).toEqual([404, 'reception_not_found']);
    }
    for (const entry of ['0', '-1', '999999', '1e400', 'x', '99999999999999999999']) {
      expect(refusal(await refusedInBoth('POST', 'manager', `/register/${entry}/corrections`, { field: 'name', value: '何', reason: '笔误' }))).toEqual([404, 'entry_not_found']);
    }
    for (const queue of ['constructor', 'nowhere']) expect(refusal(await (await office.as('desk')).get(office.at(`/board?queue=${queue}`)))).toEqual([404, 'queue_unknown']);
    for (const queue of ['constructor', 'nowhere']) expect(refusal(await refusedInBoth('PUT', 'manager', '/line/order', { queue, order: [], reason: '调' }))).toEqual([404, 'queue_unknown']);
    expect(refusal(await (await office.as('desk')).get(office.at('/board?queue=__proto__')))).toEqual([400, 'invalid_request']);
    expect(refusal(await elsewhere.does('desk', `/arrivals/${visit}/undo`))).toEqual([404, 'visit_not_found']);
  });

  it('outcomes and reasons nobody listed', async () => {
    for (const body of [{}, { outcome: 'sold' }, { outcome: 'interested', receiver: 'me' }]) expect(refusal(await refusedInBoth('POST', 'wang', `/receptions/${reception}/end`, body))).toEqual([400, 'invalid_request']);
    expect(refusal(await refusedInBoth('POST', 'wang', '/presence/out', { reason: 'tired' }))).toEqual([400, 'invalid_request']);
    expect(refusal(await refusedInBoth('PUT', 'manager', '/line/order', { queue: 'visit', order: [], reason: '   ' }))).toEqual([400, 'invalid_request']);
    expect(refusal(await refusedInBoth('POST', 'wang', `/receptions/${reception}/not-counted`, { visitorClass: 'enemy', visitorPresent: 'yes' }))).toEqual([400, 'invalid_request']);
  });

  it('a key that came with something else, and no key at all', async () => {
    const key = 'one-key-for-two-things';
    expect((await office.does('desk', '/arrivals', { ...first, name: '何平' }, key)).statusCode).toBe(201);
    const before = await storedHash(test);
    expect(refusal(await office.does('desk', '/arrivals', { ...first, name: '何平平' }, key))).toEqual([409, 'idempotency_key_reused']);
    expect(refusal(await office.does('desk', '/presence/back', {}, key))).toEqual([409, 'idempotency_key_reused']);
    const { cookie } = await office.as('desk');
    const keyless = await test.inject({ method: 'POST', url: `/api${office.at('/arrivals')}`, payload: first, headers: { cookie } });
    expect(refusal(keyless)).toEqual([400, 'idempotency_key_missing']);
    expect(await storedHash(test)).toBe(before);
  });
});

describeOnBothDatabases('what looks dangerous and is only text', (open) => {
  it('comes back as it was written', async () => {
    const office = await everybodyIn(await open());
    const name = '<script>alert("1")</script>';
    const { visit } = await office.arrives({ name });
    expect(visit.customerLabel).toBe('<script>alert("*")</'.slice(0, 20));
    expect((await office.day('wang')).receptions).toMatchObject([{ form: { name } }]);
    const board = await (await office.as('desk')).get(office.at('/board'));
    expect(board.headers['content-type']).toBe('application/json; charset=utf-8');
    for (const text of ["o'brien; --", '100%', '_', '\\', '😀王', 'a\u0000b']) {
      expect((await office.does('desk', '/customers/search', { text })).json()).toEqual({ customers: [] });
      expect((await office.receives({ name: text })).visit.state).toBe('assigned');
    }
    expect((await office.does('desk', '/customers/search', { text: '100%' })).json().customers).toHaveLength(1);
    const numbers = await office.receives({ name: '13812345678' });
    expect(numbers.visit.customerLabel).toBe('***********');
  });
});
