import type { PolicyCheckAnswer, PolicyDraftView, PolicyVersionRow, RulesInWords } from '@lunjie/contracts';
import { layOver, presets, type PolicyDocument } from '@lunjie/policy';
import type { Response } from 'light-my-request';
import { testOffice, type Caller, type TestOffice } from '../auth/testing/test-office';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import type { PolicyInForce } from './policies';

const ours = (large: number): PolicyDocument => layOver(presets.standard, { id: 'ours', name: { zh: '本处制度', en: 'Our rules' }, values: { escalation: { large_order_units: large } } });
const code = (answer: Response): readonly [number, string] => [answer.statusCode, answer.json<{ code: string }>().code];

describeOnBothDatabases('the draft of an office\'s rules', (open) => {
  let test: TestApp;
  let office: TestOffice;
  let anna: Caller;
  let berta: Caller;
  let draft: string;
  let rules: string;

  beforeAll(async () => {
    test = await open();
    office = await testOffice(test, { staff: { anna: ['admin'], berta: ['admin'], carl: ['agent'] } });
    [anna, berta] = [await office.as('anna'), await office.as('berta')];
    rules = `/offices/${office.id}/policy`;
    draft = `${rules}/draft`;
  });

  const seen = async (): Promise<PolicyDraftView> => (await anna.get(draft)).json();
  const save = (who: Caller, document: object, revision: number): Promise<Response> => who.put(draft, { document, revision });
  const discard = (revision: number): Promise<Response> => test.inject({ method: 'DELETE', url: `/api${draft}?revision=${revision}`, headers: { cookie: anna.cookie, 'idempotency-key': `discard-${revision}-${Math.random()}` } });

  it('is one for the office: saved by one admin, seen by the other', async () => {
    expect(await seen()).toEqual({ revision: 0, document: null, savedAt: null, savedBy: null });
    const answer = (await save(anna, ours(5), 0)).json<PolicyDraftView>();
    expect(answer).toMatchObject({ revision: 1, savedAt: test.clock.now(), savedBy: { id: office.people['anna'], name: 'anna' }, document: { id: 'ours' } });
    expect((await berta.get(draft)).json()).toEqual(answer);
  });

  it('is not overwritten by who saw an earlier revision', async () => {
    const { revision } = await seen();
    expect((await save(berta, ours(6), revision)).statusCode).toBe(200);
    const late = await save(anna, ours(7), revision);
    expect(code(late)).toEqual([409, 'draft_changed']);
    expect(late.json()).toMatchObject({ data: { revision: revision + 1, by: 'berta' } });
    expect((await seen()).document).toMatchObject({ values: { escalation: { large_order_units: 6 } } });
  });

  it('takes one of several saved at once', async () => {
    const { revision } = await seen();
    const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => save(index % 2 ? anna : berta, ours(10 + index), revision)));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, ...Array<number>(7).fill(409)]);
    expect((await seen()).revision).toBe(revision + 1);
  });

  it('may have faults while it is edited, and keeps them', async () => {
    const { revision } = await seen();
    expect((await save(anna, { id: 'half', anything: ['at', 'all'] }, revision)).statusCode).toBe(200);
    expect((await seen()).document).toEqual({ id: 'half', anything: ['at', 'all'] });
  });

  it('begins again after it was discarded, under a new revision', async () => {
    const { revision } = await seen();
    expect((await discard(revision)).json()).toMatchObject({ revision: revision + 1, document: null });
    expect(code(await discard(revision))).toEqual([409, 'draft_changed']);
    expect(code(await save(berta, ours(4), revision))).toEqual([409, 'draft_changed']);
    expect(code(await anna.post(`${rules}/versions`, { draftRevision: revision + 1, note: 'x' }))).toEqual([404, 'draft_missing']);
    expect((await save(berta, ours(4), revision + 1)).json()).toMatchObject({ revision: revision + 2 });
  });

  it('begins from an earlier version or from a preset, for who saw its latest revision', async () => {
    const start = (who: Caller, base: object): Promise<Response> => who.post(`${draft}/start`, base);
    const { revision } = await seen();
    expect((await start(anna, { version: 1, revision })).json()).toMatchObject({ revision: revision + 1, document: (await anna.get(`${rules}/versions/1`)).json<PolicyInForce>().policy, savedBy: { name: 'anna' } });
    expect((await start(berta, { preset: 'call-rules', revision: revision + 1 })).json()).toMatchObject({ revision: revision + 2, document: presets['call-rules'] });
    expect(code(await start(anna, { preset: 'standard', revision }))).toEqual([409, 'draft_changed']);
    expect(code(await start(anna, { version: 77, revision: revision + 2 }))).toEqual([404, 'policy_missing']);
    expect(code(await start(anna, { revision: revision + 2 }))).toEqual([400, 'policy_unclear']);
    expect(code(await start(anna, { version: 1, preset: 'standard', revision: revision + 2 }))).toEqual([400, 'policy_unclear']);
    expect(code(await start(anna, { preset: 'nobody-knows', revision: revision + 2 }))).toEqual([400, 'invalid_request']);
    expect((await save(berta, ours(4), revision + 2)).statusCode).toBe(200);
  });

  it('is published with a note, once, by who saw its latest revision', async () => {
    const { revision } = await seen();
    expect(code(await anna.post(`${rules}/versions`, { draftRevision: revision, note: '  ' }))).toEqual([422, 'policy_note_missing']);
    expect(code(await anna.post(`${rules}/versions`, { draftRevision: revision - 1, note: '大单改为 4 套' }))).toEqual([409, 'draft_changed']);
    expect(code(await anna.post(`${rules}/versions`, { draftRevision: revision, note: 'x', preset: 'standard' }))).toEqual([400, 'policy_unclear']);
    const both = await Promise.all([anna, berta].map((who) => who.post(`${rules}/versions`, { draftRevision: revision, note: '大单改为 4 套' })));
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409]);
    expect(await seen()).toMatchObject({ revision: revision + 1, document: null });
    const [latest] = (await anna.get(`${rules}/versions`)).json<PolicyVersionRow[]>();
    expect(latest).toMatchObject({ version: 2, note: '大单改为 4 套', policyId: 'ours', inForce: true, forPeriodsOnly: false });
  });

  it('stays a draft where it has faults or leaves an arrival undecided', async () => {
    const gap = layOver(presets.standard, { id: 'gap', name: { zh: '甲', en: 'x' }, tables: { reception: presets.standard.tables.reception.slice(0, 5) } });
    const { revision } = (await save(anna, gap, (await seen()).revision)).json<PolicyDraftView>();
    const refused = await anna.post(`${rules}/versions`, { draftRevision: revision, note: '有漏洞' });
    expect(code(refused)).toEqual([422, 'policy_undecided']);
    const { data, errors } = refused.json<{ data: { count: number; examples: { facts: object; matter: string[] }[] }; errors: object[] }>();
    expect(data.examples).toHaveLength(data.count);
    expect(data.examples[0]).toMatchObject({ facts: { channel: 'visit', purpose: 'visit' }, matter: expect.arrayContaining(['channel', 'purpose']) });
    expect(errors).toEqual([expect.objectContaining({ path: '/tables/reception', code: 'policy_no_last_row' })]);
    expect((await save(anna, { ...ours(3), id: '' }, revision)).statusCode).toBe(200);
    expect(code(await anna.post(`${rules}/versions`, { draftRevision: revision + 1, note: 'x' }))).toEqual([422, 'policy_faulty']);
    expect(await seen()).toMatchObject({ revision: revision + 1, document: { id: '' } });
  });

  it('is checked while it is edited: faults, gaps and the difference to what is in force', async () => {
    const check = async (document: object): Promise<PolicyCheckAnswer> => (await anna.post(`${draft}/check`, { document })).json();
    expect(await check(ours(9))).toMatchObject({ faults: [], analysis: { undecided: [], unreachable: [], complete: true }, inForce: 2, difference: { count: 1, values: [{ path: '/values/escalation/large_order_units', before: 4, after: 9 }], rows: [] } });
    const twice = layOver(ours(4), { id: 'ours', name: ours(4).name, tables: { reception: [...presets.standard.tables.reception, ...presets.standard.tables.reception.slice(0, 1).map((row) => ({ ...row, id: 'too_late' }))] } });
    expect(await check(twice)).toMatchObject({ faults: [{ code: 'no_last_row' }], analysis: { unreachable: [{ row: 'too_late', because: 'shadowed', shadowedBy: ['directions'] }] }, difference: { rows: [{ row: 'too_late', change: 'added' }] } });
    const formless = await check({ values: { rotation: 7 } });
    expect(formless).toMatchObject({ analysis: null });
    expect(formless.faults.length).toBeGreaterThan(0);
    expect(code(await anna.post(`${draft}/check`, { document: 'no' }))).toEqual([400, 'invalid_request']);
  });

  it('can be read in words once it is published, by everybody of the office', async () => {
    const carl = await office.as('carl');
    const zh = (await carl.get(`${rules}/versions/2/words`)).json<RulesInWords>();
    const en = (await carl.get(`${rules}/versions/2/words?language=en`)).json<RulesInWords>();
    expect([zh.name, en.name, zh.version]).toEqual(['本处制度', 'Our rules', 2]);
    const large = (words: RulesInWords): object | undefined => words.sections.flatMap(({ statements }) => statements).find(({ path }) => path.endsWith('/large_order_units'));
    expect([large(zh), large(en)]).toEqual([
      { path: '/values/escalation/large_order_units', label: '大单套数', text: '4 套', source: 'P150 · 002 §10 · I-GE3' },
      { path: '/values/escalation/large_order_units', label: 'A large order', text: '4 units', source: 'P150 · 002 §10 · I-GE3' },
    ]);
    expect(code(await carl.get(`${rules}/versions/77/words`))).toEqual([404, 'policy_missing']);
    expect(code(await carl.get(`${rules}/versions/2/words?language=fr`))).toEqual([400, 'invalid_request']);
    expect((await carl.get(`${rules}/versions/2`)).json<PolicyInForce>().version).toBe(2);
  });
});
