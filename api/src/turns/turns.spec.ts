import type { LedgerRow, TurnsPage } from '@lunjie/contracts';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { everybodyIn, granted, receptionOf, refusal, untouched, type SalesOffice } from '../reception/testing/sales-office';

const minute = 60_000;
const today = '2026-11-21';

describeOnBothDatabases('the turn ledger in the open', (open) => {
  let test: TestApp;
  let office: SalesOffice;

  beforeAll(async () => {
    test = await open();
    office = await everybodyIn(test);
  });

  beforeEach(() => test.clock.advance(minute));

  const turns = async (query = '', reader = 'desk'): Promise<TurnsPage> => granted<TurnsPage>(await (await office.as(reader)).get(office.at(`/turns${query}`)));
  const of = (agent: string, query = ''): Promise<TurnsPage> => turns(`?agent=${office.idOf(agent)}${query}`);
  const short = ({ rows }: TurnsPage): readonly (readonly unknown[])[] => rows.map(({ kind, effect, reason }) => [kind, effect, reason]);
  const total = async (agent: string): Promise<TurnsPage['totals'][number] | undefined> => (await turns()).totals.find((one) => one.agent.name === agent && one.queue === 'visit');
  const correct = (body: object, by = 'manager') => office.does(by, '/turns/corrections', body);

  it('is empty before anybody came, with everybody\'s account at nothing', async () => {
    const page = await turns();
    expect(page).toMatchObject({ from: today, to: today, today, rows: [], next: null, decisions: {} });
    expect(page.totals.map(({ agent, due, counted }) => [agent.name, due, counted])).toEqual([['wang', 0, 0], ['li', 0, 0], ['zhao', 0, 0], ['chen', 0, 0]]);
  });

  it('gives the one who lost a turn a row of their own: why, since when, whose arrival, and the verdict', async () => {
    await office.does('wang', '/presence/out', { reason: 'private' });
    const since = test.clock.now();
    test.clock.advance(minute);
    const { visit } = await office.receives({ name: '孙丽' });
    const page = await of('wang');
    expect(page.rows).toHaveLength(1);
    const [row] = page.rows as readonly [LedgerRow];
    expect(row).toMatchObject({
      kind: 'passed', effect: 'lose_turn', reason: 'private', since, at: test.clock.now(), customerLabel: '孙*', businessDate: today, entry: visit.entry,
      agent: { id: office.idOf('wang'), name: 'wang' }, receiver: { id: office.idOf('li'), name: 'li' }, ruledBy: null, note: null,
    });
    expect(page.decisions[row.decision ?? '']).toEqual(visit.decision);
    expect(short(await of('li'))).toEqual([['taken', null, 'in_turn']]);
    expect(await total('wang')).toMatchObject({ due: 1, taken: 0, owed: 0, lost: 1, makeupLeft: 0, counted: 0 });
    expect(await total('li')).toMatchObject({ due: 1, taken: 1, owed: 0, lost: 0, counted: 1 });
    await office.does('wang', '/presence/back');
  });

  it('keeps the decision that passed somebody, though the visit was decided anew since', async () => {
    const arrived = await office.arrives();
    const chosen = office.nameOf(arrived.visit.receiver?.id) ?? '';
    await office.does('desk', '/customers', { name: '钱多', phone: '13800000100', agentId: office.idOf('wang') });
    granted(await office.does('desk', `/receptions/${receptionOf(arrived)}/owner-discovered`, { ownerId: office.idOf('wang') }));
    const page = await of(chosen);
    const row = page.rows.find(({ entry, kind }) => kind === 'taken' && entry === arrived.visit.entry);
    expect(page.decisions[row?.decision ?? '']).toEqual(arrived.visit.decision);
    expect(page.rows[0]?.kind).toMatch(/taken_back|reversed/);
    for (const { reception } of (await office.board()).receiving.map(({ id }) => ({ reception: id }))) await office.does('desk', `/receptions/${reception}/end`, { outcome: 'considering' });
  });

  it('is corrected by a manager with a reason: a posting, in the register, told with who and why', async () => {
    const before = await total('chen');
    const { entry } = granted<{ entry: number }>(await correct({ agentId: office.idOf('chen'), kind: 'grant_makeup', turns: 2, reason: '系统停电时漏记' }));
    const [row] = (await of('chen')).rows;
    expect(row).toMatchObject({ kind: 'makeup_granted', reason: 'correction', note: '系统停电时漏记', ruledBy: { name: 'manager' }, entry, turns: 1 });
    expect(await total('chen')).toMatchObject({ owed: (before?.owed ?? 0) + 2, makeupLeft: 2 });
    granted(await correct({ agentId: office.idOf('chen'), kind: 'withdraw_makeup', turns: 1, reason: '多给了一次' }));
    expect((await of('chen')).rows[0]).toMatchObject({ kind: 'makeup_lapsed', reason: 'correction', note: '多给了一次', ruledBy: { name: 'manager' } });
    expect(refusal(await correct({ agentId: office.idOf('chen'), kind: 'withdraw_makeup', turns: 2, reason: '再收回' }))).toEqual([409, 'makeup_too_few']);
    granted(await correct({ agentId: office.idOf('zhao'), kind: 'take_turns', turns: 1, reason: '未问首访' }));
    expect((await of('zhao')).rows[0]).toMatchObject({ kind: 'turns_skipped', effect: 'lose_turn', note: '未问首访' });
    expect((await office.entries()).at(-1)).toMatchObject({ kind: 'turns_corrected', content: { correction: 'take_turns', turns: 1, reason: '未问首访' } });
    expect(await office.verification()).toMatchObject(untouched);
  });

  it('is carried out once, however often the same correction arrives', async () => {
    const body = { agentId: office.idOf('li'), kind: 'grant_makeup', turns: 1, reason: '一次' };
    const answers = await Promise.all(Array.from({ length: 5 }, () => office.does('manager', '/turns/corrections', body, 'one-correction')));
    expect(new Set(answers.map((answer) => answer.body)).size).toBe(1);
    expect((await of('li')).rows.filter(({ note }) => note === '一次')).toHaveLength(1);
  });

  it('is corrected by nobody without a reason, and by no agent', async () => {
    expect(refusal(await correct({ agentId: office.idOf('li'), kind: 'take_turns', turns: 1, reason: ' ' }))).toEqual([400, 'invalid_request']);
    expect(refusal(await correct({ agentId: office.idOf('li'), kind: 'set', turns: 1, reason: 'x' }))).toEqual([400, 'invalid_request']);
    expect(refusal(await correct({ agentId: office.idOf('li'), kind: 'grant_makeup', turns: 1, reason: 'x' }, 'wang'))).toEqual([403, 'not_permitted']);
    expect(refusal(await correct({ agentId: office.idOf('manager'), kind: 'take_turns', turns: 1, reason: 'x' }))).toEqual([409, 'agent_not_signed_in']);
  });

  it('tells a new order to everybody who stood in the line', async () => {
    const line = await office.line();
    granted(await (await office.as('manager')).put(office.at('/line/order'), { queue: 'visit', order: line.toReversed().map((name) => office.idOf(name ?? '')), reason: '盘点' }));
    for (const agent of ['wang', 'chen']) {
      expect((await of(agent)).rows[0]).toMatchObject({ kind: 'reordered', agent: null, note: '盘点', ruledBy: { name: 'manager' } });
    }
    expect((await turns()).rows[0]?.order?.map(({ name }) => name)).toEqual(line.toReversed());
  });

  it('reads in pages, newest first, none twice and none left out', async () => {
    for (let visit = 0; visit < 30; visit += 1) {
      test.clock.advance(minute);
      await office.receives();
    }
    granted(await correct({ agentId: office.idOf('wang'), kind: 'grant_makeup', turns: 20, reason: 'x' }));
    granted(await correct({ agentId: office.idOf('wang'), kind: 'grant_makeup', turns: 20, reason: 'y' }));
    const first = await turns();
    expect(first.rows).toHaveLength(50);
    const rows = [...first.rows];
    for (let next = first.next; next !== null;) {
      const page: TurnsPage = await turns(`?before=${next}`);
      rows.push(...page.rows);
      next = page.next;
    }
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map(({ seq }) => seq).toSorted((a, b) => b - a));
    expect(rows.length).toBeGreaterThan(80);
  });

  it('balances over the day and the week: due is taken, owed and lost', async () => {
    for (const query of ['', '?from=2026-11-16&to=2026-11-22']) {
      for (const { due, taken, owed, lost } of (await turns(query)).totals) expect(taken + owed + lost).toBe(due);
    }
    expect((await turns('?from=2026-11-19&to=2026-11-20')).rows).toEqual([]);
  });

  it('is read by everybody of the office, a day or a month at a time', async () => {
    for (const reader of ['desk', 'auditor', 'wang', 'admin']) expect((await turns('', reader)).rows.length).toBeGreaterThan(0);
    const ask = async (query: string) => refusal(await (await office.as('desk')).get(office.at(`/turns?${query}`)));
    expect(await ask('from=2026-11-21&to=2026-11-20')).toEqual([422, 'period_impossible']);
    expect(await ask('from=2026-01-01&to=2026-11-20')).toEqual([422, 'period_impossible']);
    for (const query of ['from=yesterday', 'agent=x', 'before=x', 'from=2026-02-30']) expect(await ask(query)).toEqual([400, 'invalid_request']);
  });
});
