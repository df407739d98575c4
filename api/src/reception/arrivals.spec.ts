import { layOver, presets } from '@lunjie/policy';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { everybodyIn, receptionOf, untouched, type SalesOffice } from './testing/sales-office';

const minute = 60_000;

describeOnBothDatabases('a morning under the reception rules (002)', (open) => {
  let test: TestApp;
  let office: SalesOffice;

  beforeAll(async () => {
    test = await open();
    office = await everybodyIn(test);
  });

  beforeEach(() => test.clock.advance(minute));

  const registered = async (name: string, phone: string, owner: string): Promise<void> => {
    expect((await office.does('desk', '/customers', { name, phone, agentId: office.idOf(owner) })).statusCode).toBe(201);
  };

  it('gives a new customer to the head of the line, and says why not the others', async () => {
    const { visit } = await office.arrives({ name: '孙丽', phone: '13800000001', partySize: 2 });
    expect(visit).toMatchObject({ state: 'assigned', visitorClass: 'new', mode: 'in_turn', counts: true, customerLabel: '孙*', phoneMasked: '*** **** 0001', receiver: { id: office.idOf('wang') } });
    expect(visit.decision).toMatchObject({ row: 'new_customer', clause: '002 §1(2), §9', by: 'turn_holder', policyVersion: 1, decidedAt: test.clock.now(), facts: { first_visit: 'yes', earlier_contact: 'none', party_size: 2 } });
    expect(visit.decision.considered).toEqual([
      { agent: office.idOf('wang'), code: 'chosen_in_turn', data: { position: 1, of: 4, lastTurnAt: null } },
      { agent: office.idOf('li'), code: 'later_in_line', data: { position: 2, of: 4, lastTurnAt: null } },
      { agent: office.idOf('zhao'), code: 'later_in_line', data: { position: 3, of: 4, lastTurnAt: null } },
      { agent: office.idOf('chen'), code: 'later_in_line', data: { position: 4, of: 4, lastTurnAt: null } },
    ]);
    expect(visit.decision.rulesNotMatched[0]).toEqual({ row: 'directions', clause: '002 §9', fact: 'purpose', expected: 'directions|looking_for_staff', actual: 'visit' });
    expect((await office.postings()).slice(-2)).toMatchObject([
      { kind: 'reception_started', agent: 'wang' },
      { kind: 'turn_taken', agent: 'wang', body: { mode: 'in_turn', move: 'rotate', newCustomer: true, passedOver: [], reception: visit.reception?.id } },
    ]);
    expect(await office.line()).toEqual(['li', 'zhao', 'chen', 'wang']);
  });

  it('gives a first visitor who names an agent on site to that agent, out of turn', async () => {
    const { visit } = await office.receives({ says: { firstVisit: 'yes', earlierContact: 'phone', named: [office.idOf('chen')] } });
    expect(visit).toMatchObject({ visitorClass: 'named', mode: 'out_of_turn', counts: true, receiver: { id: office.idOf('chen') }, decision: { row: 'named_present', clause: '002 §1(1)', by: 'named' } });
    expect(visit.decision.considered).toContainEqual({ agent: office.idOf('wang'), code: 'receiving', data: { since: test.clock.now() - minute } });
    expect(await office.line()).toEqual(['li', 'zhao', 'wang', 'chen']);
  });

  it('gives a first visitor who names an agent not free to the head of the line (A3)', async () => {
    const { visit } = await office.receives({ says: { firstVisit: 'yes', earlierContact: 'phone', named: [office.idOf('wang')] } });
    expect(visit).toMatchObject({ visitorClass: 'named', mode: 'in_turn', counts: true, receiver: { id: office.idOf('li') }, decision: { row: 'named_absent', people: { named: [office.idOf('wang')] } } });
    expect(await office.line()).toEqual(['zhao', 'wang', 'chen', 'li']);
  });

  it('gives who forgot the agent to the head of the line', async () => {
    const { visit } = await office.receives({ says: { firstVisit: 'no', earlierContact: 'visit', forgotName: true } });
    expect(visit).toMatchObject({ visitorClass: 'forgot', mode: 'in_turn', counts: true, receiver: { id: office.idOf('zhao') }, decision: { row: 'forgot', clause: '002 §1(2)' } });
  });

  it('sends a declared survey to the last in the order who is free, uncounted', async () => {
    const before = await office.line();
    const { visit } = await office.receives({ says: { firstVisit: 'yes', purpose: 'market_survey' } });
    expect(visit).toMatchObject({ visitorClass: 'peer_declared', mode: 'assist', counts: false, receiver: { id: office.idOf('zhao') }, decision: { row: 'survey_declared', by: 'last_in_order' } });
    expect(visit.decision.considered.filter(({ code }) => code === 'before_the_last').map(({ agent }) => office.nameOf(agent))).toEqual(['chen', 'li']);
    expect(await office.line()).toEqual(before);
  });

  it('takes who asks the way without anybody and without a customer', async () => {
    const before = await office.line();
    const { visit } = await office.receives({ says: { firstVisit: 'yes', purpose: 'directions' } });
    expect(visit).toMatchObject({ state: 'not_received', visitorClass: 'seeker_or_directions', mode: 'none', counts: false, receiver: null, reception: null, customerId: null });
    expect(await office.line()).toEqual(before);
  });

  it('gives a registered customer to the owner on site, and counts it (X1)', async () => {
    await registered('周敏', '13800000002', 'li');
    const { visit } = await office.receives({ phone: '+86 138 0000 0002', says: { firstVisit: 'no', earlierContact: 'visit' } });
    expect(visit).toMatchObject({ customerLabel: '周*', visitorClass: 'return_owner_present', mode: 'out_of_turn', counts: true, receiver: { id: office.idOf('li') }, decision: { row: 'owner_present', people: { owner: office.idOf('li'), ownerValidUntil: null } } });
  });

  it('lets the last in order assist where the owner is not there; the customer stays the owner\'s', async () => {
    await registered('吴刚', '13800000003', 'wang');
    const assisted = await office.receives({ phone: '13800000003', says: { firstVisit: 'no' } });
    expect(assisted.visit).toMatchObject({ visitorClass: 'return_owner_absent', mode: 'assist', counts: false, decision: { row: 'owner_absent', ownership: 'keep' } });
    expect(assisted.visit.decision.duties).toEqual([{ kind: 'notify_owner', to: office.idOf('wang'), when: 'now', limit: null, actual: null }]);
    const receiver = office.nameOf(assisted.visit.receiver?.id) ?? '';
    expect((await office.day(receiver)).duties.filter(({ customerLabel }) => customerLabel === '吴*')).toEqual([expect.objectContaining({ kind: 'notify_owner', to: 'wang', doneAt: null })]);
    expect((await office.does(receiver, `/visits/${assisted.visit.id}/notices`, { to: [office.idOf('wang')], result: '已告知' })).statusCode).toBe(201);
    expect((await office.day(receiver)).duties.map(({ kind }) => kind)).not.toContain('notify_owner');
    const search = await office.does('desk', '/customers/search', { text: '吴刚' });
    expect(search.json().customers).toEqual([expect.objectContaining({ label: '吴*', phoneMasked: '*** **** 0003', owner: { id: office.idOf('wang'), name: 'wang' }, visits: 1 })]);
    expect(search.body).not.toContain('吴刚');
  });

  it('makes a large order a duty after the reception', async () => {
    const arrived = await office.arrives({ says: { firstVisit: 'yes', unitsWanted: 3 } });
    const receiver = office.nameOf(arrived.visit.receiver?.id) ?? '';
    expect(arrived.visit.decision.duties).toEqual([{ kind: 'report_large_order', to: 'manager', when: 'after_reception', limit: 3, actual: 3 }]);
    expect((await office.day(receiver)).duties.map(({ kind }) => kind)).not.toContain('report_large_order');
    await office.ends(arrived, 'considering');
    expect((await office.day(receiver)).duties.map(({ kind, to }) => [kind, to])).toContainEqual(['report_large_order', 'manager']);
  });

  it('proposes without writing, and knows the customer', async () => {
    const before = await office.postings();
    const proposal = (await office.does('desk', '/arrivals/proposal', { phone: '13800000003', says: { firstVisit: 'no' } })).json();
    expect(proposal).toMatchObject({ known: { label: '吴*', owner: { name: 'wang' }, lapsed: false }, decision: { row: 'owner_absent' }, undoSeconds: 120, policyName: '客户接待制度' });
    expect(await office.postings()).toEqual(before);
  });

  it('answers the same key again with the same answer', async () => {
    const body = { says: { firstVisit: 'yes' }, name: '郑九' };
    const first = await office.does('desk', '/arrivals', body, 'arrival-of-zheng');
    const again = await office.does('desk', '/arrivals', body, 'arrival-of-zheng');
    expect(first.statusCode).toBe(201);
    expect(again.json()).toEqual(first.json());
    expect((await office.board()).receiving.filter(({ customerLabel }) => customerLabel === '郑*')).toHaveLength(1);
    await office.ends(first.json());
  });

  it('shows the whole morning in the day\'s register and verifies', async () => {
    const { date, rows } = (await (await office.as('auditor')).get(office.at('/visits'))).json();
    expect(date).toBe('2026-11-21');
    expect(rows).toHaveLength(10);
    expect(rows[0]).toMatchObject({ customerLabel: '郑*', entry: expect.any(Number) });
    expect(rows.map((row: { entry: number }) => row.entry)).toEqual(rows.map((row: { entry: number }) => row.entry).toSorted((a: number, b: number) => b - a));
    expect((await (await office.as('manager')).get(office.at('/visits?search=0003'))).json().rows).toHaveLength(1);
    expect(await office.verification()).toMatchObject(untouched);
  });
});

describeOnBothDatabases('the ownership rules (003)', (open) => {
  it('do not count the return of a customer whose file is valid, and give a lapsed one to the line', async () => {
    const test = await open();
    const office = await everybodyIn(test, { policy: presets['ownership-rules'] });
    await office.does('desk', '/customers', { name: '钱进', phone: '13800000009', agentId: office.idOf('zhao') });
    const back = await office.receives({ phone: '13800000009', says: { firstVisit: 'no' } });
    expect(back.visit).toMatchObject({ mode: 'owner_return', counts: false, receiver: { id: office.idOf('zhao') }, decision: { people: { ownerValidUntil: '2027-01-21' } } });
    office.sets('2027-01-22', '09:00');
    await office.signsIn('wang');
    const lapsed = await office.receives({ phone: '13800000009', says: { firstVisit: 'no' } });
    expect(lapsed.visit).toMatchObject({ mode: 'in_turn', counts: true, receiver: { id: office.idOf('wang') }, decision: { facts: { owner: 'lapsed' } } });
    const again = await office.arrives({ phone: '13800000009', says: { firstVisit: 'no' } });
    expect(again.visit.decision.people).toMatchObject({ owner: office.idOf('wang'), ownerValidUntil: '2027-03-22' });
    expect(receptionOf(again)).toBeTruthy();
  });

  it('apply a version published later to what comes after it', async () => {
    const test = await open();
    const office = await everybodyIn(test, { called: 'published' });
    expect((await office.arrives()).visit.decision.policyVersion).toBe(1);
    const document = layOver(presets['reception-rules'], { id: 'strict', name: { zh: '新制度', en: 'New rules' }, values: { escalation: { large_order_units: 2 } } });
    test.clock.advance(minute);
    expect((await office.does('admin', '/policy/versions', { document })).statusCode).toBe(201);
    test.clock.advance(minute);
    const { decision } = (await office.arrives({ says: { firstVisit: 'yes', unitsWanted: 2 } })).visit;
    expect(decision).toMatchObject({ policyVersion: 2, duties: [{ kind: 'report_large_order', limit: 2, actual: 2 }] });
  });
});
