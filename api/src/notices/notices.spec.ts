import type { ArrivalAnswer, Notice, NoticesView } from '@lunjie/contracts';
import { presets } from '@lunjie/policy';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { everybodyIn, granted, receptionOf, refusal, type SalesOffice } from '../reception/testing/sales-office';

const minute = 60_000;

describeOnBothDatabases('what concerns each person now', (open) => {
  let test: TestApp;
  let office: SalesOffice;
  let offices = 0;

  beforeAll(async () => {
    test = await open();
  });

  beforeEach(async () => {
    offices += 1;
    office = await everybodyIn(test, { called: `notices${offices}`, agents: ['wang', 'li'], policy: presets['reception-rules'] });
  });

  const view = async (account: string): Promise<NoticesView> => granted(await (await office.as(account)).get(office.at('/notices')));
  const kinds = async (account: string): Promise<readonly string[]> => (await view(account)).notices.map(({ kind }) => kind);
  const one = async (account: string, kind: string): Promise<Notice | undefined> => (await view(account)).notices.find((each) => each.kind === kind);

  it('tells the head of the line, and nobody else', async () => {
    expect(await one('wang', 'your_turn')).toMatchObject({ id: 'your_turn', open: true, at: test.clock.now() });
    expect(await kinds('li')).toEqual([]);
    test.clock.advance(minute);
    await office.arrives();
    expect(await kinds('wang')).toEqual([]);
    expect(await one('li', 'your_turn')).toMatchObject({ at: test.clock.now() });
  });

  it('tells the desk of a party that can be received, and a manager of one that waits long', async () => {
    const first = await office.arrives();
    await office.arrives();
    const waits = await office.arrives({ name: '何平', partySize: 3 });
    expect(await kinds('desk')).toEqual([]);
    test.clock.advance(9 * minute);
    expect(await kinds('manager')).toEqual([]);
    test.clock.advance(minute);
    expect(await one('supervisor', 'party_waiting')).toMatchObject({ id: `waiting.${waits.visit.id}`, at: test.clock.now(), count: 10, customer: '何*' });
    test.clock.advance(minute);
    await office.ends(first);
    expect(await one('desk', 'party_receivable')).toMatchObject({ at: test.clock.now(), open: true, agent: expect.stringMatching(/wang$/), customer: '何*', count: 3 });
    expect(JSON.stringify(await view('desk'))).not.toContain('何平');
  });

  it('asks the manager to rule on what should not count, and tells the agent how it was ruled', async () => {
    const arrival = await office.arrives();
    const reception = receptionOf(arrival);
    granted(await office.does('wang', `/receptions/${reception}/not-counted`, { visitorClass: 'peer', visitorPresent: true }));
    expect(await one('manager', 'not_counted_claimed')).toMatchObject({ agent: expect.stringMatching(/wang$/), reason: 'peer', at: test.clock.now(), open: true });
    expect(await kinds('wang')).not.toContain('ruled_not_counted');
    test.clock.advance(minute);
    granted<ArrivalAnswer>(await office.does('manager', `/receptions/${reception}/not-counted/ruling`, { accepted: true, note: '同行' }));
    expect(await kinds('manager')).not.toContain('not_counted_claimed');
    expect(await one('wang', 'ruled_not_counted')).toMatchObject({ agent: expect.stringMatching(/manager$/), note: '同行', at: test.clock.now() });
    expect(await kinds('li')).not.toContain('ruled_not_counted');
  });

  it('tells an agent of a suspension and of its end, and why', async () => {
    granted(await office.does('manager', '/line/suspensions', { agentId: office.idOf('li'), until: test.clock.now() + 86_400_000, reason: '迟到' }));
    expect(await one('li', 'suspended')).toMatchObject({ reason: '迟到', until: test.clock.now() + 86_400_000 });
    granted(await office.does('manager', '/line/suspensions/lift', { agentId: office.idOf('li'), reason: '已核实' }));
    expect(await one('li', 'suspension_lifted')).toMatchObject({ reason: '已核实' });
  });

  it('tells an agent of a turn lost, with why', async () => {
    granted(await office.does('wang', '/presence/out', { reason: 'private' }));
    await office.arrives();
    const lost = await one('wang', 'turn_lost');
    const granted_ = await one('wang', 'makeup_granted');
    expect(lost ?? granted_).toMatchObject({ at: test.clock.now() });
    if (lost) expect(lost.reason).toBe('private');
  });

  it('keeps a register that did not verify in sight of who answers for it', async () => {
    const data = JSON.stringify({ entries: 3, postings: 2, head: '', fault: { part: 'entry', number: 2, code: 'hash' } });
    await test.dataSource.query(`INSERT INTO audit_entry (id, office_id, at, person_id, kind, data) VALUES (?, ?, ?, NULL, 'register_verified', ?)`, [`fault-${offices}`, office.id, test.clock.now(), data]);
    expect(await one('auditor', 'register_fault')).toMatchObject({ reason: 'entry', count: 2, open: true });
    expect(await kinds('manager')).toContain('register_fault');
    expect(await kinds('desk')).toEqual([]);
    const fine = JSON.stringify({ entries: 3, postings: 2, head: '', fault: null });
    await test.dataSource.query(`INSERT INTO audit_entry (id, office_id, at, person_id, kind, data) VALUES (?, ?, ?, NULL, 'register_verified', ?)`, [`fine-${offices}`, office.id, test.clock.now() + 1, fine]);
    expect(await kinds('manager')).toEqual([]);
  });

  it('keeps until when each person has seen it, never backwards and never ahead', async () => {
    const { now, seenAt } = await view('wang');
    expect(seenAt).toBe(0);
    const see = async (until: unknown) => (await office.as('wang')).put(office.at('/notices/seen'), { until });
    expect((await see(now)).statusCode).toBe(204);
    expect((await view('wang')).seenAt).toBe(now);
    expect((await see(now - minute)).statusCode).toBe(204);
    expect((await view('wang')).seenAt).toBe(now);
    await see(now + 3_600_000);
    expect((await view('wang')).seenAt).toBe(test.clock.now());
    expect((await view('li')).seenAt).toBe(0);
    expect(refusal(await see('now'))).toEqual([400, 'invalid_request']);
  });
});
