import type { ConflictView, EveningView, PlansView } from '@lunjie/contracts';
import { presets } from '@lunjie/policy';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { everybodyIn, granted, receptionOf, refusal, untouched, type SalesOffice } from '../reception/testing/sales-office';

describeOnBothDatabases('the evening meeting', (open) => {
  let test: TestApp;
  let office: SalesOffice;
  let offices = 0;
  let today: string;

  beforeAll(async () => {
    test = await open();
  });
  beforeEach(async () => {
    offices += 1;
    // Each on a Monday of its own: the clock never goes back.
    today = new Date(Date.UTC(2026, 10, 16 + 7 * offices)).toISOString().slice(0, 10);
    test.clock.set(`${today}T09:00:00+08:00`);
    office = await everybodyIn(test, { called: `evening${offices}`, policy: presets['reception-rules'] });
  });
  afterEach(async () => expect(await office.verification()).toMatchObject(untouched));

  const after = (days: number) => new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  const evening = async (who = 'manager', date = today) => granted<EveningView>(await (await office.as(who)).get(office.at(`/evening?date=${date}`)));
  const minutes = (who: string, body: object, key?: string) => office.does(who, '/evening/minutes', { date: today, words: '今日来客三组', ...body }, key);
  const closes = (who: string, date = today) => office.does(who, '/evening/close', { date });
  const kinds = async () => (await office.entries()).map(({ kind }) => kind);
  const customerOf = async (name: string, phone: string, agent: string) => granted<{ customer: string }>(await office.does('desk', '/customers', { name, phone, agentId: office.idOf(agent) })).customer;

  it('asks what has to be decided first, then tells who came to whom', async () => {
    const first = await office.arrives({ name: '何平', phone: '13800000001' });
    granted(await office.does('wang', `/receptions/${receptionOf(first)}/not-counted`, { visitorClass: 'peer', visitorPresent: true, note: '自称同行' }));
    await office.receives();
    const undone = await office.arrives();
    granted(await office.does('desk', `/arrivals/${undone.visit.id}/undo`));
    granted(await office.does('desk', '/calls', { phone: '13800000009', answeredBy: office.idOf('zhao'), says: { firstVisit: 'yes' } }));
    const view = await evening('auditor');
    expect(view.questions?.map(({ kind, customer }) => [kind, customer])).toEqual(expect.arrayContaining([['not_counted_claimed', '何*'], ['registrations_pending', '']]));
    expect(view).toMatchObject({ date: today, day: 'open', closable: true, closing: null, later: [], figures: { arrivals: 2, received: 2, newCustomers: 2, returning: 0, calls: 1, minutes: 0 } });
    expect(view.figures.agents.map(({ agent, received, calls }) => [office.nameOf(agent), received, calls]).sort()).toEqual([['li', 1, 0], ['wang', 1, 0], ['zhao', 0, 1]]);
    expect(view.arrivals.map(({ receiver, newCustomer }) => [office.nameOf(receiver?.id), newCustomer])).toEqual([['wang', true], ['li', true]]);
    expect(JSON.stringify(view)).not.toMatch(/13800000001|何平/);
    expect((await evening('manager')).questions).toEqual(view.questions);
  });

  it('makes each mention in the minutes evidence of whose customer it is, once, and keeps the words sealed', async () => {
    const customer = await customerOf('周敏', '13800000002', 'wang');
    const mention = { customer, agent: office.idOf('li') };
    expect(refusal(await minutes('manager', { mentions: [{ customer, agent: office.idOf('desk') }] }))).toEqual([422, 'not_an_agent_here']);
    expect(refusal(await minutes('manager', { mentions: [{ customer: office.id, agent: office.idOf('li') }] }))).toEqual([404, 'customer_not_found']);
    const told = [minutes('manager', { mentions: [mention, mention] }, 'the-same-minutes'), minutes('manager', { mentions: [mention, mention] }, 'the-same-minutes')];
    for (const answer of await Promise.all(told)) granted(answer);
    const [row, ...more] = (await evening('supervisor')).minutes;
    expect(more).toEqual([]);
    expect(row).toMatchObject({ words: '今日来客三组', by: { id: office.idOf('manager') }, mentions: [{ customer: { id: customer, label: '周*' }, agent: { id: office.idOf('li') } }] });
    const mentioned = (await office.entries()).filter(({ kind }) => kind === 'minutes_mention');
    expect(mentioned.map(({ number, content }) => [number, content])).toEqual([[row?.mentions[0]?.entry, { agent: office.idOf('li') }]]);
    expect(JSON.stringify(await office.entries())).not.toContain('今日来客');
    const parties = [office.idOf('wang'), office.idOf('li')].join(',');
    const conflict = granted<ConflictView>(await (await office.as('manager')).get(office.at(`/customers/${customer}/conflict?parties=${parties}`)));
    expect(conflict.evidence).toContainEqual(expect.objectContaining({ kind: 'minutes_mention', agent: expect.objectContaining({ id: office.idOf('li') }), entry: row?.mentions[0]?.entry }));
  });

  it('is closed once however many close it: the day ends in the same act, and its last entry is the digest', async () => {
    const open = await office.arrives();
    const both = await Promise.all([closes('manager'), closes('supervisor'), closes('manager'), closes('supervisor')]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409, 409, 409]);
    expect((await kinds()).slice(-3)).toEqual(['day_closed', 'reception_ended', 'evening_closed']);
    const { closing, closable, day } = await evening();
    const winner = both.findIndex(({ statusCode }) => statusCode === 200) % 2 === 0 ? 'manager' : 'supervisor';
    expect([office.nameOf(closing?.by.id), closable, day, closing?.figures.received]).toEqual([winner, false, 'closed', 1]);
    expect(both.find(({ statusCode }) => statusCode === 409)?.json()).toMatchObject({ code: 'evening_already_closed', data: { name: expect.stringContaining(winner), entry: closing?.entry } });
    const { rows } = await test.transactions.read((reading) => reading.run<{ hash: string; content: string }>('SELECT hash, content FROM register_entry WHERE office_id = ? AND number = ?', [office.id, closing?.entry]));
    expect([rows[0]?.hash, JSON.parse(rows[0]?.content ?? '{}')]).toEqual([closing?.digest, { date: today, figures: closing?.figures }]);
    expect(refusal(await minutes('manager', {}))).toEqual([409, 'evening_already_closed']);
    // What comes after is told as later and changes nothing of it.
    granted(await office.does('desk', `/register/${open.visit.entry}/corrections`, { field: 'remark', value: '两人同来', reason: '漏记' }));
    office.sets(after(1), '09:00');
    await office.signsIn('wang');
    granted(await office.does('desk', `/register/${open.visit.entry}/corrections`, { field: 'remark', value: '三人同来', reason: '看错' }));
    await office.arrives();
    const later = await evening();
    expect([later.closing, later.later.map(({ kind }) => kind), later.questions]).toEqual([closing, ['correction', 'correction'], null]);
  });

  it('can still be closed by date when the next opening closed the day, and by no other date', async () => {
    await office.receives();
    office.sets(after(1), '09:00');
    await office.signsIn('wang');
    expect((await evening()).closable).toBe(true);
    granted(await minutes('manager', { words: '昨日补记' }));
    expect(granted<EveningView>(await closes('manager'))).toMatchObject({ date: today, closing: { figures: { arrivals: 1, minutes: 1 } }, later: [], day: 'closed' });
    expect((await evening('manager', after(1)))).toMatchObject({ day: 'open', closing: null, closable: true, figures: { arrivals: 0 } });
    expect([refusal(await closes('manager', after(2))), refusal(await closes('manager', after(-1))), refusal(await closes('supervisor'))])
      .toEqual([[409, 'evening_not_yet'], [409, 'evening_no_day'], [409, 'evening_already_closed']]);
  });

  it('keeps every version of a plan sheet; the newest counts, for the day and for its week', async () => {
    const plans = async (who: string, date = today) => granted<PlansView>(await (await office.as(who)).get(office.at(`/plans?date=${date}`))).plans;
    const plan = (who: string, body: object) => office.does(who, '/plans', { period: 'day', date: today, lines: ['回访昨天三组'], ...body });
    granted(await plan('wang', { targets: { calls: 5 } }));
    granted(await plan('wang', { lines: ['回访昨天四组', '约张女士'], targets: { calls: 8, visits: 1 } }));
    granted(await plan('li', { period: 'week', date: after(4), lines: ['签一套'], targets: { deals: 1 } }));
    expect([refusal(await plan('wang', { date: after(-1) })), refusal(await plan('wang', { period: 'week', date: after(-1) })), refusal(await plan('wang', { lines: [] }))])
      .toEqual([[409, 'plan_over'], [409, 'plan_over'], [422, 'plan_empty']]);
    expect([(await plan('wang', { lines: [' '] })).statusCode, (await plan('wang', { targets: { calls: -1 } })).statusCode]).toEqual([400, 400]);
    expect((await plans('wang')).map(({ versions }) => versions.map(({ version, lines, targets }) => [version, lines, targets.calls]))).toEqual([[[2, ['回访昨天四组', '约张女士'], 8], [1, ['回访昨天三组'], 5]]]);
    expect((await evening()).plans.map(({ agent, period, date }) => [office.nameOf(agent.id), period, date]).sort()).toEqual([['li', 'week', today], ['wang', 'day', today]]);
    expect([(await plans('li', after(6))).length, (await plans('manager', after(7))).length]).toEqual([1, 0]);
    expect(JSON.stringify(await office.entries())).not.toContain('回访');
    const at = await Promise.all([1, 2, 3].map((count) => plan('zhao', { lines: [`第${count}次`] })));
    expect(at.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    expect((await plans('zhao'))[0]?.versions.map(({ version }) => version)).toEqual([3, 2, 1]);
  });
});
