import { createHash } from 'node:crypto';
import type { PolicyVersionRow } from '@lunjie/contracts';
import { presetIds, presets, type PolicyDocument } from '@lunjie/policy';
import type { Caller, TestOffice } from '../auth/testing/test-office';
import { testOffice } from '../auth/testing/test-office';
import { createApp } from '../platform/server/create-app';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { Policies, type PolicyInForce } from './policies';

const day = 86_400_000;
const overlay = (id: string, rotation: object = { advance: 'to_tail' }): object => ({ id, name: { zh: '本处制度', en: 'Our rules' }, values: { rotation } });

describeOnBothDatabases('the rules of an office', (open) => {
  let test: TestApp;
  let office: TestOffice;
  let admin: Caller;
  let rules: string;

  beforeAll(async () => {
    test = await open();
    office = await testOffice(test);
    admin = await office.as('admin');
    rules = `/offices/${office.id}/policy`;
  });

  const inForce = (at = test.clock.now(), policies = test.app.get(Policies, { strict: false })): Promise<PolicyInForce> =>
    test.transactions.read((reading) => policies.inForce(reading, office.id, at));
  const rowsHash = async (): Promise<string> => createHash('sha256').update(JSON.stringify(await test.dataSource.query('SELECT * FROM policy_version ORDER BY version'))).digest('hex');

  it('begin with the preset of its making as version 1, readable by everybody there', async () => {
    const answer = (await (await office.as('agent')).get(rules)).json<PolicyInForce>();
    expect(answer).toEqual({ version: 1, policy: JSON.parse(JSON.stringify(presets.standard)) });
  });

  it('are frozen in memory: no decision can change what the next one reads', async () => {
    const { policy } = await inForce();
    expect(() => { (policy.values.rotation as { advance: string }).advance = 'changed'; }).toThrow(TypeError);
  });

  it('offer every preset', async () => {
    expect((await admin.get('/policy/presets')).json<PolicyDocument[]>().map(({ id }) => id)).toEqual(presetIds);
  });

  it('change by publishing: a preset, what differs from one, or a whole document', async () => {
    const published = [
      await admin.post(`${rules}/versions`, { preset: 'reception-rules', note: '改用接待制度' }),
      await admin.post(`${rules}/versions`, { preset: 'standard', overlay: overlay('ours') }),
      await admin.post(`${rules}/versions`, { document: { ...presets['call-rules'], id: 'own' } }),
    ].map((answer) => answer.json<PolicyInForce>());
    expect(published.map(({ version, policy }) => [version, policy.id])).toEqual([[2, 'reception-rules'], [3, 'ours'], [4, 'own']]);
    expect(published[1]?.policy.values.makeup).toEqual(presets.standard.values.makeup);
    expect((await inForce()).version).toBe(4);
    const versions = (await admin.get(`${rules}/versions`)).json<PolicyVersionRow[]>();
    expect(versions.map(({ version, inForce: now }) => [version, now])).toEqual([[4, true], [3, false], [2, false], [1, false]]);
    expect(versions[2]).toMatchObject({ note: '改用接待制度', policyId: 'reception-rules', publishedBy: { name: 'admin' } });
    expect((await admin.get(`/offices/${office.id}/audit?size=1`)).json().entries[0]).toMatchObject({ kind: 'policy_published', data: { version: 4, policy: 'own' } });
  });

  it('keep every version as it was published', async () => {
    const before = await rowsHash();
    expect((await admin.get(`${rules}/versions/1`)).json<PolicyInForce>().policy.id).toBe('standard');
    for (const method of ['PUT', 'PATCH', 'DELETE'] as const) {
      const answer = await test.inject({ method, url: `/api${rules}/versions/1`, headers: { cookie: admin.cookie, 'idempotency-key': 'alter-version' }, payload: {} });
      expect(answer.json()).toMatchObject({ status: 404, code: 'route_unknown' });
    }
    expect(await rowsHash()).toBe(before);
    for (const version of ['0', '99', '1e0', 'x', '-1']) expect((await admin.get(`${rules}/versions/${version}`)).json()).toMatchObject({ status: 404, code: 'policy_missing' });
  });

  it('take effect on their day, and are known to another process the moment they are published', async () => {
    const second = await createApp({ config: test.config, clock: test.clock });
    try {
      const policies = second.get(Policies, { strict: false });
      const before = (await inForce(undefined, policies)).version;
      const nextWeek = test.clock.now() + 7 * day;
      const fair = (await admin.post(`${rules}/versions`, { preset: 'standard', overlay: overlay('fair'), effectiveFrom: nextWeek })).json<PolicyInForce>();
      expect((await inForce(undefined, policies)).version).toBe(before);
      expect((await inForce(nextWeek - 1, policies)).version).toBe(before);
      expect((await inForce(nextWeek, policies)).version).toBe(fair.version);
      const now = (await admin.post(`${rules}/versions`, { preset: 'standard' })).json<PolicyInForce>();
      expect((await inForce(undefined, policies)).version).toBe(now.version);
      expect((await inForce(nextWeek, policies)).version).toBe(fair.version);
    } finally {
      await second.close();
    }
  });

  it('get two numbers when published twice at once', async () => {
    const before = (await admin.get(`${rules}/versions`)).json<PolicyVersionRow[]>()[0]?.version ?? 0;
    const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => admin.post(`${rules}/versions`, { preset: 'standard', overlay: overlay(`at-once-${index}`) })));
    expect(answers.map((answer) => answer.json<PolicyInForce>().version).sort((a, b) => a - b)).toEqual(Array.from({ length: 8 }, (_, index) => before + 1 + index));
  });

  it('are published once by a repeated request', async () => {
    const body = { preset: 'standard', note: 'once' };
    const [first, again] = [await admin.post(`${rules}/versions`, body, 'publish-once'), await admin.post(`${rules}/versions`, body, 'publish-once')];
    expect(again.json()).toEqual(first.json());
  });

  it.each<[string, object, number, string]>([
    ['rules for the past', { preset: 'standard', effectiveFrom: 1 }, 422, 'policy_in_past'],
    ['nothing at all', {}, 400, 'policy_unclear'],
    ['a document and a preset', { preset: 'standard', document: presets.standard }, 400, 'policy_unclear'],
    ['changes of nothing', { overlay: overlay('x') }, 400, 'policy_unclear'],
    ['an unknown preset', { preset: 'martian' }, 400, 'invalid_request'],
    ['a note of 10,000 characters', { preset: 'standard', note: 'x'.repeat(10_000) }, 400, 'invalid_request'],
    ['an empty document', { document: {} }, 422, 'policy_faulty'],
  ])('refuse %s', async (_, body, status, code) => {
    const before = await rowsHash();
    expect((await admin.post(`${rules}/versions`, body)).json()).toMatchObject({ status, code });
    expect(await rowsHash()).toBe(before);
  });

  it('name every fault with its path and reason', async () => {
    const answer = await admin.post(`${rules}/versions`, { preset: 'standard', overlay: { ...overlay('x', { advance: 'sideways', surprise: 1 }), name: { zh: '甲' } } });
    expect(answer.statusCode).toBe(422);
    const { errors, data } = answer.json<{ errors: object[]; data: { count: number } }>();
    expect(errors).toEqual(expect.arrayContaining([
      expect.objectContaining({ path: '/values/rotation/advance', code: 'policy_enum', message: expect.stringContaining('to_tail') }),
      expect.objectContaining({ path: '/values/rotation/surprise', code: 'policy_additionalProperties' }),
      expect.objectContaining({ path: '/name/en', code: 'policy_required' }),
    ]));
    expect(data.count).toBe(errors.length);
  });

  it('name the part of an overlay that would be lost', async () => {
    const answer = await admin.post(`${rules}/versions`, { preset: 'standard', overlay: { ...overlay('x'), tables: { receptoin: [], penalties: 'none' }, before: 1, vales: {} } });
    expect(answer.json<{ errors: { path: string }[] }>().errors.map(({ path }) => path).sort()).toEqual(['/before', '/tables/penalties', '/tables/receptoin', '/vales']);
  });
});
