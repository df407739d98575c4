import type { ArrivalAnswer, DealView, DisputesView, DisputeView, RulingPreview } from '@lunjie/contracts';
import { layOver, presets, type PolicyDocument } from '@lunjie/policy';
import { digestOf } from '@lunjie/register';
import { ClaimsClock } from '../attribution/claims-clock';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { everybodyIn, granted, refusal, untouched, type SalesOffice } from '../reception/testing/sales-office';
import { sha256 } from '../register/sha256';
import { DisputesClock } from './disputes-clock';

const hour = 3_600_000;
const day = 24 * hour;
const named = (id: string) => ({ zh: '另一套', en: id });

describeOnBothDatabases('disputes (003 §(五)4, rulebook 3.7)', (open) => {
  let test: TestApp;
  let office: SalesOffice;
  let offices = 0;

  const founded = async (policy: PolicyDocument = presets.standard): Promise<void> => {
    offices += 1;
    office = await everybodyIn(test, { called: `case${offices}`, policy });
    test.clock.advance(60_000);
  };

  beforeAll(async () => {
    test = await open();
  });
  beforeEach(() => founded());
  afterEach(async () => expect(await office.verification()).toMatchObject(untouched));

  /** A customer of Wang's whom Li registers too; answers the customer. */
  const registeredTwice = async (phone = '13800000041'): Promise<string> => {
    const register = (agent: string) => office.does('desk', '/customers', { name: '宋雨', phone, agentId: office.idOf(agent) });
    const { customer } = granted<{ customer: string }>(await register('wang'));
    test.clock.advance(60_000);
    expect(refusal(await register('li'))).toEqual([409, 'phone_known']);
    test.clock.advance(60_000);
    return customer;
  };
  const listed = async (who: string): Promise<DisputesView['disputes']> => granted<DisputesView>(await (await office.as(who)).get(office.at('/disputes'))).disputes;
  const seen = async (who: string, id: string): Promise<DisputeView> => granted<DisputeView>(await (await office.as(who)).get(office.at(`/disputes/${id}`)));
  const acts = (who: string, id: string, act: string, body: object = {}) => office.does(who, `/disputes/${id}/${act}`, body);
  const opened = async (phone?: string): Promise<string> => {
    const customer = await registeredTwice(phone);
    return (await listed('manager')).find((row) => row.customer.id === customer)?.id ?? '';
  };
  const due = () => test.app.get(DisputesClock, { strict: false }).allDue();
  /** Passes the time of a step and lets two processes look at once; answers how many entries that made in this office's cases. */
  const later = async (ms: number): Promise<number> => {
    const entered = async () => (await test.transactions.read((reading) => reading.run('SELECT id FROM dispute_act WHERE office_id = ?', [office.id]))).rows.length;
    const before = await entered();
    test.clock.advance(ms);
    await Promise.all([due(), due()]);
    return (await entered()) - before;
  };
  const nextMorning = () => office.sets(new Date(test.clock.now() + day).toISOString().slice(0, 10), '10:00');

  it('lets nobody rule on a case to which their own team is party, unless the office does (P105)', async () => {
    const id = await opened();
    for (const account of ['manager', 'wang']) granted(await (await office.as('admin')).patch(office.at(`/people/${office.idOf(account)}`), { team: '一组' }));
    expect([refusal(await acts('manager', id, 'move-up', { reason: '谈不拢' })), (await seen('manager', id)).may]).toEqual([[403, 'own_team_case'], ['state']]);
    for (const reason of ['谈不拢', '调解不成']) granted(await acts('supervisor', id, 'move-up', { reason }));
    expect((await seen('manager', id)).may).not.toContain('rule');
    const rule = () => acts('manager', id, 'ruling', { outcome: 'owner', owner: office.idOf('wang'), reason: '先登记' });
    expect(refusal(await rule())).toEqual([403, 'own_team_case']);
    granted(await (await office.as('admin')).patch(office.at(`/people/${office.idOf('manager')}`), { team: '二组' }));
    expect((await seen('manager', id)).may).toContain('rule');
    expect(granted<DisputeView>(await rule()).row.state).toBe('ruled');
  });

  it('opens by itself where claims meet, with a file nobody can change afterwards', async () => {
    const id = await opened();
    const view = await seen('manager', id);
    expect(view).toMatchObject({ openedBy: { id: office.idOf('desk') }, row: { kind: 'registered_twice', step: 'negotiate', state: 'open', parties: [{ id: office.idOf('wang') }, { id: office.idOf('li') }] } });
    expect(view.file).toMatchObject({ holder: office.idOf('wang'), proposal: { owner: office.idOf('wang'), principle: 'first_registration' }, facts: { kind: 'registered_twice', earlier_claim: 'valid', holder: 'earlier', same_day: 'yes', parties: 'two' } });
    expect(view.file.evidence.map(({ kind, agent }) => [kind, office.nameOf(agent)])).toEqual([['registration', 'wang'], ['registered_again', 'li']]);
    expect(view.file.evidence.every(({ hash }) => /^[0-9a-f]{64}$/.test(hash ?? ''))).toBe(true);
    const stored = await test.transactions.read((reading) => reading.run<{ file: string }>('SELECT file FROM dispute WHERE id = ?', [id]));
    expect(digestOf(JSON.parse(stored.rows[0]?.file ?? ''), sha256)).toBe(view.fileHash);
    expect((await office.entries()).find(({ number }) => number === view.entry)).toMatchObject({ kind: 'dispute_opened', content: { dispute: id, file: view.fileHash } });
    granted(await acts('li', id, 'statements', { words: '客户先给我打过电话' }));
    const after = await seen('wang', id);
    expect([after.fileHash, after.acts.map(({ kind, by, words }) => [kind, by?.id, words])]).toEqual([view.fileHash, [['statement', office.idOf('li'), '客户先给我打过电话']]]);
    expect(JSON.stringify(await office.entries())).not.toContain('客户先给我');
  });

  it('is no business of agents who are no party, and nobody says for others whose it is', async () => {
    const id = await opened();
    expect(await listed('zhao')).toEqual([]);
    expect((await listed('li')).map((row) => row.id)).toEqual([id]);
    expect(refusal(await acts('zhao', id, 'statements', { words: '我也接待过' }))).toEqual([404, 'dispute_not_found']);
    expect(refusal(await acts('li', id, 'consent', { owner: office.idOf('zhao') }))).toEqual([422, 'owner_not_a_party']);
    expect(refusal(await acts('manager', id, 'ruling', { outcome: 'owner', owner: office.idOf('li'), reason: '-' }))).toEqual([403, 'not_yours_to_decide']);
  });

  it('is agreed once both parties name the same one, and only then', async () => {
    const id = await opened();
    granted(await acts('wang', id, 'consent', { owner: office.idOf('wang') }));
    expect((await seen('manager', id)).row.state).toBe('open');
    granted(await acts('li', id, 'consent', { owner: office.idOf('li') }));
    expect((await seen('manager', id)).row.state).toBe('open');
    const settled = granted<DisputeView>(await acts('wang', id, 'consent', { owner: office.idOf('li') }));
    expect(settled.row).toMatchObject({ state: 'agreed', outcome: 'agreed', owner: { id: office.idOf('li') } });
    expect(refusal(await acts('wang', id, 'consent', { owner: office.idOf('wang') }))).toEqual([409, 'dispute_settled']);
  });

  it('moves up when a step\'s time is over, once however many look, and tells an overdue end once', async () => {
    const id = await opened();
    expect([await later(2 * day - hour), await later(2 * hour)]).toEqual([0, 1]);
    expect([await later(3 * day), await later(1), await later(4 * day), await later(9 * day)]).toEqual([1, 0, 1, 0]);
    nextMorning();
    expect((await seen('manager', id)).acts.map(({ kind, step, by }) => [kind, step, by])).toEqual([['moved_up', 'department', null], ['moved_up', 'department_manager', null], ['reminded', 'department_manager', null]]);
  });

  it('two who rule at once: one wins, and the ruling, the claim and the money say the same', async () => {
    const customer = await registeredTwice();
    const [{ id = '' } = {}] = await listed('manager');
    const deal = granted<DealView>(await office.does('manager', '/deals', { customer, closer: office.idOf('wang'), commissionFen: 1_000_001, unit: '3-1201' }));
    expect(deal).toMatchObject({ dispute: 'open', frozen: true });
    granted(await acts('wang', id, 'move-up', { reason: '谈不拢' }));
    granted(await acts('supervisor', id, 'move-up', { reason: '调解不成' }));
    const rule = (who: string, agent: string) => acts(who, id, 'ruling', { outcome: 'owner', owner: office.idOf(agent), reason: '以首次登记为准' });
    const answers = await Promise.all([rule('manager', 'wang'), rule('manager', 'li')]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    const { row, decision } = await seen('manager', id);
    const winner = row.owner?.id;
    expect(decision).toMatchObject({ clause: 'ruling', outcome: 'owner', owner: winner, shares: [{ agent: winner, points: 10_000 }] });
    const { deals } = granted<{ deals: DealView[] }>(await (await office.as('manager')).get(office.at(`/customers/${customer}/deals`)));
    expect(deals).toMatchObject([{ dispute: 'none', frozen: false, shares: [{ agent: { id: winner }, fen: 1_000_001 }] }]);
  });

  it('shows what a ruling moves before it is made, and shares to the 分', async () => {
    const customer = await registeredTwice();
    const [{ id = '' } = {}] = await listed('manager');
    granted(await office.does('manager', '/deals', { customer, closer: office.idOf('wang'), commissionFen: 1_000_001 }));
    // The case was opened before there was a deal: what closes meanwhile waits for it all the same.
    granted(await acts('li', id, 'move-up', { reason: '谈不拢' }));
    granted(await acts('manager', id, 'move-up', { reason: '调解不成' }));
    const shared = { outcome: 'shared', owner: office.idOf('wang'), shares: [{ agent: office.idOf('wang'), percent: 50 }, { agent: office.idOf('li'), percent: 50 }] };
    expect(refusal(await acts('manager', id, 'preview', { ...shared, shares: [{ agent: office.idOf('wang'), percent: 60 }, { agent: office.idOf('li'), percent: 50 }] }))).toEqual([422, 'shares_not_the_whole']);
    const preview = granted<RulingPreview>(await acts('manager', id, 'preview', shared));
    expect(preview.after.map(({ agent, fen }) => [office.nameOf(agent?.id), fen])).toEqual([['wang', 500_001], ['li', 500_000]]);
    granted(await acts('manager', id, 'ruling', { ...shared, reason: '各有功劳' }));
    const { deals } = granted<{ deals: DealView[] }>(await (await office.as('manager')).get(office.at(`/customers/${customer}/deals`)));
    expect(deals[0]?.shares.map(({ agent, fen }) => [office.nameOf(agent?.id), fen])).toEqual([['wang', 500_001], ['li', 500_000]]);
  });

  it('a quarrel ends it on any step and forfeits by the policy (P102); a ruling is appealed once, in time, and heard by somebody else', async () => {
    const customer = await registeredTwice();
    const [{ id = '' } = {}] = await listed('manager');
    granted(await office.does('manager', '/deals', { customer, closer: office.idOf('wang'), commissionFen: 900_000 }));
    granted(await acts('manager', id, 'ruling', { outcome: 'quarrel', reason: '当众争吵' }));
    const money = async () => (granted<{ deals: DealView[] }>(await (await office.as('manager')).get(office.at(`/customers/${customer}/deals`)))).deals.flatMap(({ shares, frozen }) => [frozen, ...shares.map(({ payee, agent, fen }) => [office.nameOf(agent?.id) ?? payee, fen])]);
    expect(await money()).toEqual([false, ['department', 900_000]]);
    expect(refusal(await acts('zhao', id, 'appeal', { reason: '不关我事' }))).toEqual([403, 'not_a_party']);
    granted(await acts('wang', id, 'appeal', { reason: '没有争吵' }));
    expect(refusal(await acts('li', id, 'appeal', { reason: '我也不服' }))).toEqual([409, 'no_appeal']);
    expect(refusal(await acts('manager', id, 'appeal/hearing', { upheld: false, reason: '-' }))).toEqual([403, 'own_ruling']);
    expect(refusal(await acts('supervisor', id, 'appeal/hearing', { upheld: false, reason: '-' }))).toEqual([403, 'not_yours_to_decide']);
    const heard = granted<DisputeView>(await acts('admin', id, 'appeal/hearing', { upheld: true, outcome: 'owner', owner: office.idOf('wang'), reason: '查无争吵' }));
    expect(heard).toMatchObject({ row: { state: 'closed', owner: { id: office.idOf('wang') } }, decision: { isAppeal: true, outcome: 'owner' } });
    expect(await money()).toEqual([false, ['wang', 900_000]]);
    expect(refusal(await acts('wang', id, 'appeal', { reason: '再来' }))).toEqual([409, 'no_appeal']);
  });

  it('a ruling nobody appeals in time is final, and is not disputed anew where nothing new happened', async () => {
    const customer = await registeredTwice();
    const [{ id = '' } = {}] = await listed('manager');
    granted(await acts('manager', id, 'ruling', { outcome: 'quarrel', reason: '当众争吵' }));
    expect(await later(3 * day + hour)).toBe(1);
    nextMorning();
    expect([(await seen('manager', id)).row.state, refusal(await acts('wang', id, 'appeal', { reason: '不服' }))]).toEqual(['closed', [409, 'appeal_too_late']]);
    const again = () => office.does('li', `/customers/${customer}/disputes`, { against: [office.idOf('wang')], statement: '我仍不服' });
    expect(refusal(await again())).toEqual([409, 'dispute_settled']);
    granted(await office.does('manager', '/deals', { customer, closer: office.idOf('li'), commissionFen: 100 }));
    expect((await again()).statusCode).toBe(200);
  });

  it('holds a claim that would lapse meanwhile, and gives its days back (P103)', async () => {
    await founded(layOver(presets.standard, { id: 'short', name: named('short'), values: { validity: { visit: { amount: 3, unit: 'day' } }, disputes: { negotiate_within: null } } }));
    const id = await opened();
    const standing = async () => (await test.transactions.read((reading) => reading.run<{ standing: string; until_date: string }>("SELECT standing, until_date FROM claim WHERE office_id = ? AND ended_at IS NULL", [office.id]))).rows[0];
    const before = await standing();
    test.clock.advance(6 * day);
    await test.app.get(ClaimsClock, { strict: false }).allDue();
    expect(await standing()).toEqual(before);
    nextMorning();
    for (const who of ['wang', 'li']) granted(await acts(who, id, 'consent', { owner: office.idOf('wang') }));
    expect(Date.parse((await standing())?.until_date ?? '') - Date.parse(before?.until_date ?? '')).toBe(7 * day);
  });

  it('shows the parties the conclusion alone where the office says so, and who decides everything (P152)', async () => {
    await founded(layOver(presets.standard, { id: 'closed', name: named('closed'), values: { privacy: { verdict_view: 'conclusion_only' } } }));
    const id = await opened();
    granted(await acts('li', id, 'statements', { words: '客户先给我打过电话' }));
    granted(await acts('manager', id, 'ruling', { outcome: 'quarrel', reason: '当众争吵' }));
    const told = async (who: string) => {
      const { full, file, acts: entered, row: { outcome }, fileHash } = await seen(who, id);
      return [full, file.evidence.map(({ agent }) => office.nameOf(agent)), file.claimants.length, file.proposal.principle, entered.map(({ words }) => words), outcome, fileHash.length];
    };
    expect([await told('wang'), await told('li'), await told('manager')]).toEqual([
      [false, ['wang'], 1, null, [null, null], 'quarrel', 64], [false, ['li'], 1, null, ['客户先给我打过电话', null], 'quarrel', 64],
      [true, ['wang', 'li'], 2, 'first_registration', ['客户先给我打过电话', '当众争吵'], 'quarrel', 64],
    ]);
  });

  it('offers the settled cases most like a new one, with what they have in common', async () => {
    const first = await opened('13800000051');
    granted(await office.does('manager', '/deals', { customer: (await seen('manager', first)).row.customer.id, closer: office.idOf('wang'), commissionFen: 900_000 }));
    granted(await acts('manager', first, 'ruling', { outcome: 'quarrel', reason: '当众争吵，按 003 §（五）4 处理' }));
    const second = await opened('13800000052');
    const { precedents } = await seen('manager', second);
    expect(precedents).toMatchObject([{ id: first, outcome: 'quarrel', clause: 'ruling', clauses: [expect.any(String), expect.any(String)], words: '当众争吵，按 003 §（五）4 处理', common: expect.arrayContaining(['kind', 'principle', 'holder', 'same_day']) }]);
    expect((await seen('wang', second)).precedents).toEqual([]);
    const found = async (query: object) => granted<{ precedents: readonly unknown[] }>(await (await office.as('auditor')).get(office.at(`/disputes/precedents?${new URLSearchParams({ ...query }).toString()}`))).precedents.length;
    expect([await found({ kind: 'registered_twice', facts: 'holder:earlier,same_day:yes' }), await found({ facts: 'holder:later' }), await found({ outcome: 'owner' }), await found({ words: '当众' }), await found({ words: '私下' })]).toEqual([1, 0, 0, 1, 0]);
    const [clause = ''] = precedents[0]?.clauses ?? [];
    expect([await found({ clause }), await found({ clause: clause.replaceAll(' ', '').toUpperCase() }), await found({ clause: '(五)4' }), await found({ clause: 'S9-99' })]).toEqual([1, 1, 1, 0]);
  });

  it('is opened by an agent who had to do with the customer, once, and in time (P104)', async () => {
    await founded(layOver(presets.standard, { id: 'window', name: named('window'), values: { disputes: { window: { amount: 30, unit: 'day' }, opens_by_itself: false } } }));
    const customer = await registeredTwice();
    expect(await listed('manager')).toEqual([]);
    const body = { against: [office.idOf('wang')], statement: '我先接待的' };
    expect(refusal(await office.does('zhao', `/customers/${customer}/disputes`, body))).toEqual([404, 'customer_not_found']);
    const attempts = await Promise.all([office.does('li', `/customers/${customer}/disputes`, body), office.does('li', `/customers/${customer}/disputes`, body)]);
    expect(attempts.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect(await listed('li')).toMatchObject([{ kind: 'contested', mine: true }]);
    const other = await registeredTwice('13800000062');
    office.sets(new Date(test.clock.now() + 31 * day).toISOString().slice(0, 10), '10:00');
    expect(refusal(await office.does('li', `/customers/${other}/disputes`, body))).toEqual([409, 'dispute_too_late']);
  });

  it('a conflict settled by the principles closes the case that is open about it', async () => {
    const customer = await registeredTwice();
    granted(await office.does('manager', `/customers/${customer}/conflict`, { parties: [office.idOf('wang'), office.idOf('li')], reason: '核对登记簿' }));
    expect(await listed('manager')).toMatchObject([{ state: 'closed' }]);
    expect((granted<ArrivalAnswer>(await office.does('desk', '/arrivals', { says: { firstVisit: 'yes', earlierContact: 'none' } }))).visit.receiver).not.toBeNull();
  });
});
