import type { ArrivalAnswer } from '@lunjie/contracts';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { everybodyIn, granted, receptionOf, refusal, untouched, type SalesOffice } from './testing/sales-office';

describeOnBothDatabases('a visitor who was no customer (002 §6)', (open) => {
  let test: TestApp;
  let office: SalesOffice;
  let offices = 0;

  beforeAll(async () => {
    test = await open();
  });

  beforeEach(async () => {
    offices += 1;
    office = await everybodyIn(test, { called: `proof${offices}` });
    test.clock.advance(60_000);
  });

  afterEach(async () => expect(await office.verification()).toMatchObject(untouched));

  const claims = async (answer: ArrivalAnswer, by: string, visitorPresent = true) => office.does(by, `/receptions/${receptionOf(answer)}/not-counted`, { visitorClass: 'peer', visitorPresent });
  const rules = async (answer: ArrivalAnswer, accepted: boolean, by = 'manager') => office.does(by, `/receptions/${receptionOf(answer)}/not-counted/ruling`, { accepted });

  it('is proved together to the manager: the line keeps its rotation, the agent gets one make-up turn', async () => {
    const arrived = await office.arrives({ name: '何平', phone: '13800000004' });
    expect(granted<ArrivalAnswer>(await claims(arrived, 'wang')).visit).toMatchObject({ counts: true, reception: { state: 'receiving', notCountedClaim: { visitorClass: 'peer', visitorPresent: true, accepted: null, by: { id: office.idOf('wang') } } } });
    expect(await office.line()).toEqual(['li', 'zhao', 'chen', 'wang']);
    const { visit } = granted<ArrivalAnswer>(await rules(arrived, true));
    expect(visit).toMatchObject({ mode: 'reversed', counts: false, visitorClass: 'unrelated_proved', reception: { state: 'reversed', outcome: 'unrelated', notCountedClaim: { accepted: true, ruledBy: { id: office.idOf('manager') } } } });
    expect(await office.line()).toEqual(['li', 'zhao', 'chen', 'wang']);
    expect((await office.postings()).slice(-2)).toMatchObject([
      { kind: 'reception_ended', agent: 'wang', body: { how: 'reversed' } },
      { kind: 'turn_reversed', agent: 'wang', body: { makeup: true, reason: 'proved_unrelated' } },
    ]);
    expect((await office.day('wang'))).toMatchObject({ makeupTurns: 1, turns: [{ kind: 'turn_reversed', reason: 'proved_unrelated', customerLabel: '何*' }, { kind: 'turn_taken' }] });
    expect((await office.does('desk', '/customers/search', { text: '何平' })).json().customers).toMatchObject([{ owner: null }]);
    const next = await office.arrives();
    expect(next.visit).toMatchObject({ mode: 'credit', decision: { by: 'makeup' }, receiver: { id: office.idOf('wang') } });
    expect(next.visit.decision.considered[0]).toMatchObject({ code: 'chosen_makeup' });
    expect(await office.line()).toEqual(['li', 'zhao', 'chen', 'wang']);
    expect((await office.day('wang')).makeupTurns).toBe(0);
  });

  it('stays counted where the manager does not accept it', async () => {
    const arrived = await office.arrives();
    granted(await claims(arrived, 'wang'));
    expect(granted<ArrivalAnswer>(await rules(arrived, false)).visit).toMatchObject({ counts: true, reception: { state: 'receiving', notCountedClaim: { accepted: false } } });
    expect(refusal(await rules(arrived, true))).toEqual([409, 'nothing_claimed']);
    await office.ends(arrived);
  });

  it('leaves an owner the visitor had before', async () => {
    await office.does('desk', '/customers', { name: '吴刚', phone: '13800000003', agentId: office.idOf('wang') });
    test.clock.advance(60_000);
    const returned = await office.arrives({ phone: '13800000003', says: { firstVisit: 'no' } });
    expect(returned.visit).toMatchObject({ mode: 'in_turn', counts: true, receiver: { id: office.idOf('wang') } });
    granted(await claims(returned, 'wang'));
    granted(await rules(returned, true));
    expect((await office.does('desk', '/customers/search', { text: '吴刚' })).json().customers).toMatchObject([{ owner: { id: office.idOf('wang') } }]);
  });

  it('needs the visitor there, a counted reception, an open claim and another\'s ruling', async () => {
    const arrived = await office.arrives();
    expect(refusal(await claims(arrived, 'wang', false))).toEqual([409, 'joint_proof_needed']);
    expect(refusal(await claims(arrived, 'li'))).toEqual([403, 'not_your_reception']);
    expect(refusal(await rules(arrived, true))).toEqual([409, 'nothing_claimed']);
    const survey = await office.arrives({ says: { firstVisit: 'yes', purpose: 'market_survey' } });
    expect(refusal(await claims(survey, office.nameOf(survey.visit.receiver?.id) ?? ''))).toEqual([409, 'not_counted_already']);
    granted(await claims(arrived, 'wang'));
    expect(refusal(await rules(arrived, true, 'wang'))).toEqual([403, 'not_permitted']);
    expect(refusal(await rules(arrived, true, 'desk'))).toEqual([403, 'not_permitted']);
    granted(await rules(arrived, true, 'supervisor'));
    expect(refusal(await claims(arrived, 'wang'))).toEqual([409, 'not_counted_already']);
    expect(refusal(await office.does('wang', `/receptions/${receptionOf(arrived)}/owner-discovered`, { ownerId: office.idOf('chen') }))).toEqual([409, 'reception_not_open']);
  });
});
