import type { DraftScenarioAnswer } from '@lunjie/contracts';
import { layOver, presets } from '@lunjie/policy';
import { testOffice, type Caller, type TestOffice } from '../auth/testing/test-office';
import { storedHash } from '../auth/testing/stored';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { Trial } from './trial';

const scenario = (counts: boolean): string => `
id: our-first
policy: standard
source: 本处 §1
date: '2026-11-21'
line: [王敏, 李强, 赵婷]
events:
  - {n: 1, at: '09:30', type: arrive, client: 钱女士, says: {first_visit: true, earlier_contact: phone, named: 赵婷}}
expect:
  receptions:
    - {event: 1, client: 钱女士, receiver: 赵婷, mode: out_of_turn, counts: ${counts}}
  line_after: [王敏, 李强, 赵婷]
`;

describeOnBothDatabases('a scenario of the office against a draft', (open) => {
  let test: TestApp;
  let office: TestOffice;
  let admin: Caller;
  const document = layOver(presets['reception-rules'], { id: 'ours', name: { zh: '本处制度', en: 'Our rules' } });
  const trial = (yaml: string, rules: object = document): ReturnType<Caller['post']> => admin.post(`/offices/${office.id}/policy/draft/scenario`, { document: rules, scenario: yaml });
  const played = async (yaml: string): Promise<DraftScenarioAnswer> => (await trial(yaml)).json();

  beforeAll(async () => {
    test = await open();
    office = await testOffice(test);
    admin = await office.as('admin');
  });

  it('fits, or says where it does not, and leaves the office\'s own data alone', async () => {
    const before = await storedHash(test);
    expect(await played(scenario(true))).toEqual({ id: 'our-first', outcome: 'fits', differences: [], missing: [], message: null });
    expect(await played(scenario(false))).toMatchObject({ outcome: 'differs', differences: [{ what: 'event 1 counts', expected: 'false', actual: 'true' }] });
    expect(await storedHash(test)).toBe(before);
  }, 60_000);

  it.each<[string, string, RegExp]>([
    ['broken YAML', 'id: [', /./],
    ['a word the format does not know', 'id: x\npolicy: standard\ndate: 2026-11-21\nlien: []', /unknown field: lien/],
    ['nothing', '', /missing/],
    ['an impossible time', scenario(true).replace('09:30', '29:30'), /not a time/],
    ['an unknown agent', scenario(true).replace('named: 赵婷', 'named: {who: 赵婷}'), /unknown agent/],
  ])('tells in words what is wrong with %s', async (_, yaml, message) => {
    expect(await played(yaml)).toMatchObject({ outcome: 'unreadable', message: expect.stringMatching(message) });
  }, 60_000);

  it('plays one at a time, and none by a draft with faults', async () => {
    const playing = test.app.get(Trial, { strict: false });
    const first = playing.play(document, scenario(true));
    await expect(playing.play(document, scenario(true))).rejects.toMatchObject({ code: 'trial_running', status: 409 });
    expect(await first).toMatchObject({ outcome: 'fits' });
    expect((await trial(scenario(true))).statusCode).toBe(200);
    expect((await trial(scenario(true), {})).json()).toMatchObject({ status: 422, code: 'policy_faulty' });
    expect((await trial('x'.repeat(70_000))).json()).toMatchObject({ status: 400, code: 'invalid_request' });
  }, 60_000);
});
