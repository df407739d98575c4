import type { ArrivalAnswer, DealList, DealPage, DealView, SettlementPreview } from '@lunjie/contracts';
import { layOver, presets, type PolicyDocument } from '@lunjie/policy';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { everybodyIn, granted, refusal, untouched, type SalesOffice } from '../reception/testing/sales-office';

const day = 86_400_000;

describeOnBothDatabases('deals and the commission they bring (rulebook 3.6)', (open) => {
  let test: TestApp;
  let office: SalesOffice;
  let offices = 0;

  const founded = async (policy: PolicyDocument = presets['ownership-rules']): Promise<void> => {
    offices += 1;
    office = await everybodyIn(test, { called: `deals${offices}`, policy });
    test.clock.advance(60_000);
  };

  beforeAll(async () => {
    test = await open();
  });
  beforeEach(() => founded());
  afterEach(async () => expect(await office.verification()).toMatchObject(untouched));

  const customerOf = async (agent: string): Promise<string> =>
    granted<{ customer: string }>(await office.does('desk', '/customers', { name: '史敏', phone: '13800000031', agentId: office.idOf(agent) })).customer;
  const closes = (customer: string, given: object = {}, key?: string) => office.does('manager', '/deals', { customer, commissionFen: 1_000_001, ...given }, key);
  const paid = ({ shares }: DealView) => Object.fromEntries(shares.map(({ agent, payee, fen }) => [office.nameOf(agent?.id) ?? payee, fen]));
  /** What the ledger of the office says is earned, by payee. */
  const ledger = async () => {
    const { rows } = await test.transactions.read((reading) => reading.run<{ agent_id: string | null; payee: string; kind: string; fen: number | string }>('SELECT agent_id, payee, kind, fen FROM commission_posting WHERE office_id = ? AND kind IN (\'accrual\', \'reversal\') ORDER BY deal_id, seq', [office.id]));
    return rows.map(({ agent_id, payee, kind, fen }) => [kind, office.nameOf(agent_id) ?? payee, Number(fen)]);
  };

  it('divides by the facts of the case, exact to the 分, and says what a day made (I-PREC)', async () => {
    const customer = await customerOf('wang');
    granted(await office.does('wang', '/presence/out', { reason: 'private' }));
    const { visit } = granted<ArrivalAnswer>(await office.does('desk', '/arrivals', { name: '史敏', phone: '13800000031', says: { firstVisit: 'no', named: [office.idOf('wang')] } }));
    expect(visit).toMatchObject({ mode: 'assist', receiver: { id: office.idOf('li') } });
    granted(await office.does('desk', `/receptions/${visit.reception?.id}/end`, { outcome: 'considering' }));
    const today = granted<DealView>(await closes(customer, { closer: office.idOf('li'), unit: '8-1203' }));
    expect(paid(today)).toEqual({ wang: 500_001, li: 500_000 });
    expect(today.decision).toMatchObject({ row: 'assisted_same_day', credit: [{ agent: office.idOf('wang'), points: 10_000 }], otherwise: expect.arrayContaining([expect.objectContaining({ fact: 'closed', value: 'later', row: 'assisted' })]) });
    office.sets(new Date(test.clock.now() + 9 * day).toISOString().slice(0, 10), '16:00');
    expect(paid(granted<DealView>(await closes(customer, { closer: office.idOf('wang') })))).toEqual({ wang: 800_001, li: 200_000 });
  });

  it('enters once what is sent twice', async () => {
    const customer = await customerOf('wang');
    const first = granted<DealView>(await closes(customer, { closer: office.idOf('wang') }, 'deal-once'));
    expect(granted<DealView>(await closes(customer, { closer: office.idOf('wang') }, 'deal-once')).id).toBe(first.id);
    expect(await ledger()).toEqual([['accrual', 'wang', 1_000_001]]);
  });

  it('a quarrel gives a disputed deal to the department by reversal, and the ledger still sums to the commission (S-29)', async () => {
    const customer = await customerOf('wang');
    const deal = granted<DealView>(await closes(customer, { closer: office.idOf('li'), claimedBy: [office.idOf('wang'), office.idOf('li')] }));
    expect(deal).toMatchObject({ dispute: 'open', frozen: true });
    const settle = (body: object) => office.does('manager', `/deals/${deal.id}/settlement`, { reason: '当面协商', ...body });
    expect(granted<DealView>(await settle({ step: 'negotiation', result: 'failed' })).dispute).toBe('open');
    const settled = granted<DealView>(await settle({ step: 'department', result: 'quarrel' }));
    expect([settled.dispute, settled.frozen, paid(settled), settled.decision?.clause]).toEqual(['quarrel', false, { department: 1_000_001 }, '003 §(五)4']);
    expect(await ledger()).toEqual([['accrual', 'wang', 1_000_001], ['reversal', 'wang', -1_000_001], ['accrual', 'department', 1_000_001]]);
  });

  it('says before it is confirmed what settling would move, who calls it theirs and what waits (P103)', async () => {
    const customer = await customerOf('wang');
    const { id } = granted<DealView>(await closes(customer, { closer: office.idOf('wang'), claimedBy: [office.idOf('wang'), office.idOf('li')] }));
    const preview = async (result: string) => granted<SettlementPreview>(await office.does('manager', `/deals/${id}/settlement/preview`, { result }));
    const told = (rows: readonly { readonly payee: string; readonly agent: { readonly id: string } | null; readonly fen: number }[]) => rows.map(({ payee, agent, fen }) => [office.nameOf(agent?.id) ?? payee, fen]);
    const quarrel = await preview('quarrel');
    expect([told(quarrel.before), told(quarrel.after), told(quarrel.payable)]).toEqual([[['wang', 1_000_001]], [['department', 1_000_001]], [['department', 1_000_001]]]);
    expect((await preview('failed')).payable).toEqual([]);
    expect(await ledger()).toEqual([['accrual', 'wang', 1_000_001]]);
    const page = granted<DealPage>(await (await office.as('manager')).get(office.at(`/deals/${id}`)));
    expect([page.contest?.case?.kind, page.contest?.parties.map(({ id: party }) => office.nameOf(party)).sort(), told(page.contest?.waits ?? []), page.acts.includes('settlement')]).toEqual(['deal_claimed', ['li', 'wang'], [['wang', 1_000_001]], true]);
    // Li is paid nothing of it, and calls it theirs: they read it while it is disputed.
    expect(granted<DealPage>(await (await office.as('li')).get(office.at(`/deals/${id}`))).acts).toEqual([]);
    const listed = async () => granted<DealList>(await (await office.as('li')).get(office.at('/deals'))).deals.some((deal) => deal.id === id);
    expect(await listed()).toBe(true);
    expect(refusal(await office.does('supervisor', `/deals/${id}/settlement`, { step: 'negotiation', result: 'quarrel', reason: '吵起来了' }))).toEqual([403, 'not_yours_to_decide']);
    const agreed = await preview('agreed');
    const settled = granted<DealView>(await office.does('manager', `/deals/${id}/settlement`, { step: 'negotiation', result: 'agreed', reason: '当面谈妥' }));
    expect([told(agreed.after), settled.dispute, paid(settled)]).toEqual([[['wang', 1_000_001]], 'none', { wang: 1_000_001 }]);
    expect(refusal(await office.does('manager', `/deals/${id}/settlement/preview`, { result: 'agreed' }))).toEqual([409, 'deal_not_disputed']);
    expect(refusal(await (await office.as('li')).get(office.at(`/deals/${id}`)))).toEqual([404, 'deal_not_found']);
    expect(await listed()).toBe(false);
  });

  it('tests a deal by the rules of the day the policy names (P149)', async () => {
    const fair = layOver(presets['ownership-rules'], { id: 'fair', name: { zh: '开盘', en: 'Fair' }, before: { ownership: [{ id: 'fair', clause: '§1', when: {}, owner: 'owner', credit: [{ payee: 'house', percent: 100 }], shares: [{ payee: 'house', percent: 100 }], approval: 'none' }] }, values: { change: { effect: 'new_only', deal_tested_on: 'registration_date' } } });
    const customer = await customerOf('wang');
    test.clock.advance(60_000);
    granted(await office.does('admin', '/policy/versions', { document: fair, note: '开盘' }));
    test.clock.advance(60_000);
    expect(paid(granted<DealView>(await closes(customer, { closer: office.idOf('wang') })))).toEqual({ wang: 1_000_001 });
  });

  it('refuses who is nobody here, an amount that is none, and a dispute with oneself', async () => {
    const customer = await customerOf('wang');
    expect(refusal(await closes(customer, { closer: customer }))).toEqual([422, 'not_an_agent_here']);
    expect(refusal(await closes(customer, { commissionFen: -1 }))).toEqual([400, 'invalid_request']);
    expect(refusal(await closes(customer, { claimedBy: [office.idOf('wang')] }))).toEqual([422, 'conflict_needs_two']);
    expect(refusal(await closes(office.idOf('wang')))).toEqual([404, 'customer_not_found']);
    const { id } = granted<DealView>(await closes(customer, { closer: office.idOf('wang') }));
    expect(refusal(await office.does('manager', `/deals/${id}/settlement`, { step: 'department', result: 'quarrel', reason: '-' }))).toEqual([409, 'deal_not_disputed']);
  });
});
