import { jest } from '@jest/globals';
import type { CallAnswer, ContactAnswer, ExpectedVisits, FollowUpSheet, FollowUpsView, NoticesView, TrackedCustomers } from '@lunjie/contracts';
import { layOver, presets } from '@lunjie/policy';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { everybodyIn, granted, refusal, untouched, type SalesOffice } from '../reception/testing/sales-office';
import { FollowUpClock } from './follow-up-clock';
import { MovedTasks } from './moved-tasks';

const day = 86_400_000;
const holding = layOver(presets.standard, {
  id: 'held', name: { zh: '逾期不轮', en: 'Held' }, values: { rotation: { unavailable_when: ['away', 'busy', 'suspended', 'overdue_followups'] } },
});
const awaiting = layOver(presets.standard, {
  id: 'guests', name: { zh: '约客不轮', en: 'Guests' }, values: { rotation: { unavailable_when: ['away', 'busy', 'suspended', 'pending_guest'], guest_before_minutes: 30, guest_after_minutes: 20 } },
});

describeOnBothDatabases('follow-ups (P72, 000 §9)', (open) => {
  let test: TestApp;
  let office: SalesOffice;
  let offices = 0;

  const opens = async (policy = presets.standard) => {
    offices += 1;
    test.clock.set('2025-05-12T10:00:00+08:00');
    office = await everybodyIn(test, { called: `follow${offices}`, policy, agents: ['wang', 'li'] });
    test.clock.advance(60_000);
  };
  beforeAll(async () => {
    test = await open();
  });
  afterEach(async () => expect(await office.verification()).toMatchObject(untouched));

  const called = async (phone: string): Promise<string> => granted<CallAnswer>(await office.does('desk', '/calls', { phone, says: { firstVisit: 'unclear' } })).call.customerId ?? '';
  const view = async (who: string) => granted<FollowUpsView>(await (await office.as(who)).get(office.at('/follow-ups')));
  const sheet = async (who: string, customer: string) => granted<FollowUpSheet>(await (await office.as(who)).get(office.at(`/customers/${customer}/follow-ups`)));
  const contacts = (who: string, customer: string, body: object = {}) => office.does(who, `/customers/${customer}/contacts`, { way: 'phone', connected: true, ...body });
  const news = async (who: string) => granted<NoticesView>(await (await office.as(who)).get(office.at('/notices'))).notices.filter(({ kind }) => kind.startsWith('follow_up')).map(({ kind }) => kind);
  const clock = () => test.app.get(FollowUpClock, { strict: false });

  it('does the call back by a contact that was answered, and sets the next by the grade', async () => {
    await opens();
    const customer = await called('13800000001');
    expect(await view('wang')).toMatchObject({ overdue: [], due: [], next: [{ kind: 'call_back', dueDate: '2025-05-19', mayCall: true }] });
    expect((await view('li')).next).toEqual([]);
    // Who has to call them may see the number: with a reason, and recorded.
    expect(granted<{ phone: string }>(await office.does('wang', `/customers/${customer}/phone`, { reason: '回电' })).phone).toContain('13800000001');
    expect(refusal(await office.does('li', `/customers/${customer}/phone`, { reason: '回电' }))).toEqual([403, 'phone_not_yours']);
    expect(granted<ContactAnswer>(await contacts('wang', customer, { connected: false })).next).toBeNull();
    expect((await sheet('wang', customer)).open).toHaveLength(1);
    const answer = granted<ContactAnswer>(await contacts('wang', customer, { grade: 'A', note: '周末看房' }));
    expect(answer.next).toBe('2025-05-19');
    expect(await sheet('wang', customer)).toMatchObject({ open: [{ kind: 'cadence', grade: 'A', dueDate: '2025-05-19' }], done: [{ kind: 'call_back', outcome: 'done' }] });
    expect(refusal(await contacts('li', customer))).toEqual([403, 'not_your_customer']);
  });

  it('plans the next step in the place of what was planned, sealed from who has nothing to do with it', async () => {
    await opens();
    const customer = await called('13800000001');
    granted(await contacts('wang', customer, { nextOn: '2025-05-14', nextStep: '带户型图', nextWay: 'in_person' }));
    granted(await office.does('wang', `/customers/${customer}/follow-ups`, { dueDate: '2025-05-15', step: '改到周四' }));
    expect((await sheet('manager', customer)).open).toMatchObject([{ kind: 'agreed', dueDate: '2025-05-15', step: '改到周四' }]);
    expect(JSON.stringify(await office.entries())).not.toContain('周四');
    expect(refusal(await office.does('wang', `/customers/${customer}/follow-ups`, { dueDate: '2025-05-11' }))).toEqual([422, 'due_in_the_past']);
    expect(refusal(await contacts('wang', customer, { nextOn: '2025-05-11' }))).toEqual([422, 'due_in_the_past']);
  });

  it('is printed of an agent: grades A and B with every contact in turn, for them and who manages', async () => {
    await opens();
    const enters = async (phone: string) => granted<{ customer: string }>(await office.does('manager', '/customers', { name: '周敏', phone, agentId: office.idOf('wang') })).customer;
    const [first, cold] = [await enters('13800000001'), await enters('13800000002')];
    granted(await contacts('wang', first, { grade: 'A', note: '周末看房' }));
    test.clock.advance(60_000);
    granted(await contacts('wang', first, { connected: false }));
    granted(await contacts('wang', cold, { grade: 'D' }));
    const tracked = async (who: string, agent?: string) => (await office.as(who)).get(office.at(`/follow-ups/sheet${agent === undefined ? '' : `?agent=${agent}`}`));
    const mine = granted<TrackedCustomers>(await tracked('wang'));
    expect(mine).toMatchObject({ agent: { id: office.idOf('wang') }, customers: [{ customer: { id: first }, grade: 'A', contacts: [{ connected: true, note: '周末看房' }, { connected: false, note: null }], next: { dueDate: '2025-05-19' } }] });
    expect(granted<TrackedCustomers>(await tracked('supervisor', office.idOf('wang')))).toEqual(mine);
    expect([refusal(await tracked('li', office.idOf('wang'))), refusal(await tracked('manager', office.id))]).toEqual([[403, 'not_your_customer'], [422, 'not_an_agent_here']]);
  });

  it('tells the agent, then the supervisor, then the manager of an overdue one, each exactly once however many look', async () => {
    await opens();
    await called('13800000001');
    const told = async () => (await office.entries()).filter(({ kind }) => kind === 'follow_up_overdue').map(({ content }) => content['level']);
    office.sets('2025-05-20', '08:59');
    await clock().allDue();
    expect([await told(), await news('wang')]).toEqual([[], []]);
    office.sets('2025-05-20', '09:00');
    await Promise.all([clock().allDue(), clock().allDue(), clock().allDue()]);
    expect([await told(), await news('wang'), await news('supervisor'), await news('manager')]).toEqual([[1], ['follow_up_overdue'], [], []]);
    test.clock.advance(day);
    await Promise.all([clock().allDue(), clock().allDue()]);
    expect([await told(), await news('supervisor'), await news('manager')]).toEqual([[1, 2], ['follow_up_overdue_of'], []]);
    office.sets('2025-05-23', '09:00');
    await Promise.all([clock().allDue(), clock().allDue()]);
    expect([await told(), await news('manager')]).toEqual([[1, 2, 3], ['follow_up_overdue_of']]);
    expect((await view('manager')).overdue).toMatchObject([{ level: 3, agent: { id: office.idOf('wang') } }]);
  });

  it('keeps who has overdue follow-ups out of the line where the office says so (P08), and lets them in again', async () => {
    await opens(holding);
    const customer = await called('13800000001');
    office.sets('2025-05-20', '09:00');
    await office.signsIn('wang', 'li');
    const held = await office.board();
    expect([held.up.map(({ agent }) => office.nameOf(agent.id)), held.line.map(({ state }) => state)]).toEqual([['li'], ['held', 'free']]);
    const { visit } = await office.receives({ phone: '13800000007' });
    expect(visit.receiver?.id).toBe(office.idOf('li'));
    expect(visit.decision.considered).toContainEqual(expect.objectContaining({ agent: office.idOf('wang'), code: 'overdue_followups' }));
    granted(await contacts('wang', customer));
    expect((await office.receives({ phone: '13800000008' })).visit.receiver?.id).toBe(office.idOf('wang'));
  });

  it('lets the line go past who awaits a guest about now, until the guest is here or the wait is over (P08)', async () => {
    await opens(awaiting);
    const [guest, other] = [await called('13800000001'), await called('13800000002')];
    const invites = async (customer: string, time: string) => granted(await office.does('manager', `/customers/${customer}/follow-ups`, { invitedFor: Date.parse(`2025-05-12T${time}:00+08:00`) }));
    await invites(guest, '14:00');
    await invites(other, '16:00');
    const [whose = '', others = ''] = (await Promise.all([guest, other].map((customer) => sheet('manager', customer)))).map(({ open: [task] }) => office.nameOf(task?.agent.id ?? '') ?? '');
    const standing = async () => [(await office.board()).line.find(({ agent }) => agent.id === office.idOf(whose))?.state, (await office.day(whose)).expectsGuest];
    const at = async (time: string) => { test.clock.set(`2025-05-12T${time}:00+08:00`); return standing(); };
    expect([await at('13:29'), await at('14:21'), await at('13:40')]).toEqual([['free', false], ['free', false], ['expecting', true]]);
    expect((await office.board()).up.map(({ agent }) => office.nameOf(agent.id))).not.toContain(whose);
    const { visit } = await office.receives({ phone: '13800000007' });
    expect([whose === others, visit.receiver?.id === office.idOf(whose)]).toEqual([false, false]);
    expect(visit.decision.considered).toContainEqual({ agent: office.idOf(whose), code: 'pending_guest', data: {} });
    // The guest is here: whom they came for receives them, and stands in the line again.
    const { visit: met } = await office.receives({ phone: '13800000001' });
    expect([met.receiver?.id, await standing()]).toEqual([office.idOf(whose), ['free', false]]);
  });

  it('expects an invited customer at the desk, knows that they came, and calls who did not', async () => {
    await opens();
    const [came, stayedAway] = [await called('13800000001'), await called('13800000002')];
    const at = test.clock.now() + 4 * 3_600_000;
    for (const customer of [came, stayedAway]) granted(await office.does('manager', `/customers/${customer}/follow-ups`, { invitedFor: at }));
    const expected = async () => granted<ExpectedVisits>(await (await office.as('desk')).get(office.at('/follow-ups/expected?date=2025-05-12'))).visits;
    expect((await expected()).map(({ state, at: when }) => [state, when])).toEqual([['expected', at], ['expected', at]]);
    await office.receives({ phone: '13800000001' });
    expect(Object.fromEntries((await expected()).map(({ customer, state }) => [customer.id, state]))).toEqual({ [came]: 'came', [stayedAway]: 'expected' });
    office.sets('2025-05-13', '00:01');
    await Promise.all([clock().allDue(), clock().allDue()]);
    expect(Object.fromEntries((await expected()).map(({ customer, state }) => [customer.id, state]))).toEqual({ [came]: 'came', [stayedAway]: 'not_come' });
  });

  it('gives a customer up with a reason, asks for nothing more, and takes them back by themselves when they come', async () => {
    await opens();
    const customer = await called('13800000001');
    granted(await contacts('wang', customer, { grade: 'B' }));
    const lost = granted<FollowUpSheet>(await office.does('manager', `/customers/${customer}/lost`, { reason: 'bought_elsewhere', note: '买了隔壁' }));
    expect(lost).toMatchObject({ open: [], lost: { reason: 'bought_elsewhere', note: '买了隔壁' } });
    expect(refusal(await office.does('manager', `/customers/${customer}/lost`, { reason: 'price' }))).toEqual([409, 'lost_already']);
    expect(refusal(await office.does('manager', `/customers/${customer}/follow-ups`, { dueDate: '2025-05-20' }))).toEqual([409, 'lost_already']);
    await office.receives({ phone: '13800000001' });
    expect(await sheet('manager', customer)).toMatchObject({ lost: null, open: [{ kind: 'cadence', dueDate: '2025-05-26' }] });
    expect(refusal(await office.does('manager', `/customers/${customer}/back`))).toEqual([409, 'not_lost']);
  });

  it('passes what is due to a customer\'s new owner, found by what was entered since it last looked', async () => {
    await opens();
    await office.receives({ phone: '13800000005' });
    const { visit } = await office.receives({ phone: '13800000006' });
    const customer = visit.customerId ?? '';
    const first = office.nameOf(visit.receiver?.id) ?? '';
    const second = first === 'wang' ? 'li' : 'wang';
    granted(await contacts(first, customer, { nextOn: '2025-05-16' }));
    const handsTo = async (to: string) => {
      const request = { customers: [customer], to: office.idOf(to) };
      const { digest } = granted<{ digest: string }>(await office.does('manager', '/customers/hand-over/preview', request));
      granted(await office.does('manager', '/customers/hand-over', { ...request, digest, reason: '调整' }));
      await Promise.all([clock().allDue(), clock().allDue()]);
    };
    // At the first look all of them are looked at, later those whose customers something was entered about.
    for (const [to, from] of [[second, first], [first, second], [second, first]] as const) {
      await handsTo(to);
      expect([(await view(to)).next.length, (await view(from)).next.length]).toEqual([1, 0]);
    }
    expect((await office.entries()).filter(({ kind }) => kind === 'follow_up_taken_over').map(({ content }) => content['agent'])).toEqual([second, first, second].map((who) => office.idOf(who)));
    expect(await clock().allDue()).toBe(0);
  });

  it('looks into no office where nothing is due and nothing was entered', async () => {
    await opens();
    await called('13800000001');
    await clock().allDue();
    const looks = jest.spyOn(clock(), 'officeDue');
    await clock().allDue();
    expect(looks).not.toHaveBeenCalled();
    granted(await office.does('desk', '/calls', { phone: '13800000002', says: { firstVisit: 'unclear' } }));
    await clock().allDue();
    expect(looks.mock.calls.map(([id]) => id)).toEqual([office.id]);
    await clock().allDue();
    expect(looks).toHaveBeenCalledTimes(1);
    // Another process begins where this one ended.
    const { rows } = await test.transactions.alone.run<{ head: number | string; settled: number | string }>('SELECT entry_number AS head, follow_ups_settled AS settled FROM floor WHERE office_id = ?', [office.id]);
    expect(rows.map(({ head, settled }) => Number(head) - Number(settled))).toEqual([0]);
    office.sets('2025-05-20', '00:00');
    await clock().allDue();
    expect(looks.mock.calls.map(([id]) => id)).toContain(office.id);
    looks.mockRestore();
  });

  it('looks at all of an office when lapsed claims live again by a new policy', async () => {
    await opens();
    const { visit } = await office.receives({ phone: '13800000005' });
    const customer = visit.customerId ?? '';
    const [was, owner] = visit.receiver?.id === office.idOf('wang') ? [office.idOf('wang'), office.idOf('li')] : [office.idOf('li'), office.idOf('wang')];
    granted(await contacts(office.nameOf(was) ?? '', customer, { nextOn: '2025-05-16' }));
    await clock().allDue();
    const moved = test.app.get(MovedTasks, { strict: false });
    const some = () => test.transactions.read((reading) => moved.some(reading, office.id, 10));
    await test.transactions.transaction(async (tx) => {
      await tx.run('UPDATE claim SET agent_id = ? WHERE customer_id = ?', [owner, customer]);
      await tx.run('INSERT INTO register_entry (office_id, number, at, business_date, kind, content, previous_hash, hash) VALUES (?, 9999, ?, ?, ?, ?, ?, ?)', [office.id, test.clock.now(), '2025-05-12', 'line', '{}', '-', '-']);
    });
    expect(await some()).toEqual([]);
    await test.transactions.transaction((tx) => tx.run("UPDATE register_entry SET kind = 'claims_recomputed' WHERE office_id = ? AND number = 9999", [office.id]));
    expect(await some()).toMatchObject([{ customer_id: customer, was, owner }]);
    // As if it had never been: this register is verified after the test.
    await test.transactions.transaction(async (tx) => {
      await tx.run('DELETE FROM register_entry WHERE office_id = ? AND number = 9999', [office.id]);
      await tx.run('UPDATE claim SET agent_id = ? WHERE customer_id = ?', [was, customer]);
    });
  });
});
