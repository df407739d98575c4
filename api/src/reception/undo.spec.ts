import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { beforeOpening, everybodyIn, granted, receptionOf, refusal, untouched, type SalesOffice } from './testing/sales-office';
import type { ArrivalAnswer } from '@lunjie/contracts';

const second = 1_000;

describeOnBothDatabases('taking an arrival back (P13)', (open) => {
  let test: TestApp;
  let office: SalesOffice;
  let offices = 0;

  beforeAll(async () => {
    test = await open();
  });

  beforeEach(async () => {
    offices += 1;
    office = await everybodyIn(test, { called: `undo${offices}` });
    test.clock.advance(second);
  });

  afterEach(async () => expect(await office.verification()).toMatchObject(untouched));

  const undo = async (answer: ArrivalAnswer) => office.does('desk', `/arrivals/${answer.visit.id}/undo`);
  const lineState = async () => {
    const { line, up, receiving } = await office.board();
    return { line, up, receiving };
  };

  it('gives the line back exactly as it was', async () => {
    await office.does('wang', '/presence/out', { reason: 'official' });
    const before = await lineState();
    test.clock.advance(second);
    const arrived = await office.arrives({ name: '孙丽', phone: '13800000001' });
    expect(arrived.visit.receiver?.id).toBe(office.idOf('li'));
    expect(arrived.visit.undoUntil).toBe(test.clock.now() + 120 * second);
    test.clock.advance(120 * second);
    expect(granted<ArrivalAnswer>(await undo(arrived)).visit).toMatchObject({ state: 'undone', counts: false, undoUntil: null, reception: { state: 'undone' } });
    expect(await lineState()).toEqual(before);
    expect((await office.postings()).slice(-2)).toMatchObject([
      { kind: 'reception_ended', agent: 'li', body: { how: 'undone' } },
      { kind: 'turn_taken_back', agent: 'li', body: { reason: 'undone', reception: receptionOf(arrived) } },
    ]);
    expect((await office.entries()).slice(-2)).toMatchObject([{ kind: 'visit_undone', corrects: arrived.visit.entry }, { kind: 'claim_ended', content: { because: 'withdrawn' } }]);
    const back = (await office.board()).line.find(({ agent }) => agent.id === office.idOf('wang'));
    expect(back?.makeupTurns).toBe(0);
  });

  it('leaves no owner, no visit and no duty behind', async () => {
    await office.does('desk', '/customers', { name: '吴刚', phone: '13800000003', agentId: office.idOf('wang') });
    await office.arrives();
    const assisted = await office.arrives({ phone: '13800000003', says: { firstVisit: 'no' } });
    const helper = office.nameOf(assisted.visit.receiver?.id) ?? '';
    expect((await office.day(helper)).duties).toHaveLength(1);
    granted(await undo(assisted));
    expect((await office.day(helper)).duties).toEqual([]);
    const fresh = await office.arrives({ name: '孙丽', phone: '13800000001' });
    granted(await undo(fresh));
    const proposal = (await office.does('desk', '/arrivals/proposal', { phone: '13800000001', says: { firstVisit: 'yes' } })).json();
    expect(proposal).toMatchObject({ known: { owner: null, visits: 0 }, decision: { facts: { owner: 'none' } } });
    const known = (await office.does('desk', '/arrivals/proposal', { phone: '13800000003', says: { firstVisit: 'no' } })).json();
    expect(known.known).toMatchObject({ owner: { id: office.idOf('wang') }, visits: 0 });
  });

  it('gives an owner back whom the undone reception had replaced', async () => {
    await office.does('desk', '/customers', { name: '吴刚', phone: '13800000003', agentId: office.idOf('wang') });
    test.clock.advance(second);
    const refused = await office.arrives({ phone: '13800000003', says: { firstVisit: 'no', refuses: [office.idOf('wang')] } });
    expect(refused.visit).toMatchObject({ receiver: { id: office.idOf('li') }, decision: { row: 'owner_refused', ownership: 'receiver' } });
    granted(await undo(refused));
    expect((await office.does('desk', '/customers/search', { text: '0003' })).json().customers).toMatchObject([{ owner: { id: office.idOf('wang') } }]);
  });

  it('keeps the rotation and makes the turn up where another turn came between', async () => {
    const first = await office.arrives();
    await office.arrives();
    granted(await undo(first));
    expect(await office.line()).toEqual(['zhao', 'chen', 'wang', 'li']);
    expect((await office.postings()).at(-1)).toMatchObject({ kind: 'turn_reversed', agent: 'wang', body: { makeup: true, reason: 'undone' } });
    const board = await office.board();
    expect(board.up[0]).toEqual({ agent: { id: office.idOf('wang'), name: expect.any(String) }, by: 'makeup' });
    const next = await office.arrives();
    expect(next.visit).toMatchObject({ mode: 'credit', receiver: { id: office.idOf('wang') } });
  });

  it('is refused once the window is over, and twice', async () => {
    const arrived = await office.arrives();
    test.clock.advance(120 * second + 1);
    expect(refusal(await undo(arrived))).toEqual([409, 'undo_too_late']);
    const next = await office.arrives();
    granted(await undo(next));
    expect(refusal(await undo(next))).toEqual([409, 'already_undone']);
    expect(refusal(await office.does('desk', '/arrivals/nonsense/undo'))).toEqual([404, 'visit_not_found']);
  });

  it('ends all that could still be done with the reception', async () => {
    const arrived = await office.arrives();
    const reception = receptionOf(arrived);
    granted(await office.does('wang', `/receptions/${reception}/not-counted`, { visitorClass: 'peer', visitorPresent: true }));
    granted(await undo(arrived));
    const before = await office.postings();
    expect(refusal(await office.does('manager', `/receptions/${reception}/not-counted/ruling`, { accepted: true }))).toEqual([409, 'reception_not_open']);
    expect(refusal(await office.does('wang', `/receptions/${reception}/owner-discovered`, { ownerId: office.idOf('chen') }))).toEqual([409, 'reception_not_open']);
    expect(refusal(await office.does('wang', `/receptions/${reception}/end`, { outcome: 'interested' }))).toEqual([409, 'reception_not_open']);
    expect(refusal(await office.does('wang', `/receptions/${reception}/accept`))).toEqual([409, 'reception_not_open']);
    expect(await office.postings()).toEqual(before);
  });

  it('takes back a party that waits', async () => {
    const alone = await beforeOpening(test, { called: `alone${offices}`, agents: ['zhou'] });
    await alone.signsIn('zhou');
    await alone.arrives();
    const waiting = await alone.arrives();
    expect(waiting.visit.state).toBe('waiting');
    granted(await alone.does('desk', `/arrivals/${waiting.visit.id}/undo`));
    expect((await alone.board()).waiting).toEqual([]);
    expect((await alone.postings()).at(-1)).toMatchObject({ kind: 'waiting_ended', body: { how: 'undone' } });
  });
});
