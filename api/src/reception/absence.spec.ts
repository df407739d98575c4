import type { NoticesView } from '@lunjie/contracts';
import { layOver, presets } from '@lunjie/policy';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { beforeOpening, everybodyIn, granted, refusal, untouched, type SalesOffice } from './testing/sales-office';

const minute = 60_000;

describeOnBothDatabases('going out and coming back', (open) => {
  let test: TestApp;
  let office: SalesOffice;
  let offices = 0;

  beforeAll(async () => {
    test = await open();
  });

  beforeEach(async () => {
    offices += 1;
    office = await everybodyIn(test, { called: `out${offices}` });
    test.clock.advance(minute);
  });

  afterEach(async () => expect(await office.verification()).toMatchObject(untouched));

  const turns = async (account: string) => (await office.day(account)).turns.map(({ kind, reason }) => [kind, reason]);

  it('on official business earns one make-up turn for all turns missed (002 §7)', async () => {
    granted(await office.does('wang', '/presence/out', { reason: 'official', note: '去公证处', expectedBackAt: test.clock.now() + 30 * minute }));
    expect((await office.board()).line[0]).toMatchObject({ state: 'out', reason: 'official', since: test.clock.now(), expectedBackAt: test.clock.now() + 30 * minute });
    expect((await office.day('wang'))).toMatchObject({ state: 'out', out: { reason: 'official', earnsMakeup: true } });
    const first = await office.arrives();
    expect(first.visit.decision.passedOver).toEqual([{ agent: office.idOf('wang'), reason: 'official', effect: 'credit' }]);
    expect(first.visit.decision.considered).toContainEqual({ agent: office.idOf('wang'), code: 'out', data: { reason: 'official', since: test.clock.now(), expectedBackAt: test.clock.now() + 30 * minute } });
    await office.ends(first);
    for (const _ of [2, 3, 4, 5]) await office.receives();
    test.clock.advance(minute);
    granted(await office.does('wang', '/presence/back'));
    expect((await office.board()).up[0]).toMatchObject({ agent: { id: office.idOf('wang') }, by: 'makeup' });
    const before = await office.line();
    const { visit } = await office.receives();
    expect(visit).toMatchObject({ mode: 'credit', counts: true, receiver: { id: office.idOf('wang') } });
    expect(await office.line()).toEqual(before);
    expect(await turns('wang')).toEqual([['turn_taken', 'credit'], ['missed_turns_lost', 'official'], ['credit_granted', 'official']]);
  });

  it('goes round at the door where the office has door duty, once however many desks press, and what is missed there is made up (P11)', async () => {
    office = await everybodyIn(test, { called: `door${offices}`, policy: layOver(presets['reception-rules'], { id: 'door', name: { zh: '门岗', en: 'Door' }, values: { rotation: { door_duty: { enabled: true, order: 'reverse', makeup: true } } } }) });
    const door = async () => { const { door: view } = await office.board(); return [office.nameOf(view?.standing?.agent.id), office.nameOf(view?.next?.id)]; };
    expect(await door()).toEqual([null, 'chen']);
    expect([(await office.day('chen')).door, (await office.day('wang')).door]).toEqual([{ isNext: true }, { isNext: false }]);
    const pressed = await Promise.all(['desk', 'manager', 'supervisor'].map((account) => office.does(account, '/presence/door', { agentId: office.idOf('chen') })));
    expect(pressed.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409, 409]);
    expect(await door()).toEqual(['chen', 'zhao']);
    expect(refusal(await office.does('wang', '/presence/door'))).toEqual([409, 'not_next_at_door']);
    expect(refusal(await office.does('wang', '/presence/out', { reason: 'door_duty' }))).toEqual([409, 'not_next_at_door']);
    for (const _ of [1, 2, 3, 4]) await office.receives();
    granted(await office.does('zhao', '/presence/door'));
    expect(await door()).toEqual(['zhao', 'li']);
    expect((await office.board()).up[0]).toMatchObject({ agent: { id: office.idOf('chen') }, by: 'makeup' });
    expect((await office.entries()).slice(-2).map(({ kind, content }) => [kind, content['reason']])).toEqual([['came_back', undefined], ['went_out', 'door_duty']]);
  });

  it('for private reasons loses the turns missed', async () => {
    granted(await office.does('wang', '/presence/out', { reason: 'private' }));
    expect((await office.day('wang')).out).toMatchObject({ earnsMakeup: false });
    const { visit } = await office.receives();
    expect(visit.decision.passedOver).toEqual([{ agent: office.idOf('wang'), reason: 'private', effect: 'lose_turn' }]);
    expect(await office.line()).toEqual(['zhao', 'chen', 'wang', 'li']);
    granted(await office.does('desk', '/presence/back', { agentId: office.idOf('wang') }));
    expect((await office.day('wang')).makeupTurns).toBe(0);
  });

  it('to meals and breaks leaves somebody on the post', async () => {
    for (const agent of ['wang', 'li', 'zhao']) granted(await office.does(agent, '/presence/out', { reason: 'lunch' }));
    const alone = await office.does('chen', '/presence/out', { reason: 'break' });
    expect(refusal(alone)).toEqual([409, 'nobody_left_on_duty']);
    expect(alone.json().data).toEqual({ minimum: 1, remaining: 0 });
    granted(await office.does('chen', '/presence/out', { reason: 'official' }));
    expect((await office.arrives()).visit.state).toBe('waiting');
    granted(await office.does('wang', '/presence/back'));
  });

  it('tells who runs the floor that the post is short, whatever the reason, and who should be back (SN-03)', async () => {
    const told = async (who: string) => granted<NoticesView>(await (await office.as(who)).get(office.at('/notices'))).notices.filter(({ kind }) => kind === 'cover_short' || kind === 'back_late').map(({ kind, agent, count }) => [kind, agent, count]);
    for (const agent of ['wang', 'li']) granted(await office.does(agent, '/presence/out', { reason: 'lunch', expectedBackAt: test.clock.now() + 30 * minute }));
    granted(await office.does('zhao', '/presence/out', { reason: 'private' }));
    expect([(await office.board()).cover, await told('supervisor')]).toMatchObject([{ minimum: 1, present: 1, short: false }, []]);
    granted(await office.does('chen', '/presence/out', { reason: 'official' }));
    expect((await office.board()).cover).toMatchObject({ present: 0, short: true, since: test.clock.now(), out: [{ agent: { id: office.idOf('wang') }, late: false }, {}, {}, {}] });
    expect([await told('supervisor'), await told('desk'), await told('wang')]).toEqual([[['cover_short', null, 1]], [['cover_short', null, 1]], []]);
    test.clock.advance(31 * minute);
    granted(await office.does('wang', '/presence/back'));
    expect(await told('manager')).toEqual([['back_late', expect.any(String), null]]);
  });

  it('to a meal below the minimum only by whom the office lets (SN-03)', async () => {
    office = await everybodyIn(test, { called: 'lenient', policy: layOver(presets['reception-rules'], { id: 'cover', name: { zh: '值守', en: 'Cover' }, values: { rotation: { minimum_on_duty: 4, below_minimum: 'manager_may' } } }), also: [] });
    test.clock.advance(minute);
    expect(refusal(await office.does('wang', '/presence/out', { reason: 'lunch' }))).toEqual([409, 'cover_needs_manager']);
    expect(refusal(await office.does('desk', '/presence/out', { reason: 'lunch', agentId: office.idOf('wang') }))).toEqual([409, 'cover_needs_manager']);
    granted(await office.does('supervisor', '/presence/out', { reason: 'lunch', agentId: office.idOf('wang') }));
    expect((await office.board()).cover).toMatchObject({ minimum: 4, present: 3, short: true });
  });

  it('is refused in impossible states', async () => {
    expect(refusal(await office.does('wang', '/presence/back'))).toEqual([409, 'not_out']);
    expect(refusal(await office.does('wang', '/presence/out', { reason: 'official', expectedBackAt: test.clock.now() }))).toEqual([422, 'impossible_time']);
    granted(await office.does('wang', '/presence/out', { reason: 'official' }));
    expect(refusal(await office.does('wang', '/presence/out', { reason: 'lunch' }))).toEqual([409, 'already_out']);
    await office.arrives();
    expect(refusal(await office.does('li', '/presence/out', { reason: 'lunch' }))).toEqual([409, 'still_receiving']);
    expect(refusal(await office.does('li', '/presence/sign-out'))).toEqual([409, 'still_receiving']);
    expect(refusal(await office.does('zhao', '/presence/out', { reason: 'lunch', agentId: office.idOf('chen') }))).toEqual([403, 'only_for_yourself']);
    expect(refusal(await office.does('zhao', '/presence/sign-in'))).toEqual([409, 'already_signed_in']);
  });
});

describeOnBothDatabases('what a manager does with the line', (open) => {
  let test: TestApp;
  let office: SalesOffice;

  beforeAll(async () => {
    test = await open();
    office = await everybodyIn(test);
  });

  beforeEach(() => test.clock.advance(minute));
  afterEach(async () => expect(await office.verification()).toMatchObject(untouched));

  const orders = async (by: string, ...line: readonly string[]) => (await office.as(by)).put(office.at('/line/order'), { queue: 'visit', order: line.map((name) => office.idOf(name)), reason: '昨日补调' });

  it('reorders it whole, with a reason, in the register', async () => {
    granted(await orders('manager', 'chen', 'wang', 'li', 'zhao'));
    expect(await office.line()).toEqual(['chen', 'wang', 'li', 'zhao']);
    expect((await office.entries()).at(-1)).toMatchObject({ kind: 'line_reordered', content: { queue: 'visit', reason: '昨日补调' } });
    const short = await orders('manager', 'wang', 'li', 'zhao');
    expect(refusal(short)).toEqual([409, 'not_the_line']);
    expect(refusal(await orders('desk', 'wang', 'li', 'zhao', 'chen'))).toEqual([403, 'not_permitted']);
    expect((await office.receives()).visit.receiver?.id).toBe(office.idOf('chen'));
  });

  it('suspends until an instant and lifts it', async () => {
    const until = test.clock.now() + 60 * minute;
    granted(await office.does('manager', '/line/suspensions', { agentId: office.idOf('wang'), until, reason: '第三次漏接' }));
    expect((await office.day('wang'))).toMatchObject({ state: 'suspended', suspendedUntil: until });
    const { visit } = await office.receives();
    expect(visit.decision.considered).toContainEqual({ agent: office.idOf('wang'), code: 'suspended', data: { until } });
    expect(visit.decision.passedOver).toEqual([{ agent: office.idOf('wang'), reason: 'suspended', effect: 'lose_turn' }]);
    granted(await office.does('manager', '/line/suspensions/lift', { agentId: office.idOf('wang'), reason: '已补训' }));
    expect((await office.day('wang')).suspendedUntil).toBeNull();
    expect(refusal(await office.does('manager', '/line/suspensions/lift', { agentId: office.idOf('wang'), reason: '已补训' }))).toEqual([409, 'not_suspended']);
    expect(refusal(await office.does('manager', '/line/suspensions', { agentId: office.idOf('wang'), until: test.clock.now(), reason: '昨天' }))).toEqual([409, 'already_past']);
    expect(refusal(await office.does('manager', '/line/suspensions', { agentId: office.idOf('wang'), until: test.clock.now() + 4_000 * 86_400_000, reason: '久' }))).toEqual([422, 'impossible_time']);
  });

  it('holds agents back who may not yet serve', async () => {
    const path = `/people/${office.idOf('zhao')}`;
    granted(await (await office.as('manager')).patch(office.at(path), { certifiedVisits: false }));
    expect((await office.board()).line.find(({ agent }) => agent.id === office.idOf('zhao'))).toMatchObject({ state: 'uncertified' });
    const considered = (await office.receives()).visit.decision.considered.find(({ agent }) => agent === office.idOf('zhao'));
    expect(considered).toEqual({ agent: office.idOf('zhao'), code: 'uncertified', data: { channel: 'visit' } });
    granted(await (await office.as('manager')).patch(office.at(path), { certifiedVisits: true }));
    expect((await office.board()).line.find(({ agent }) => agent.id === office.idOf('zhao'))).toMatchObject({ state: 'free' });
  });

  it('takes who goes on long leave out of the line at once, and back in at the tail', async () => {
    granted(await (await office.as('manager')).patch(office.at(`/people/${office.idOf('li')}`), { state: 'long_leave' }));
    expect(await office.line()).not.toContain('li');
    expect((await office.postings()).at(-1)).toMatchObject({ kind: 'left_office', agent: 'li' });
    expect((await office.board()).notSignedIn).toEqual([]);
    expect(refusal(await office.does('desk', '/presence/sign-in', { agentId: office.idOf('li') }))).toEqual([422, 'not_an_agent_here']);
    granted(await (await office.as('manager')).patch(office.at(`/people/${office.idOf('li')}`), { state: 'active' }));
    granted(await office.does('desk', '/presence/sign-in', { agentId: office.idOf('li') }));
    expect((await office.line()).at(-1)).toBe('li');
  });

  it('takes turns as a penalty, and the agent reads why', async () => {
    const [head = ''] = await office.line();
    granted(await office.does('manager', '/line/lost-turns', { agentId: office.idOf(head ?? ''), turns: 1, reason: '未询问来访情况' }));
    const { visit } = await office.receives();
    expect(visit.receiver?.id).not.toBe(office.idOf(head ?? ''));
    expect(visit.decision.considered).toContainEqual({ agent: office.idOf(head ?? ''), code: 'turn_consumed', data: {} });
    expect((await office.day(head ?? '')).turns).toContainEqual(expect.objectContaining({ kind: 'turns_skipped', reason: '未询问来访情况' }));
  });
});

describeOnBothDatabases('calls', (open) => {
  it('run on a line of their own, certified agents only', async () => {
    const test = await open();
    const office = await everybodyIn(test);
    granted(await (await office.as('manager')).patch(office.at(`/people/${office.idOf('wang')}`), { certifiedCalls: false }));
    test.clock.advance(minute);
    const visitLine = await office.line();
    const call = await office.arrives({ channel: 'call', phone: '13800000007', says: { firstVisit: 'yes' } });
    expect(call.visit).toMatchObject({ channel: 'call', visitorClass: 'call_new', mode: 'in_turn', receiver: { id: office.idOf('li') }, decision: { row: 'call_by_order' } });
    expect(call.visit.decision.considered).toContainEqual({ agent: office.idOf('wang'), code: 'uncertified', data: { channel: 'call' } });
    expect(await office.line()).toEqual(visitLine);
    expect(await office.line('call')).toEqual(['zhao', 'chen', 'wang', 'li']);
    expect((await office.does('desk', '/customers/search', { text: '0007' })).json().customers).toMatchObject([{ owner: null }]);
    await office.ends(call);
    const asked = await office.receives({ channel: 'call', says: { firstVisit: 'no', requests: office.idOf('chen') } });
    expect(asked.visit).toMatchObject({ visitorClass: 'call_named', mode: 'designated', counts: false, receiver: { id: office.idOf('chen') } });
    expect(await office.verification()).toMatchObject(untouched);
  });
});

describeOnBothDatabases('an office where a manager checks people in', (open) => {
  it('lets nobody sign in by themselves', async () => {
    const test = await open();
    const policy = layOver(presets['reception-rules'], { id: 'checked', name: { zh: '点名', en: 'Roll call' }, values: { rotation: { order_basis: 'manager_checkin' } } });
    const office = await beforeOpening(test, { policy });
    expect(refusal(await office.does('wang', '/presence/sign-in'))).toEqual([403, 'manager_signs_in']);
    for (const name of ['zhao', 'wang']) granted(await office.does('manager', '/presence/sign-in', { agentId: office.idOf(name) }));
    expect(await office.line()).toEqual(['zhao', 'wang']);
  });
});
