import type { RotationSheet, SheetAgent, TurnsPage } from '@lunjie/contracts';
import { presets } from '@lunjie/policy';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { beforeOpening, everybodyIn, granted, refusal, receptionOf, type SalesOffice } from '../reception/testing/sales-office';

const minute = 60_000;
const today = '2026-11-21';

describeOnBothDatabases('the rotation list of a day', (open) => {
  let test: TestApp;
  let office: SalesOffice;
  let opened: number;

  beforeAll(async () => {
    test = await open();
    office = await beforeOpening(test, { agents: ['wang', 'li', 'zhao', 'chen'] });
  });

  beforeEach(() => test.clock.advance(minute));

  const sheet = async (query = '', reader = 'desk'): Promise<RotationSheet> => granted<RotationSheet>(await (await office.as(reader)).get(office.at(`/turns/sheet${query}`)));
  const ledger = async (query = ''): Promise<TurnsPage> => granted<TurnsPage>(await (await office.as('desk')).get(office.at(`/turns${query}`)));
  const names = ({ agents }: RotationSheet) => agents.map(({ agent, position }) => [agent.name, position]);
  const of = async (name: string, query = ''): Promise<SheetAgent> => (await sheet(query)).agents.find(({ agent }) => agent.name === name) as SheetAgent;

  it('is empty, with the office\'s rules, on a day that was not opened', async () => {
    expect(await sheet()).toMatchObject({ date: today, today, day: 'not_opened', queue: 'visit', queues: ['visit', 'call'], agents: [], rows: [], mark: null, rules: { version: 1 } });
  });

  it('has everybody in the order in which the line began, and last who did not sign in', async () => {
    opened = test.clock.now();
    await office.signsIn('chen', 'wang', 'zhao');
    const page = await sheet();
    expect(page.day).toBe('open');
    expect(names(page)).toEqual([['wang', 1], ['zhao', 2], ['chen', 3], ['li', null]]);
    expect(page.agents[0]).toMatchObject({ signedIn: [{ from: opened, to: null }], absences: [], owedAtEnd: 0, state: 'active', team: null, total: { taken: 0, lost: 0, counted: 0 } });
    expect(page.agents[3]?.signedIn).toEqual([]);
  });

  it('keeps that order while turns go round, with each turn, its customer\'s label, class and whether it counts', async () => {
    const { visit } = await office.receives({ name: '孙丽', phone: '13800000001' });
    const page = await sheet();
    expect(await office.line()).toEqual(['zhao', 'chen', 'wang']);
    expect(names(page)).toEqual([['wang', 1], ['zhao', 2], ['chen', 3], ['li', null]]);
    expect(page.rows).toEqual([expect.objectContaining({ kind: 'taken', agent: { id: office.idOf('wang'), name: 'wang' }, customerLabel: '孙*', visitorClass: { zh: '新客户', en: 'New customer' }, counts: true, entry: visit.entry })]);
    expect(JSON.stringify(page)).not.toMatch(/13800000001|孙丽/);
    expect((await of('wang')).total).toEqual({ taken: 1, lost: 0, counted: 1 });
  });

  it('tells who was out when and why, which turn they missed, and what of it is owed when the day ends', async () => {
    await office.does('zhao', '/presence/out', { reason: 'official' });
    await office.does('chen', '/presence/out', { reason: 'private' });
    const left = test.clock.now();
    test.clock.advance(minute);
    await office.receives();
    expect((await of('zhao')).owedAtEnd).toBe(1);
    test.clock.advance(minute);
    await office.does('zhao', '/presence/back');
    await office.does('chen', '/presence/back');
    const page = await sheet();
    expect(page.rows.filter(({ kind }) => kind === 'passed').map(({ agent, reason, effect }) => [agent?.name, reason, effect])).toEqual([['zhao', 'official', 'credit'], ['chen', 'private', 'lose_turn']]);
    expect(await of('zhao')).toMatchObject({ absences: [{ reason: 'official', from: left, to: left + 2 * minute }], owedAtEnd: 1, total: { taken: 0, lost: 0 } });
    expect(await of('chen')).toMatchObject({ absences: [{ reason: 'private' }], owedAtEnd: 0, total: { taken: 0, lost: 1 } });
    await office.receives();
    expect(await of('zhao')).toMatchObject({ owedAtEnd: 0, total: { taken: 1, counted: 1 } });
  });

  it('says what each figure of the turns\' page says, and has every row of it', async () => {
    const [page, turns] = [await sheet(), await ledger()];
    expect(page.agents.filter(({ agent }) => agent.name !== 'li').map(({ agent, total }) => [agent.name, total])).toEqual(expect.arrayContaining(
      turns.totals.filter(({ agent }) => agent.name !== 'li').map(({ agent, taken, lost, counted }) => [agent.name, { taken, lost, counted }])));
    expect(page.rows.map(({ id }) => id).toSorted()).toEqual(turns.rows.map(({ id }) => id).toSorted());
  });

  it('does not count what was handed back or ruled not to count, and keeps the line it stood in', async () => {
    const arrived = await office.arrives();
    const receiver = office.nameOf(arrived.visit.receiver?.id) ?? '';
    const owner = ['wang', 'zhao', 'chen'].find((name) => name !== receiver) ?? '';
    await office.does('desk', '/customers', { name: '钱多', phone: '13800000100', agentId: office.idOf(owner) });
    granted(await office.does('desk', `/receptions/${receptionOf(arrived)}/owner-discovered`, { ownerId: office.idOf(owner) }));
    const rows = (await sheet()).rows.filter(({ reception }) => reception === receptionOf(arrived));
    expect(rows.map(({ kind, agent, counts }) => [kind, agent?.name, counts])).toEqual([['taken', receiver, false], ['taken_back', receiver, false]]);
    for (const { id } of (await office.board()).receiving) await office.does('desk', `/receptions/${id}/end`, { outcome: 'considering' });
  });

  it('says who may make a turn up and who may not, by the rules of the office', async () => {
    const { rules } = await sheet();
    const zh = (list: readonly { readonly zh: string }[]) => list.map((one) => one.zh);
    expect(zh(rules.reasons.credit)).toEqual(['公事外出', '来人已证实无关']);
    expect(zh(rules.reasons.lose_turn)).toEqual(expect.arrayContaining(['私事外出', '请假', '正在接待', '停接']));
    expect(rules.terms).toContainEqual({ label: { zh: '补几次', en: 'How many' }, text: { zh: '一次外出补一次', en: 'One an absence' } });
  });

  it('stays what it was after the day: the closing of the day is no leaving, the next day has a list of its own', async () => {
    await office.does('zhao', '/presence/sign-out');
    const left = test.clock.now();
    test.clock.advance(minute);
    granted(await office.does('manager', '/day/close'));
    const filed = await sheet();
    expect(filed.day).toBe('closed');
    expect(await of('zhao')).toMatchObject({ signedIn: [{ from: opened, to: left }] });
    expect(await of('wang')).toMatchObject({ signedIn: [{ from: opened, to: null }] });
    const entries = await office.entries();
    expect(filed.mark).toEqual({ entry: entries.findLast(({ kind }) => kind === 'day_closed')?.number, hash: expect.stringMatching(/^[0-9a-f]{16}$/) });
    office.sets('2026-11-22', '09:00');
    await office.signsIn('li', 'wang');
    await office.receives();
    granted(await (await office.as('manager')).patch(office.at(`/people/${office.idOf('chen')}`), { state: 'long_leave' }));
    expect(names(await sheet()).slice(2)).toEqual(expect.arrayContaining([['zhao', null], ['chen', null]]));
    expect((await of('chen')).state).toBe('long_leave');
    const again = await sheet(`?date=${today}`);
    expect({ ...again, now: 0, seq: 0, today: '' }).toEqual({ ...filed, now: 0, seq: 0, today: '' });
  });

  it('goes by the rules of the office that has others', async () => {
    const { values } = presets['reception-rules'];
    const policy = { ...presets['reception-rules'], values: {
      ...values, rotation: { ...values.rotation, passed_over_effect: { ...values.rotation.passed_over_effect, lunch: 'keep_place' as const, serving: 'credit' as const } },
      makeup: { ...values.makeup, quantity: 'n_missed' as const, denied_reasons: ['own_return_visit' as const] },
    } };
    const other = await everybodyIn(test, { called: 'other', policy });
    const page = async (query = ''): Promise<RotationSheet> => granted<RotationSheet>(await (await other.as('auditor')).get(other.at(`/turns/sheet${query}`)));
    await other.receives();
    const visits = await page();
    expect([visits.queue, visits.queues, visits.rows.length]).toEqual(['visit', ['visit', 'call'], 1]);
    expect((await page('?queue=call')).rows).toEqual([]);
    expect(visits.rules.reasons.credit.map(({ en }) => en)).toContain('With a customer');
    expect(visits.rules.reasons.keep_place.map(({ en }) => en)).toContain('Lunch');
    expect(visits.rules.reasons.lose_turn.map(({ en }) => en)).toContain('Own return visit');
    expect(refusal(await (await other.as('auditor')).get(other.at('/turns/sheet?queue=door')))).toEqual([404, 'queue_unknown']);
  });

  it('is read by everybody of the office, and asked for by a day', async () => {
    for (const reader of ['desk', 'auditor', 'wang', 'admin', 'supervisor']) expect((await sheet(`?date=${today}`, reader)).rows.length).toBeGreaterThan(0);
    for (const query of ['date=yesterday', 'date=2026-02-30', 'queue=', 'other=1']) expect(refusal(await (await office.as('desk')).get(office.at(`/turns/sheet?${query}`)))).toEqual([400, 'invalid_request']);
    expect(await sheet('?date=2026-11-30')).toMatchObject({ day: 'not_opened', agents: [], rows: [] });
  });
});
