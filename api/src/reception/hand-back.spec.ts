import type { ArrivalAnswer } from '@lunjie/contracts';
import { presets } from '@lunjie/policy';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { everybodyIn, granted, receptionOf, refusal, untouched, type SalesOffice } from './testing/sales-office';

describeOnBothDatabases('handing a customer back (S3-22, I-HB)', (open) => {
  let test: TestApp;
  let office: SalesOffice;
  let offices = 0;

  beforeAll(async () => {
    test = await open();
  });

  beforeEach(async () => {
    offices += 1;
    office = await everybodyIn(test, { called: `back${offices}`, policy: presets['ownership-rules'] });
    test.clock.advance(60_000);
  });

  afterEach(async () => expect(await office.verification()).toMatchObject(untouched));

  const discovered = async (answer: ArrivalAnswer, by: string, owner: string) =>
    office.does(by, `/receptions/${receptionOf(answer)}/owner-discovered`, { ownerId: office.idOf(owner) });
  const registrations = async () => (await office.entries()).filter(({ kind }) => kind === 'registration').map(({ content }) => office.nameOf(String(content['agent'])));

  it('costs nobody a turn, and the customer is the owner\'s', async () => {
    const arrived = await office.arrives({ name: '何平', phone: '13800000004' });
    test.clock.advance(60_000);
    const { visit } = granted<ArrivalAnswer>(await discovered(arrived, 'wang', 'zhao'));
    expect(visit).toMatchObject({ mode: 'handback', counts: false, receiver: { id: office.idOf('zhao') }, handedBackBy: { id: office.idOf('wang') }, undoUntil: null });
    expect(visit.decision.considered[0]).toMatchObject({ agent: office.idOf('zhao'), code: 'chosen_handback' });
    expect(await office.line()).toEqual(['wang', 'li', 'zhao', 'chen']);
    expect((await office.postings()).slice(-3)).toMatchObject([
      { kind: 'reception_ended', agent: 'wang', body: { how: 'handed_back' } },
      { kind: 'turn_taken_back', agent: 'wang', body: { reason: 'handback' } },
      { kind: 'reception_started', agent: 'zhao' },
    ]);
    expect(await registrations()).toEqual(['wang', 'zhao']);
    expect((await office.does('desk', '/customers/search', { text: '何平' })).json().customers).toMatchObject([{ owner: { id: office.idOf('zhao') } }]);
    expect((await office.day('wang')).turns.map(({ kind, reason }) => [kind, reason])).toEqual([['turn_taken_back', 'handback'], ['turn_taken', 'in_turn']]);
  });

  it('leaves the customer to an owner who is not there; whoever is due assists', async () => {
    const arrived = await office.arrives({ name: '何平', phone: '13800000004' });
    granted(await office.does('zhao', '/presence/out', { reason: 'official' }));
    const { visit } = granted<ArrivalAnswer>(await discovered(arrived, 'wang', 'zhao'));
    expect(visit).toMatchObject({ mode: 'assist', counts: false, receiver: { id: office.idOf('wang') }, decision: { row: 'owner_absent' } });
    expect((await office.does('desk', '/customers/search', { text: '何平' })).json().customers).toMatchObject([{ owner: { id: office.idOf('zhao') } }]);
  });

  it('makes the turn up where the line has moved since', async () => {
    const arrived = await office.arrives();
    await office.arrives();
    granted(await discovered(arrived, 'desk', 'chen'));
    expect((await office.board()).line.find(({ agent }) => agent.id === office.idOf('wang'))?.makeupTurns).toBe(1);
  });

  it('is refused to others, to the owner, and for whom this office does not employ', async () => {
    const arrived = await office.arrives();
    const before = await office.postings();
    expect(refusal(await discovered(arrived, 'li', 'chen'))).toEqual([403, 'not_your_reception']);
    expect(refusal(await discovered(arrived, 'wang', 'wang'))).toEqual([422, 'already_with_owner']);
    const elsewhere = await everybodyIn(test, { called: `elsewhere${offices}`, agents: ['sun'] });
    const stranger = await office.does('wang', `/receptions/${receptionOf(arrived)}/owner-discovered`, { ownerId: elsewhere.idOf('sun') });
    expect(refusal(stranger)).toEqual([422, 'not_an_agent_here']);
    expect(refusal(await elsewhere.does('desk', `/receptions/${receptionOf(arrived)}/end`, { outcome: 'interested' }))).toEqual([404, 'reception_not_found']);
    expect(await office.postings()).toEqual(before);
  });
});
