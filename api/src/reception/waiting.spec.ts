import type { ArrivalAnswer } from '@lunjie/contracts';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { everybodyIn, granted, refusal, untouched, type SalesOffice } from './testing/sales-office';

const minute = 60_000;

describeOnBothDatabases('a party nobody can receive (S0-12, SN-01)', (open) => {
  let test: TestApp;
  let office: SalesOffice;
  let offices = 0;

  beforeAll(async () => {
    test = await open();
  });

  beforeEach(async () => {
    offices += 1;
    office = await everybodyIn(test, { called: `wait${offices}`, agents: ['wang', 'li'] });
  });

  afterEach(async () => expect(await office.verification()).toMatchObject(untouched));

  const full = async (): Promise<readonly ArrivalAnswer[]> => [await office.arrives(), await office.arrives()];

  it('waits in view with everybody\'s reason, and is assigned when somebody frees up', async () => {
    const [first] = await full();
    test.clock.advance(minute);
    const { visit } = await office.arrives({ name: '何平', partySize: 3 });
    expect(visit).toMatchObject({ state: 'waiting', receiver: null, reception: null, mode: 'none', counts: false });
    expect(visit.decision).toMatchObject({ chosen: null, waits: true, waitsFor: null, passedOver: [] });
    expect(visit.decision.considered.map(({ code, data }) => [code, data])).toEqual([['receiving', { since: test.clock.now() - minute }], ['receiving', { since: test.clock.now() - minute }]]);
    expect((await office.board()).waiting).toEqual([{ visit: visit.id, customerLabel: '何*', since: test.clock.now(), partySize: 3, waitsFor: null, canBeReceivedBy: null, hasContact: false }]);
    expect(refusal(await office.does('desk', `/visits/${visit.id}/assign`))).toEqual([409, 'still_nobody']);
    test.clock.advance(minute);
    if (first) await office.ends(first);
    expect((await office.board()).waiting).toMatchObject([{ canBeReceivedBy: { id: office.idOf('wang') } }]);
    test.clock.advance(minute);
    const moved = await office.does('desk', `/visits/${visit.id}/assign`, { expectedReceiver: office.idOf('li') });
    expect(refusal(moved)).toEqual([409, 'line_moved']);
    expect(moved.json().data).toEqual({ receiver: office.idOf('wang') });
    const assigned = granted<ArrivalAnswer>(await office.does('desk', `/visits/${visit.id}/assign`, { expectedReceiver: office.idOf('wang') }));
    expect(assigned.visit).toMatchObject({ state: 'assigned', mode: 'in_turn', counts: true, receiver: { id: office.idOf('wang') }, undoUntil: test.clock.now() + 2 * minute });
    expect((await office.board()).waiting).toEqual([]);
    expect((await office.postings()).slice(-3).map(({ kind }) => kind)).toEqual(['waiting_ended', 'reception_started', 'turn_taken']);
    expect(refusal(await office.does('desk', `/visits/${visit.id}/assign`))).toEqual([409, 'not_waiting']);
    granted(await office.does('desk', `/arrivals/${visit.id}/undo`));
  });

  it('leaves contact details with the desk before going', async () => {
    await full();
    const { visit } = await office.arrives();
    const path = `/visits/${visit.id}`;
    expect(refusal(await office.does('desk', `${path}/contact`, { phone: '12' }))).toEqual([400, 'invalid_request']);
    const taken = granted<ArrivalAnswer>(await office.does('desk', `${path}/contact`, { name: '何平', phone: '13800000005' }));
    expect(taken.visit).toMatchObject({ customerLabel: '何*', phoneMasked: '*** **** 0005', state: 'waiting' });
    expect((await office.board()).waiting).toMatchObject([{ customerLabel: '何*', hasContact: true }]);
    granted(await office.does('desk', `${path}/contact`, { phone: '13800000006' }));
    expect((await office.entries()).filter(({ kind }) => kind === 'contact_taken').map(({ content }) => content['fields'])).toEqual([['name', 'phone'], ['phone']]);
    test.clock.advance(10 * minute);
    expect(granted<ArrivalAnswer>(await office.does('desk', `${path}/leave`)).visit).toMatchObject({ state: 'gone', customerLabel: '何*' });
    expect((await office.entries()).at(-1)).toMatchObject({ kind: 'left_waiting', content: { waitedMs: 10 * minute } });
    expect(refusal(await office.does('desk', `${path}/leave`))).toEqual([409, 'not_waiting']);
    expect(refusal(await office.does('desk', `${path}/contact`, {}))).toEqual([400, 'invalid_request']);
  });

  it('is told of a number that is registered already, without the number', async () => {
    await full();
    await office.does('desk', '/customers', { name: '吴刚', phone: '13800000003', agentId: office.idOf('wang') });
    const { visit } = await office.arrives();
    const known = await office.does('desk', `/visits/${visit.id}/contact`, { phone: '138-0000-0003' });
    expect(refusal(known)).toEqual([409, 'phone_known']);
    expect(known.json().data).toEqual({ owner: expect.stringMatching(/wang$/), customer: '吴*' });
    expect(known.body).not.toMatch(/吴刚|0003/);
    expect(refusal(await office.does('desk', '/customers', { name: '别人', phone: '13800000003', agentId: office.idOf('li') }))).toEqual([409, 'phone_known']);
  });
});
