import type { CallAnswer, CallProposal, CallRequest, CallsView } from '@lunjie/contracts';
import { layOver, presets, type PolicyOverlay } from '@lunjie/policy';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { everybodyIn, granted, refusal, untouched, type SalesOffice } from '../reception/testing/sales-office';

const policyWith = (values: PolicyOverlay['values']) => layOver(presets['call-rules'], { id: 'calls', name: { zh: '来电', en: 'Calls' }, values });
const owned = policyWith({
  register: { required_fields: { visit: ['name', 'phone'], call: ['name', 'phone', 'layout'] }, incomplete: 'void', creates_claim_for: { visit: 'claim', call: 'claim' } },
  validity: { call: { amount: 7, unit: 'day' } }, makeup: { reasons: ['official', 'answered_anothers_call'] },
});
const whole = { name: '华玉', phone: '13800000001', form: { layout: 'three_rooms' } } as const;

describeOnBothDatabases('incoming calls (000)', (open) => {
  let test: TestApp;
  let office: SalesOffice;
  let offices = 0;

  const opens = async (policy = presets['call-rules']) => {
    offices += 1;
    office = await everybodyIn(test, { called: `calls${offices}`, policy, agents: ['wang', 'li', 'zhao'] });
    test.clock.advance(60_000);
  };
  beforeAll(async () => {
    test = await open();
  });
  afterEach(async () => expect(await office.verification()).toMatchObject(untouched));

  const request = (given: Partial<CallRequest> = {}): CallRequest => ({ says: { firstVisit: 'unclear' }, ...given });
  const post = (given: Partial<CallRequest> = {}, by = 'desk', key?: string) => office.does(by, '/calls', request(given), key);
  const calls = async (given: Partial<CallRequest> = {}, by = 'desk') => granted<CallAnswer>(await post(given, by)).call;
  const day = async (by = 'desk') => granted<CallsView>(await (await office.as(by)).get(office.at('/calls')));

  it('takes the turn of the line of calls, leaves the line of visits alone and the agent free, and asks for a call back within seven days', async () => {
    await opens();
    const key = 'one-call-only-1';
    const first = granted<CallAnswer>(await post({ phone: '13800000001', rings: 6, seconds: 200 }, 'desk', key));
    expect(granted<CallAnswer>(await post({ phone: '13800000001', rings: 6, seconds: 200 }, 'desk', key))).toEqual(first);
    expect(first.call).toMatchObject({
      answeredBy: { id: office.idOf('wang') }, mode: 'in_turn', counts: true, gives: 'preference', repeat: false,
      limits: [{ limit: 'rings', allowed: 3, actual: 6 }, { limit: 'minutes', allowed: 3, actual: 4 }], callBack: { dueDate: expect.any(String), done: false },
    });
    expect(Date.parse(first.call.callBack?.dueDate ?? '') - Date.parse((await day()).date)).toBe(7 * 86_400_000);
    expect([await office.line('call'), await office.line('visit'), (await office.board()).receiving]).toEqual([['li', 'zhao', 'wang'], ['wang', 'li', 'zhao'], []]);
    expect((await day()).up?.id).toBe(office.idOf('li'));
    expect((await office.entries()).filter(({ kind }) => kind === 'call')).toHaveLength(1);
    expect(JSON.stringify(await office.entries())).not.toContain('13800000001');
  });

  it('keeps a caller with who took the first call, also when another answers the next', async () => {
    await opens();
    await calls({ phone: '13800000001' });
    const again = granted<CallProposal>(await office.does('desk', '/calls/proposal', request({ phone: '13800000001' })));
    expect(again).toMatchObject({ prefers: { id: office.idOf('wang') }, decision: { chosen: office.idOf('li') }, gives: 'preference' });
    expect((await calls({ phone: '13800000001' })).callBack?.by?.id).toBe(office.idOf('wang'));
    expect((await office.entries()).filter(({ kind }) => kind === 'preference_noted')).toHaveLength(1);
  });

  it('counts out of turn for who picked up before their turn, and refuses who may not answer', async () => {
    await opens(policyWith({}));
    const picked = await calls({ phone: '13800000001', answeredBy: office.idOf('zhao') });
    expect(picked).toMatchObject({ mode: 'out_of_turn', counts: true, receiver: { id: office.idOf('zhao') } });
    expect(picked.decision.considered.map(({ agent, code }) => [office.nameOf(agent), code])).toEqual([['zhao', 'chosen_answered'], ['wang', 'did_not_answer'], ['li', 'later_in_line']]);
    granted(await (await office.as('manager')).patch(office.at(`/people/${office.idOf('li')}`), { certifiedCalls: false }));
    expect(refusal(await post({ phone: '13800000002', answeredBy: office.idOf('li') }))).toEqual([409, 'answerer_uncertified']);
    expect(refusal(await post({ phone: '13800000002' }, 'li'))).toEqual([409, 'answerer_uncertified']);
    granted(await office.does('wang', '/presence/sign-out'));
    expect(refusal(await post({ phone: '13800000002', answeredBy: office.idOf('wang') }))).toEqual([409, 'agent_not_signed_in']);
  });

  it('fetches who is asked for, or leaves them a message and what the call gives', async () => {
    await opens();
    const fetched = await calls({ phone: '13800000001', answeredBy: office.idOf('wang'), says: { firstVisit: 'no', requests: office.idOf('zhao') } });
    expect(fetched).toMatchObject({ answeredBy: { id: office.idOf('wang') }, receiver: { id: office.idOf('zhao') }, mode: 'designated', counts: false });
    granted(await office.does('zhao', '/presence/out', { reason: 'official' }));
    const left = await calls({ phone: '13800000002', says: { firstVisit: 'no', requests: office.idOf('zhao') }, message: '请回电谈付款' });
    expect(left).toMatchObject({ receiver: { id: office.idOf('wang') }, mode: 'assist', counts: false, askedFor: { id: office.idOf('zhao') }, callBack: { by: { id: office.idOf('zhao') } } });
    expect((await office.day('zhao')).duties).toMatchObject([{ kind: 'read_message' }]);
    expect(JSON.stringify(await office.entries())).not.toContain('付款');
  });

  it('gives the customer where calls do and the sheet is full; another\'s call is made up, and an empty sheet is void (P30, P46, P48)', async () => {
    await opens(owned);
    expect(await calls({ phone: '13800000009', name: '白' })).toMatchObject({ gives: 'void', missing: ['layout'], callBack: { by: { id: office.idOf('wang') } } });
    expect(await calls(whole)).toMatchObject({ gives: 'claim', receiver: { id: office.idOf('li') } });
    expect(await calls({ phone: whole.phone })).toMatchObject({ gives: 'kept', repeat: true, mode: 'reversed', counts: false, receiver: { id: office.idOf('zhao') }, callBack: { by: { id: office.idOf('li') } } });
    expect(await calls({ phone: '13800000003' })).toMatchObject({ mode: 'credit', receiver: { id: office.idOf('zhao') } });
    expect(await office.line('call')).toEqual(['wang', 'li', 'zhao']);
  });

  it('is taken back within the window with its turn, what it gave and what it made due', async () => {
    await opens(owned);
    const { id } = await calls(whole);
    expect(granted<CallAnswer>(await office.does('desk', `/calls/${id}/undo`)).call).toMatchObject({ undone: true, callBack: { done: true } });
    expect(refusal(await office.does('desk', `/calls/${id}/undo`))).toEqual([409, 'already_undone']);
    expect([await office.line('call'), (await day()).up?.id]).toEqual([['wang', 'li', 'zhao'], office.idOf('wang')]);
    expect(granted<CallProposal>(await office.does('desk', '/calls/proposal', request({ phone: whole.phone }))).known?.owner).toBeNull();
    const late = await calls(whole);
    test.clock.advance(150_000);
    expect(refusal(await office.does('desk', `/calls/${late.id}/undo`))).toEqual([409, 'undo_too_late']);
  });

  it('lets an agent register and read the calls they answered, and nobody hear of others\' by it', async () => {
    await opens();
    await calls({ phone: '13800000001' }, 'li');
    await calls({ phone: '13800000002' });
    expect((await day('li')).rows.map(({ answeredBy }) => office.nameOf(answeredBy?.id))).toEqual(['li']);
    expect((await day()).rows).toHaveLength(2);
  });

  it('keeps what was written down beside the call for the sheet, without name and number', async () => {
    await opens(owned);
    await calls({ ...whole, form: { ...whole.form, concerns: '学区' } });
    expect((await day()).rows[0]?.form).toEqual({ ...whole.form, concerns: '学区' });
    expect(JSON.stringify((await day()).rows)).not.toContain(whole.phone);
  });

  it('gives parallel calls a turn each', async () => {
    await opens();
    const answers = await Promise.all([1, 2, 3].map((each) => post({ phone: `1380000000${each}` })));
    expect(new Set(answers.map((answer) => granted<CallAnswer>(answer).call.receiver?.id)).size).toBe(3);
  });
});
