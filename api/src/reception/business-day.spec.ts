import type { PenaltiesView, PenaltyStatement } from '@lunjie/contracts';
import { layOver, presets, type PolicyOverlay } from '@lunjie/policy';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { beforeOpening, everybodyIn, granted, receptionOf, refusal, untouched } from './testing/sales-office';

const rules = (rotation: NonNullable<PolicyOverlay['values']>['rotation']) => layOver(presets['reception-rules'], { id: 'day', name: { zh: '日', en: 'Day' }, values: { rotation } });

describeOnBothDatabases('the business day', (open) => {
  let test: TestApp;

  beforeAll(async () => {
    test = await open();
  });

  beforeEach(() => test.clock.set('2026-11-21T09:00:00+08:00'));

  it('is opened by the first who signs in, in roster order', async () => {
    const office = await beforeOpening(test, { called: 'first' });
    expect(await office.board()).toMatchObject({ day: 'not_opened', line: [], up: [], businessDate: '2026-11-21' });
    expect((await office.day('chen')).state).toBe('not_signed_in');
    expect(refusal(await office.does('desk', '/arrivals', { says: { firstVisit: 'yes' } }))).toEqual([409, 'day_not_open']);
    expect(refusal(await office.does('desk', '/arrivals/proposal', { says: { firstVisit: 'yes' } }))).toEqual([409, 'day_not_open']);
    await office.signsIn('chen');
    expect(await office.board()).toMatchObject({ day: 'open', up: [{ agent: { id: office.idOf('chen') }, by: 'turn' }] });
    expect((await office.day('chen'))).toMatchObject({ state: 'up_now', position: 1 });
    await office.signsIn('wang');
    expect(await office.line()).toEqual(['wang', 'chen']);
    expect((await office.day('chen'))).toMatchObject({ state: 'in_line', position: 2 });
    expect((await office.board()).notSignedIn.map(({ id }) => office.nameOf(id))).toEqual(['li', 'zhao']);
    expect((await office.entries()).map(({ kind }) => kind)).toEqual(['day_opened', 'signed_in', 'signed_in']);
    expect(refusal(await office.does('manager', '/day/open'))).toEqual([409, 'day_already_open']);
    expect(await office.verification()).toMatchObject(untouched);
  });

  it('ends what is open when it closes, and nothing can be written afterwards', async () => {
    const office = await everybodyIn(test, { called: 'closing', agents: ['wang', 'li'] });
    const [first, second] = [await office.arrives({ says: { firstVisit: 'yes', unitsWanted: 5 } }), await office.arrives()];
    const party = await office.arrives();
    granted(await (await office.as('li')).put(office.at(`/receptions/${receptionOf(second)}/form`), { name: '何平', remark: '看重学区' }));
    test.clock.advance(3_600_000);
    expect(granted(await office.does('manager', '/day/close'))).toMatchObject({ day: 'closed', line: [], receiving: [], waiting: [] });
    const closing = (await office.entries()).slice(-3).map(({ kind, content }) => [kind, content['outcome'] ?? null]);
    expect(closing).toEqual([['day_closed', null], ['reception_ended', null], ['reception_ended', null]]);
    expect((await office.day('wang'))).toMatchObject({ state: 'day_closed', day: 'closed', duties: [{ kind: 'report_large_order' }, { kind: 'register_customer' }] });
    const rows: { id: string; state: string; reception: { state: string } | null }[] = (await (await office.as('manager')).get(office.at('/visits'))).json().rows;
    expect(rows.map(({ state, reception }) => [state, reception?.state])).toEqual([['gone', undefined], ['assigned', 'ended'], ['assigned', 'ended']]);
    const refused = [
      ['/arrivals', { says: { firstVisit: 'yes' } }, 'day_not_open'], [`/visits/${party.visit.id}/assign`, {}, 'day_not_open'],
      [`/receptions/${receptionOf(first)}/end`, { outcome: 'interested' }, 'reception_not_open'], ['/presence/out', { reason: 'lunch', agentId: office.idOf('wang') }, 'agent_not_signed_in'],
      ['/day/close', {}, 'day_not_open'],
    ] as const;
    for (const [path, body, code] of refused) expect(refusal(await office.does('manager', path, body))).toEqual([409, code]);
    expect(await office.verification()).toMatchObject(untouched);
  });

  it('keeps the line for tomorrow where the rules keep it, and closes what nobody closed', async () => {
    const office = await everybodyIn(test, { called: 'keeping' });
    const open = await office.arrives();
    expect(await office.line()).toEqual(['li', 'zhao', 'chen', 'wang']);
    office.sets('2026-11-22', '08:40');
    expect(await office.board()).toMatchObject({ day: 'not_opened' });
    expect(refusal(await office.does('desk', '/arrivals', { says: { firstVisit: 'yes' } }))).toEqual([409, 'day_not_open']);
    await office.signsIn('wang', 'li', 'zhao', 'chen');
    expect(await office.line()).toEqual(['li', 'zhao', 'chen', 'wang']);
    expect((await office.entries()).map(({ kind }) => kind)).toContain('day_closed');
    expect(refusal(await office.does('desk', `/receptions/${receptionOf(open)}/end`, { outcome: 'interested' }))).toEqual([409, 'reception_not_open']);
    expect(await office.board()).toMatchObject({ day: 'open', businessDate: '2026-11-22', receiving: [], line: [{ countedToday: 0 }, {}, {}, {}] });
    expect(await office.verification()).toMatchObject(untouched);
  });

  it('builds the line anew where the rules reset it, in the order people sign in', async () => {
    const office = await beforeOpening(test, { called: 'reset', policy: rules({ order_basis: 'daily_signin', reset: 'daily' }) });
    await office.signsIn('chen', 'wang', 'li');
    await office.receives();
    expect(await office.line()).toEqual(['wang', 'li', 'chen']);
    office.sets('2026-11-22', '08:40');
    await office.signsIn('li', 'chen');
    expect(await office.line()).toEqual(['li', 'chen']);
    expect(await office.verification()).toMatchObject(untouched);
  });

  it('builds the line anew with each campaign where the rules say so, and at no other opening (P04)', async () => {
    const office = await everybodyIn(test, { called: 'campaign', policy: rules({ reset: 'per_campaign' }) });
    granted(await office.does('admin', '/policy/periods', { fromDate: '2026-11-23', toDate: '2026-11-24', version: 1, note: '秋季展会' }));
    const lines: string[] = [];
    for (const date of ['2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25']) {
      office.sets(date, '09:00');
      if (lines.length > 0) await office.signsIn('wang', 'li', 'zhao', 'chen');
      lines.push((await office.line()).join(' '));
      await office.receives();
    }
    expect(lines).toEqual(['wang li zhao chen', 'li zhao chen wang', 'wang li zhao chen', 'li zhao chen wang', 'wang li zhao chen']);
    expect(await office.verification()).toMatchObject(untouched);
  });

  it('lets teams take turns where a team holds one place, and a team stand in the lines of its channels only (P03)', async () => {
    const office = await beforeOpening(test, { called: 'teams', policy: rules({ places: 'each_team', team_channels: [{ team: '电话组', channels: ['call'] }] }) });
    const joins = async (name: string, team: string) => granted(await (await office.as('admin')).patch(office.at(`/people/${office.idOf(name)}`), { team }));
    for (const [name, team] of [['wang', '一组'], ['li', '二组'], ['zhao', '一组'], ['chen', '电话组']] as const) await joins(name, team);
    await office.signsIn('wang', 'li', 'zhao', 'chen');
    const board = await office.board();
    expect(board.line.map(({ agent, team }) => [office.nameOf(agent.id), team])).toEqual([['wang', '一组'], ['zhao', '一组'], ['li', '二组']]);
    expect(board.up.map(({ agent }) => office.nameOf(agent.id))).toEqual(['wang', 'li', 'zhao']);
    expect(office.nameOf(board.calls?.next?.id)).toBe('wang');
    expect((await office.day('zhao'))).toMatchObject({ state: 'in_line', position: 3 });
    const received = [await office.receives(), await office.receives(), await office.receives()].map(({ visit }) => office.nameOf(visit.receiver?.id));
    expect(received).toEqual(['wang', 'li', 'zhao']);
    await joins('zhao', '二组');
    expect(await office.line()).toEqual(['li', 'zhao', 'wang']);
    expect(await office.line('call')).toEqual(['wang', 'li', 'zhao', 'chen']);
    expect(await office.verification()).toMatchObject(untouched);
  });

  it('puts who signs in late at the tail of every line where the rules say so', async () => {
    const office = await beforeOpening(test, { called: 'late', policy: rules({ late_signin: 'tail', late_after: '09:15' }) });
    await office.signsIn('li', 'chen');
    test.clock.set('2026-11-21T09:16:00+08:00');
    await office.signsIn('wang');
    expect(await office.line()).toEqual(['li', 'chen', 'wang']);
    expect((await office.day('wang')).turns).toMatchObject([{ kind: 'moved_to_tail', reason: 'late_signin' }, { kind: 'moved_to_tail', reason: 'late_signin' }]);
  });

  it('fines who signs in late once a day where the rules say so, and whoever hears appeals may take the fine back (P19)', async () => {
    const office = await beforeOpening(test, { called: 'fined', policy: rules({ late_signin: 'fine', late_after: '09:15', late_fine_yuan: 10 }) });
    await office.signsIn('li', 'chen');
    test.clock.set('2026-11-21T09:16:00+08:00');
    await office.signsIn('wang');
    for (const again of ['wang', 'li']) granted(await office.does('manager', '/presence/sign-out', { agentId: office.idOf(again) }));
    await office.signsIn('wang', 'li');
    const [late, ...others] = granted<PenaltiesView>(await (await office.as('manager')).get(office.at('/penalties'))).penalties;
    expect([late, others]).toMatchObject([{ agent: { id: office.idOf('wang') }, trigger: 'late_signin', issuedBy: null, reason: null, decision: { clause: 'P19', times: 1, fineFen: 1_000, deductFen: 0, loseTurns: 0 } }, []]);
    granted(await office.does('wang', `/penalties/${late?.id}/appeal`, { reason: '打卡机坏了' }));
    granted(await office.does('admin', `/penalties/${late?.id}/hearing`, { upheld: true, reason: '属实' }));
    const month = granted<PenaltyStatement>(await (await office.as('wang')).get(office.at(`/penalties/statement?agent=${office.idOf('wang')}&month=2026-11`)));
    expect([month.fineFen, month.lines.map(({ fineFen }) => fineFen)]).toEqual([0, [1_000, -1_000]]);
    expect(await office.verification()).toMatchObject(untouched);
  });

  it('orders by fewest new customers, from the counts the office began with', async () => {
    const office = await everybodyIn(test, { called: 'fewest', policy: rules({ order_basis: 'least_new_customers', tie_break: 'roster' }) });
    const counter = async (name: string, newCustomers: number) => granted(await (await office.as('manager')).put(office.at('/line/counters'), { queue: 'visit', agentId: office.idOf(name), newCustomers, reason: '启用前累计' }));
    for (const [name, count] of [['wang', 3], ['li', 1], ['zhao', 2], ['chen', 1]] as const) await counter(name, count);
    expect(await office.line()).toEqual(['li', 'chen', 'zhao', 'wang']);
    await office.receives();
    expect(await office.line()).toEqual(['chen', 'li', 'zhao', 'wang']);
    expect(await office.verification()).toMatchObject(untouched);
  });
});
