import type { ArrivalAnswer, VisitRow } from '@lunjie/contracts';
import { layOver, presets } from '@lunjie/policy';
import { DueWork } from '../jobs/due-work';
import type { InProcessDueWork } from '../jobs/in-process-due-work';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { PassOn } from './pass-on';
import { everybodyIn, granted, receptionOf, refusal, untouched, type SalesOffice } from './testing/sales-office';

const policy = layOver(presets['reception-rules'], {
  id: 'accepting', name: { zh: '限时应答', en: 'Answer in time' }, values: { rotation: { claim_window: { amount: 30, unit: 'second' } } },
});
const window = 30_000;

describeOnBothDatabases('an offer that must be accepted in time (P16)', (open) => {
  let test: TestApp;
  let office: SalesOffice;
  let passOn: PassOn;
  let offices = 0;

  beforeAll(async () => {
    test = await open();
    passOn = test.app.get(PassOn, { strict: false });
    // The test calls the office's clock itself.
    await test.app.get<InProcessDueWork>(DueWork, { strict: false }).onModuleDestroy();
  });

  beforeEach(async () => {
    offices += 1;
    office = await everybodyIn(test, { called: `accept${offices}`, policy, agents: ['wang', 'li', 'zhao'] });
    test.clock.advance(1_000);
  });

  afterEach(async () => expect(await office.verification()).toMatchObject(untouched));

  const stored = async (id: string): Promise<VisitRow | undefined> => {
    const rows: VisitRow[] = (await (await office.as('manager')).get(office.at('/visits'))).json().rows;
    return rows.find((row) => row.id === id);
  };

  it('becomes a reception when the agent answers', async () => {
    const arrived = await office.arrives();
    expect(arrived.visit.reception).toMatchObject({ state: 'offered', acceptedAt: null, acceptBy: test.clock.now() + window });
    expect((await office.day('wang')).state).toBe('offered');
    expect((await office.board()).line.find(({ agent }) => agent.id === office.idOf('wang'))?.state).toBe('offered');
    expect(refusal(await office.does('li', `/receptions/${receptionOf(arrived)}/accept`))).toEqual([403, 'not_your_reception']);
    test.clock.advance(window - 1);
    const accepted = granted<ArrivalAnswer>(await office.does('wang', `/receptions/${receptionOf(arrived)}/accept`));
    expect(accepted.visit.reception).toMatchObject({ state: 'receiving', acceptedAt: test.clock.now(), acceptBy: null });
    granted(await office.does('wang', `/receptions/${receptionOf(arrived)}/accept`));
    expect((await office.postings()).filter(({ kind }) => kind === 'reception_accepted')).toHaveLength(1);
    test.clock.advance(window);
    expect(await passOn.passOnDue()).toBe(0);
    expect((await office.day('wang')).state).toBe('receiving');
  });

  it('goes to the next, and back to nobody\'s cost but a lost turn', async () => {
    const arrived = await office.arrives({ name: '何平', phone: '13800000004' });
    test.clock.advance(window);
    expect(await passOn.passOnDue()).toBe(1);
    expect(await passOn.passOnDue()).toBe(0);
    const visit = await stored(arrived.visit.id);
    expect(visit).toMatchObject({ state: 'assigned', receiver: { id: office.idOf('li') }, undoUntil: null, reception: { state: 'offered', acceptBy: test.clock.now() + window } });
    expect(visit?.decision.considered).toContainEqual({ agent: office.idOf('wang'), code: 'not_accepted', data: {} });
    expect(visit?.decision.passedOver).toEqual([{ agent: office.idOf('wang'), reason: 'not_accepted', effect: 'lose_turn' }]);
    expect((await office.entries()).filter(({ kind }) => kind === 'passed_on')).toMatchObject([{ corrects: arrived.visit.entry, content: { from: office.idOf('wang') } }]);
    expect(await office.line()).toEqual(['zhao', 'wang', 'li']);
    expect(refusal(await office.does('wang', `/receptions/${receptionOf(arrived)}/accept`))).toEqual([409, 'reception_not_open']);
    expect((await office.day('wang')).turns.map(({ kind, reason }) => [kind, reason])).toContainEqual(['turn_taken_back', 'not_accepted']);
    expect((await office.does('desk', '/customers/search', { text: '0004' })).json().customers).toMatchObject([{ owner: { id: office.idOf('li') } }]);
  });

  it('waits in view when nobody answers, and forfeits the turn where the line has moved', async () => {
    const first = await office.arrives({ name: '何平' });
    const second = await office.arrives({ name: '周敏' });
    granted(await office.does('li', `/receptions/${receptionOf(second)}/accept`));
    test.clock.advance(window);
    await passOn.passOnDue();
    expect((await office.postings()).filter(({ kind }) => kind === 'turn_forfeited')).toMatchObject([{ agent: 'wang', body: { reason: 'not_accepted' } }]);
    expect(await stored(first.visit.id)).toMatchObject({ receiver: { id: office.idOf('zhao') } });
    test.clock.advance(window);
    await passOn.passOnDue();
    expect(await stored(first.visit.id)).toMatchObject({ state: 'waiting', receiver: null, reception: null });
    expect((await office.board()).waiting).toMatchObject([{ visit: first.visit.id, customerLabel: '何*', canBeReceivedBy: { id: office.idOf('zhao') } }]);
  });

  it('gives a customer back to the one owner, however often it was passed on', async () => {
    await office.does('desk', '/customers', { name: '吴刚', phone: '13800000003', agentId: office.idOf('zhao') });
    test.clock.advance(1_000);
    const refused = await office.arrives({ phone: '13800000003', says: { firstVisit: 'no', refuses: [office.idOf('zhao')] } });
    expect(refused.visit.receiver?.id).toBe(office.idOf('wang'));
    test.clock.advance(window);
    await passOn.passOnDue();
    const passed = await stored(refused.visit.id);
    expect(passed?.receiver?.id).toBe(office.idOf('li'));
    granted(await office.does('li', `/receptions/${passed?.reception?.id ?? ''}/accept`));
    granted(await office.does('li', `/receptions/${passed?.reception?.id ?? ''}/not-counted`, { visitorClass: 'peer', visitorPresent: true }));
    granted(await office.does('manager', `/receptions/${passed?.reception?.id ?? ''}/not-counted/ruling`, { accepted: true }));
    const claims = await test.dataSource.query<{ agent_id: string; ended_at: number | null }[]>('SELECT agent_id, ended_at FROM claim WHERE office_id = ?', [office.id]);
    expect(claims.filter(({ ended_at: ended }) => ended === null).map(({ agent_id: agent }) => office.nameOf(agent))).toEqual(['zhao']);
  });
});
