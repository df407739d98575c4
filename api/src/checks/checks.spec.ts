import type { CheckRequest, ChecksView, CheckView, FindingRequest, PenaltiesView, RegisterPage } from '@lunjie/contracts';
import { presets } from '@lunjie/policy';
import { Ledger } from '../floor/ledger';
import type { MoneyFault } from '../floor/money-fault';
import { LiveEvents } from '../platform/live/live-events';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { everybodyIn, granted, refusal, untouched, type SalesOffice } from '../reception/testing/sales-office';

describeOnBothDatabases('spot checks and mystery visits (000 §1, §11)', (open) => {
  let test: TestApp;
  let office: SalesOffice;
  let offices = 0;

  beforeAll(async () => {
    test = await open();
  });
  beforeEach(async () => {
    offices += 1;
    office = await everybodyIn(test, { called: `checks${offices}`, policy: presets.standard });
    test.clock.advance(60_000);
  });
  afterEach(async () => expect(await office.verification()).toMatchObject(untouched));

  const met = (agent: string, given: Partial<FindingRequest> = {}): FindingRequest => ({ item: 'greeting', result: 'met', agent: office.idOf(agent), words: null, brings: 'nothing', slip: null, ...given });
  const unmet = (agent: string, given: Partial<FindingRequest> = {}): FindingRequest => met(agent, { item: 'phone_manners', result: 'not_met', words: '响了六声才接', brings: 'slip', slip: { trigger: 'slip' }, ...given });
  const check = (given: Partial<CheckRequest> = {}): CheckRequest => ({ kind: 'mystery_visit', checkedAt: test.clock.now(), place: 'phone', agents: ['wang', 'li'].map((one) => office.idOf(one)), findings: [unmet('wang'), met('li', { words: '讲解很细', brings: 'praise' })], remarks: '神秘客陈女士', ...given });
  const enter = async (who: string, given: Partial<CheckRequest> = {}) => granted<CheckView>(await office.does(who, '/checks', check(given)));
  const publish = (who: string, { id }: CheckView, key?: string) => office.does(who, `/checks/${id}/publication`, {}, key);
  const seen = async (who: string) => granted<ChecksView>(await (await office.as(who)).get(office.at('/checks'))).checks;
  const conduct = async (who: string) => granted<PenaltiesView>(await (await office.as(who)).get(office.at('/penalties')));

  it('hides a mystery visit until one act publishes it with its slip and its praise', async () => {
    const events: object[] = [];
    const listening = test.app.get(LiveEvents).subscribe(office.id).subscribe((event) => events.push(event));
    const { id, published } = await enter('admin');
    expect(published).toBeNull();
    expect([await seen('wang'), (await conduct('wang')).penalties, (await seen('manager')).map((one) => one.id)]).toEqual([[], [], [id]]);
    expect(refusal(await (await office.as('wang')).get(office.at(`/checks/${id}`)))).toEqual([404, 'check_not_found']);
    // What the register and the live stream tell before: a number and a digest.
    expect((await office.entries()).filter(({ kind }) => kind.startsWith('check')).map(({ content }) => Object.keys(content))).toEqual([['digest']]);
    expect(events.map((event) => Object.keys(event))).toEqual([['seq', 'kind']]);
    listening.unsubscribe();

    const told = granted<CheckView>(await publish('manager', { id } as CheckView));
    expect(told).toMatchObject({ published: { by: { id: office.idOf('manager') } }, met: 1, looked: 2, remarks: '神秘客陈女士' });
    const [mine] = await seen('wang');
    expect(mine).toMatchObject({ agents: [{ id: office.idOf('wang') }], findings: [{ item: 'phone_manners', words: '响了六声才接', result: 'not_met' }], remarks: null, may: [] });
    expect((await conduct('wang')).penalties).toMatchObject([{ trigger: 'slip', entry: told.findings[0]?.brought, reason: '四声内接听，报项目名和姓：响了六声才接' }]);
    expect((await conduct('li')).praises).toMatchObject([{ entry: told.findings[1]?.brought, check: id, reason: '一分钟内起身招呼：讲解很细' }]);
    expect(await seen('zhao')).toEqual([]);
    expect((await conduct('wang')).penalties[0]?.may).toEqual(['appeal']);
  });

  it('is published once, however many press at once, and answers the same request the same', async () => {
    const entered = await enter('manager');
    const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => publish(index % 2 ? 'manager' : 'supervisor', entered)));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, ...Array<number>(7).fill(409)]);
    expect([(await conduct('manager')).penalties.length, (await conduct('manager')).praises.length]).toEqual([1, 1]);
    const again = await enter('supervisor', { findings: [met('wang')] });
    const [first, second] = [await publish('manager', again, 'the-same-key-0001'), await publish('manager', again, 'the-same-key-0001')];
    expect([first.statusCode, second.statusCode]).toEqual([200, 200]);
  });

  it('publishes a spot check as who publishes enters it, and lets another\'s wait', async () => {
    expect((await enter('supervisor', { kind: 'spot_check' })).published).not.toBeNull();
    const waiting = await enter('admin', { kind: 'spot_check', findings: [unmet('li')] });
    expect([waiting.published, waiting.may]).toEqual([null, ['correct']]);
    expect((await seen('li')).map(({ id }) => id)).not.toContain(waiting.id);
  });

  it('adds corrections: before publishing they decide what it brings, afterwards a slip falls by its appeal alone', async () => {
    const correct = (who: string, { id }: CheckView, number: number, given: object) => office.does(who, `/checks/${id}/corrections`, { number, result: 'met', brings: 'nothing', words: '录音显示三声接起', ...given });
    const entered = await enter('admin');
    const corrected = granted<CheckView>(await correct('admin', entered, 0, {}));
    expect(corrected.findings[0]).toMatchObject({ result: 'not_met', now: { result: 'met', brings: 'nothing' }, corrections: [{ words: '录音显示三声接起' }] });
    granted(await publish('manager', entered));
    expect((await conduct('wang')).penalties).toEqual([]);
    expect(refusal(await correct('admin', entered, 0, {}))).toEqual([403, 'check_not_yours']);
    expect(refusal(await correct('manager', entered, 1, {}))).toEqual([409, 'check_brought']);
    granted(await correct('manager', entered, 0, { result: 'not_met', brings: 'slip', slip: { trigger: 'slip' } }));
    expect((await conduct('wang')).penalties).toMatchObject([{ trigger: 'slip', reason: '录音显示三声接起' }]);
  });

  it('refuses who may not, whoever is checked, and what does not hold together', async () => {
    const refused = async (who: string, given: Partial<CheckRequest>) => refusal(await office.does(who, '/checks', check(given)));
    const serious = unmet('li', { slip: { trigger: 'grabbing', severity: 'serious' } });
    expect([
      await refused('supervisor', { findings: [serious] }), await refused('manager', { agents: [office.idOf('desk')], findings: [met('desk')] }), await refused('manager', { findings: [met('zhao')] }), await refused('manager', { place: 'moon' }),
    ]).toEqual([[403, 'severity_not_yours'], [422, 'not_an_agent_here'], [422, 'check_finding_unfit'], [422, 'check_place_unknown']]);
    expect(refusal(await publish('manager', { id: '00000000-0000-4000-8000-000000000000' } as CheckView))).toEqual([404, 'check_not_found']);
  });

  it('keeps from whoever is an agent as well that there is one, in the register too', async () => {
    const admin = await office.as('admin');
    granted(await admin.patch(office.at(`/people/${office.idOf('supervisor')}`), { roles: ['agent', 'manager'] }));
    await enter('manager');
    const kinds = async (who: string) => granted<RegisterPage>(await (await office.as(who)).get(office.at('/register'))).entries.map(({ kind }) => kind);
    expect([await kinds('manager'), await kinds('supervisor')]).toEqual([expect.arrayContaining(['check_entered']), expect.not.arrayContaining(['check_entered'])]);
    expect(await seen('supervisor')).toEqual([]);
  });

  it('is compared with the register by verify, hidden parts too', async () => {
    class Undone extends Error {}
    granted(await publish('manager', await enter('manager')));
    const after = async (sql: string) => {
      let found: MoneyFault | null = null;
      await test.transactions.transaction(async (tx) => {
        await tx.run(sql, [office.id]);
        found = (await test.app.get(Ledger, { strict: false }).verify(tx, office.id)).money.fault;
        throw new Undone();
      }).catch((error: unknown) => { if (!(error instanceof Undone)) throw error; });
      return found;
    };
    expect(await after("UPDATE site_check SET body = REPLACE(body, 'not_met', 'met') WHERE office_id = ?")).toMatchObject({ part: 'check', column: 'body' });
    expect(await after('UPDATE site_check SET published_at = published_at + 1 WHERE office_id = ?')).toMatchObject({ part: 'check_publication', column: 'published_at' });
    expect(await after('UPDATE site_check SET published_entry = NULL WHERE office_id = ?')).toMatchObject({ part: 'check_publication', fault: 'missing' });
    expect(await after('DELETE FROM praise WHERE office_id = ?')).toMatchObject({ part: 'praise', fault: 'missing' });
  });
});
