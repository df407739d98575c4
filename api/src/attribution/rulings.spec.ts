import type { ArrivalAnswer, ConflictAnswer, ConflictView, HappeningAnswer, OwnershipView, RulingRow, TimelinePage } from '@lunjie/contracts';
import { layOver, presets, type PolicyDocument } from '@lunjie/policy';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { everybodyIn, granted, refusal, untouched, type SalesOffice } from '../reception/testing/sales-office';

const day = 86_400_000;
const named = (id: string) => ({ zh: '另一套', en: id });

describeOnBothDatabases('rulings on whose customer somebody is (rulebook 3.6)', (open) => {
  let test: TestApp;
  let office: SalesOffice;
  let offices = 0;

  const founded = async (policy: PolicyDocument = presets['ownership-rules']): Promise<void> => {
    offices += 1;
    office = await everybodyIn(test, { called: `ruled${offices}`, policy });
    test.clock.advance(60_000);
  };

  beforeAll(async () => {
    test = await open();
  });
  beforeEach(() => founded());
  afterEach(async () => expect(await office.verification()).toMatchObject(untouched));

  /** Registers a customer of Wang's, and answers the customer's id. */
  const ofWang = async (phone = '13800000021'): Promise<string> => {
    const { customer } = granted<{ customer: string }>(await office.does('desk', '/customers', { name: '邓伟', phone, agentId: office.idOf('wang') }));
    test.clock.advance(60_000);
    return customer;
  };
  const comes = async (says: object, phone = '13800000021'): Promise<ArrivalAnswer> => {
    const answer = await office.arrives({ name: '邓伟', phone, says: { firstVisit: 'no', earlierContact: 'visit', ...says } });
    test.clock.advance(60_000);
    return answer;
  };
  const seen = async (who: string, customer: string): Promise<OwnershipView> => granted<OwnershipView>(await (await office.as(who)).get(office.at(`/customers/${customer}/ownership`)));
  const happens = (who: string, customer: string, body: object) => office.does(who, `/customers/${customer}/happenings`, { reason: '当面核实', ...body });
  const divided = ({ decision }: Pick<RulingRow, 'decision'>) => decision?.shares.map(({ agent, payee, points }) => [office.nameOf(agent) ?? payee, points / 100]);

  it('refusing the owner and asking for another divides 80/20 while the file is valid, and says what else it could be', async () => {
    const customer = await ofWang();
    await comes({ refuses: [office.idOf('wang')], requests: office.idOf('li') });
    const { owner, decision, rulings, names } = await seen('li', customer);
    expect(owner).toMatchObject({ id: office.idOf('li') });
    expect(decision).toMatchObject({ row: 'refused_valid', clause: '003 §(五)3(2)', facts: { takeover: 'refused', earlier_claim: 'valid' }, compared: expect.arrayContaining([expect.objectContaining({ fact: 'earlier_claim' })]) });
    expect(divided({ decision })).toEqual([['li', 80], ['wang', 20]]);
    expect(decision?.otherwise).toContainEqual(expect.objectContaining({ fact: 'earlier_claim', value: 'lapsed', row: 'refused_lapsed' }));
    expect(rulings).toMatchObject([{ occasion: 'arrival', state: 'in_force', owner: { id: office.idOf('li') } }]);
    expect(names[office.idOf('wang')]).toMatch(/wang$/);
    const entry = (await office.entries()).find(({ number }) => number === rulings[0]?.entry);
    expect(entry).toMatchObject({ kind: 'ruling', content: { occasion: 'arrival', decision: { row: 'refused_valid' } } });
  });

  it('a complaint that is upheld leaves the earlier agent nothing; only who manages rules on it, and nobody on themselves', async () => {
    const customer = await ofWang();
    await comes({ refuses: [office.idOf('wang')], complainsAbout: office.idOf('wang') });
    expect(refusal(await happens('li', customer, { kind: 'complaint_ruled', agent: office.idOf('wang'), holds: true }))).toEqual([403, 'not_yours_to_enter']);
    expect(refusal(await happens('supervisor', customer, { kind: 'complaint_ruled', holds: true }))).toEqual([422, 'agent_missing']);
    const { ruling } = granted<HappeningAnswer>(await happens('supervisor', customer, { kind: 'complaint_ruled', agent: office.idOf('wang'), holds: true }));
    expect([ruling.decision?.row, divided(ruling)]).toEqual(['complaint_upheld', [['li', 100]]]);
  });

  it('a customer who forgot is looked up, and the follow-up assigned moves the claim without touching the halves (I-AORB)', async () => {
    const customer = await ofWang();
    await office.receives();
    await comes({ forgotName: true });
    const looked = granted<HappeningAnswer>(await happens('li', customer, { kind: 'looked_up', agent: office.idOf('wang') }));
    expect([looked.ruling.decision?.row, divided(looked.ruling)]).toEqual(['forgot_found_valid', [['li', 50], ['wang', 50]]]);
    test.clock.advance(60_000);
    const assigned = granted<HappeningAnswer>(await happens('supervisor', customer, { kind: 'follow_up_assigned', agent: office.idOf('zhao') }));
    expect([assigned.ruling.owner?.id, divided(assigned.ruling)]).toEqual([office.idOf('zhao'), [['li', 50], ['wang', 50]]]);
    expect((await seen('zhao', customer)).owner?.id).toBe(office.idOf('zhao'));
  });

  it('a claim within the window takes the customer back, one after it is entered and moves nothing (D06.7)', async () => {
    const policy = layOver(presets['ownership-rules'], {
      id: 'window', name: named('window'), values: { attribution: { forgot_mode: 'claim_window', forgot_claim_window: { amount: 2, unit: 'day' } } },
      before: { ownership: [{ id: 'claimed_in_time', clause: 'D06.7', when: { takeover: 'forgot', claim_window: 'claimed' }, owner: 'claimant', credit: [{ payee: 'claimant', percent: 100 }], shares: [{ payee: 'claimant', percent: 100 }], approval: 'none' }] },
    });
    for (const inTime of [true, false]) {
      await founded(policy);
      const customer = await ofWang();
      await office.receives();
      const { visit } = await comes({ forgotName: true });
      expect(visit.receiver?.id).not.toBe(office.idOf('wang'));
      expect(refusal(await happens('wang', customer, { kind: 'window_claimed' }))).toEqual([409, 'no_window']);
      granted(await happens('desk', customer, { kind: 'window_opened' }));
      if (!inTime) office.sets(new Date(test.clock.now() + 3 * day).toISOString().slice(0, 10), '09:00');
      granted(await happens('wang', customer, { kind: 'window_claimed' }));
      expect((await seen('manager', customer)).owner?.id).toBe(inTime ? office.idOf('wang') : visit.receiver?.id);
    }
  });

  it('a rule that needs approval is proposed, and moves the claim once somebody who is no party approves', async () => {
    await founded(layOver(presets['ownership-rules'], {
      id: 'approved', name: named('approved'),
      before: { ownership: [{ id: 'found_back', clause: '§1', when: { found: 'valid' }, owner: 'found', credit: [{ payee: 'found', percent: 100 }], shares: [{ payee: 'found', percent: 100 }], approval: 'manager' }] },
    }));
    const customer = await ofWang();
    await comes({ refuses: [office.idOf('wang')], requests: office.idOf('li') });
    const { ruling } = granted<HappeningAnswer>(await happens('li', customer, { kind: 'looked_up', agent: office.idOf('wang') }));
    expect([ruling.state, (await seen('li', customer)).owner?.id]).toEqual(['proposed', office.idOf('li')]);
    const settled = granted<RulingRow>(await office.does('manager', `/rulings/${ruling.id}/approval`, { approved: true, reason: '档案属实' }));
    expect([settled.state, (await seen('li', customer)).owner?.id]).toEqual(['in_force', office.idOf('wang')]);
    expect(refusal(await office.does('manager', `/rulings/${ruling.id}/approval`, { approved: false, reason: '再议' }))).toEqual([409, 'ruling_not_open']);
  });

  it('two registrations: the earliest owns, with its register entry as evidence; the second stays in the register', async () => {
    const customer = await ofWang();
    expect(refusal(await office.does('desk', '/customers', { name: '邓伟', phone: '13800000021', agentId: office.idOf('li') }))).toEqual([409, 'phone_known']);
    const { ruling, evidence } = granted<ConflictAnswer>(await office.does('manager', `/customers/${customer}/conflict`, { parties: [office.idOf('li'), office.idOf('wang')], reason: '核对登记簿' }));
    expect(ruling).toMatchObject({ occasion: 'conflict', owner: { id: office.idOf('wang') }, conflict: { principle: 'first_registration' } });
    expect(evidence).toMatchObject([{ kind: 'registration', agent: { id: office.idOf('wang') }, hash: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    expect((await office.entries()).filter(({ kind }) => kind === 'registered_again')).toMatchObject([{ content: { agent: office.idOf('li') } }]);
    expect(refusal(await office.does('manager', `/customers/${customer}/conflict`, { parties: [office.idOf('li'), office.idOf('li')], reason: '-' }))).toEqual([400, 'invalid_request']);
  });

  it('shows both sides of a conflict before it is settled, and is settled otherwise only by who may overrule, with a reason (P105)', async () => {
    const customer = await ofWang();
    expect(refusal(await office.does('desk', '/customers', { name: '邓伟', phone: '13800000021', agentId: office.idOf('li') }))).toEqual([409, 'phone_known']);
    const [wang, li] = [office.idOf('wang'), office.idOf('li')];
    const looks = async (who: string, parties = '') => granted<ConflictView>(await (await office.as(who)).get(office.at(`/customers/${customer}/conflict${parties}`)));
    expect(await looks('manager')).toMatchObject({ known: [{ id: wang }, { id: li }], decision: null, evidence: [] });
    const before = (await office.entries()).length;
    const view = await looks('manager', `?parties=${li},${wang}`);
    expect(view).toMatchObject({ mayOverrule: true, decision: { owner: wang, principle: 'first_registration', claimants: [{ agent: li }, { agent: wang }] }, evidence: [{ kind: 'registration', agent: { id: wang } }, { kind: 'registered_again', agent: { id: li } }] });
    expect([(await looks('supervisor', `?parties=${li},${wang}`)).mayOverrule, (await office.entries()).length]).toEqual([false, before]);
    const settles = (who: string, body: object) => office.does(who, `/customers/${customer}/conflict`, { parties: [li, wang], ...body });
    expect(refusal(await settles('manager', {}))).toEqual([400, 'invalid_request']);
    expect(refusal(await settles('manager', { owner: office.idOf('zhao'), reason: '-' }))).toEqual([422, 'owner_is_no_party']);
    expect(refusal(await settles('supervisor', { owner: li, reason: '客户当面确认' }))).toEqual([403, 'not_yours_to_overrule']);
    const { ruling } = granted<ConflictAnswer>(await settles('manager', { owner: li, reason: '客户当面确认' }));
    expect(ruling).toMatchObject({ clause: 'P105', owner: { id: li }, ownerBefore: { id: wang }, conflict: { owner: li, overruled: wang } });
    expect((await seen('manager', customer)).owner?.id).toBe(li);
    const { rows } = granted<TimelinePage>(await (await office.as('manager')).get(office.at(`/customers/${customer}/timeline`)));
    expect(rows.find(({ kind }) => kind === 'ruling')).toMatchObject({ note: '客户当面确认', decision: { overruled: wang } });
  });

  it('shows an agent what the office lets them see: the whole card, the conclusion, or nothing of a customer they never met', async () => {
    const customer = await ofWang();
    expect(refusal(await (await office.as('chen')).get(office.at(`/customers/${customer}/ownership`)))).toEqual([404, 'customer_not_found']);
    await founded(layOver(presets['ownership-rules'], { id: 'closed', name: named('closed'), values: { privacy: { verdict_view: 'conclusion_only' } } }));
    const other = await ofWang();
    await comes({ refuses: [office.idOf('wang')], requests: office.idOf('li') });
    const toAgent = await seen('wang', other);
    expect([toAgent.owner?.id, toAgent.decision, toAgent.rulings[0]?.decision]).toEqual([office.idOf('li'), null, null]);
    expect(granted<HappeningAnswer>(await happens('wang', other, { kind: 'introduced' })).ruling.decision).toBeNull();
    expect((await seen('manager', other)).decision?.row).toBe('refused_valid');
  });
});
