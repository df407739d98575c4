import type { ArrivalAnswer, FairnessKind, FairnessPage, FairnessRow, FairnessTurnsPage } from '@lunjie/contracts';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { fourAgents, everybodyIn, granted, receptionOf, refusal, type SalesOffice } from '../reception/testing/sales-office';

const minute = 60_000;
const saturday = '2026-11-21';

describeOnBothDatabases('the fairness statement', (open) => {
  let test: TestApp;
  let office: SalesOffice;

  beforeAll(async () => {
    test = await open();
    office = await everybodyIn(test);
  });

  beforeEach(() => test.clock.advance(minute));

  const page = async (query = '', reader = 'manager'): Promise<FairnessPage> => granted<FairnessPage>(await (await office.as(reader)).get(office.at(`/reports/fairness${query}`)));
  const turns = async (agent: string, query = '', reader = 'manager'): Promise<FairnessTurnsPage> =>
    granted<FairnessTurnsPage>(await (await office.as(reader)).get(office.at(`/reports/fairness/${office.idOf(agent)}/turns${query}`)));
  const rowOf = (told: FairnessPage, agent: string): FairnessRow | undefined => told.rows.find((row) => row.agent.name === agent);
  const figure = (told: FairnessPage, agent: string, kind: FairnessKind = 'all') => rowOf(told, agent)?.figures.find((one) => one.kind === kind);
  const given = (told: FairnessPage): readonly (number | undefined)[] => fourAgents.map((agent) => figure(told, agent)?.given);
  const due = (told: FairnessPage): readonly string[] => fourAgents.map((agent) => figure(told, agent)?.due.toFixed(4) ?? '');

  it('tells everybody in the line nothing before anybody came', async () => {
    const told = await page();
    expect(told).toMatchObject({ from: saturday, to: saturday, today: saturday, queue: 'visit', madeUp: 0, makeupOwed: 0, compared: 0, limit: 0.05 });
    expect([given(told), due(told)]).toEqual([[0, 0, 0, 0], ['0.0000', '0.0000', '0.0000', '0.0000']]);
    expect(figure(told, 'wang')).toMatchObject({ low: 0, high: 0, chance: 1, verdict: 'within' });
  });

  it('shares each turn among who stood ready when it was given', async () => {
    const first = await office.arrives();
    test.clock.advance(minute);
    await office.receives();
    const told = await page();
    // Of the first turn all four had a quarter; the second came while wang was receiving.
    expect([given(told), due(told)]).toEqual([[1, 1, 0, 0], ['0.2500', '0.5833', '0.5833', '0.5833']]);
    await office.ends(first);
    const rows = await turns('wang');
    expect(rows.rows.map(({ entry, stood, why, among, share, receiver, mode }) => [entry, stood, why?.code, among, share.toFixed(2), receiver.name, mode])).toEqual([
      [rows.rows[0]?.entry, 'not_due', 'receiving', 3, '0.00', 'li', 'in_turn'], [first.visit.entry, 'given', 'chosen_in_turn', 4, '0.25', 'wang', 'in_turn'],
    ]);
    expect(rows).toMatchObject({ agent: { id: office.idOf('wang'), name: 'wang' }, count: 2, due: 0.25, next: null });
    expect((await turns('zhao', '?stood=due')).rows.map(({ stood, why, at }) => [stood, why?.code, at > 0])).toEqual([['due', 'later_in_line', true], ['due', 'later_in_line', true]]);
    expect((await turns('wang', '?stood=due')).rows).toHaveLength(1);
    expect((await turns('wang', '?stood=given')).count).toBe(1);
  });

  it('leaves out what was undone and what was declared not counted, and counts the make-up for its owner alone', async () => {
    const before = await page();
    const mistaken = await office.arrives();
    granted(await office.does('desk', `/arrivals/${mistaken.visit.id}/undo`));
    expect([given(await page()), due(await page())]).toEqual([given(before), due(before)]);

    const peer = await office.arrives();
    const receiver = office.nameOf(peer.visit.receiver?.id) ?? '';
    expect(receiver).toBe('zhao');
    granted(await office.does('zhao', `/receptions/${receptionOf(peer)}/not-counted`, { visitorClass: 'peer', visitorPresent: true, note: '同行' }));
    granted(await office.does('manager', `/receptions/${receptionOf(peer)}/not-counted/ruling`, { accepted: true, note: '证实' }));
    const reversed = await page();
    expect([given(reversed), due(reversed)]).toEqual([given(before), due(before)]);
    expect([rowOf(reversed, 'zhao')?.makeupOwed, reversed.makeupOwed]).toEqual([1, 1]);

    const madeUp = await office.receives();
    expect(madeUp.visit).toMatchObject({ mode: 'credit', receiver: { id: office.idOf('zhao') } });
    const after = await page();
    expect(figure(after, 'zhao')?.due).toBeCloseTo((figure(before, 'zhao')?.due ?? 0) + 1, 9);
    expect(figure(after, 'chen')?.due).toBeCloseTo(figure(before, 'chen')?.due ?? 0, 9);
    expect(rowOf(after, 'zhao')).toMatchObject({ madeUp: 1, makeupOwed: 0 });
  });

  it('tells a period apart by day, customer and grade, and the make-ups owed when it ended', async () => {
    office.sets('2026-11-23', '09:00');
    await office.signsIn(...fourAgents);
    granted(await office.does('manager', '/turns/corrections', { agentId: office.idOf('wang'), kind: 'grant_makeup', turns: 2, reason: '补记' }));
    const graded = await office.arrives({ name: '孙丽', phone: '13800000007' });
    expect(graded.visit).toMatchObject({ mode: 'credit', receiver: { id: office.idOf('wang') } });
    granted(await (await office.as('wang')).put(office.at(`/receptions/${receptionOf(graded)}/form`), { grade: 'A' }));
    await office.ends(graded);
    const week = await page(`?from=${saturday}&to=2026-11-23`);
    expect(week.totals.map(({ kind, given: count }) => `${kind} ${count}`)).toEqual(['all 4', 'new 4', 'returning 0', 'weekday 1', 'weekend 3', 'grade_a 1', 'grade_b 0', 'grade_c 0', 'grade_d 0', 'ungraded 3']);
    expect(rowOf(week, 'wang')).toMatchObject({ madeUp: 1, makeupOwed: 1 });
    // On Saturday nothing was owed yet when the day ended.
    expect((await page(`?to=${saturday}`)).makeupOwed).toBe(0);
    expect((await turns('wang', `?from=${saturday}&to=2026-11-23&kind=grade_a&stood=given`)).rows.map(({ grade, businessDate }) => [grade, businessDate])).toEqual([['A', '2026-11-23']]);
  });

  it('reads the line of calls by itself', async () => {
    granted<object>(await office.does('desk', '/calls', { says: { firstVisit: 'unclear' }, name: '来电', phone: '13800000008', answeredBy: office.idOf('li') }));
    const calls = await page('?queue=call');
    expect(calls.queues).toContain('call');
    expect(calls.totals[0]?.given).toBe(1);
    expect(figure(calls, 'li')?.given).toBe(1);
    expect((await page()).totals[0]?.given).toBe(1);
  });

  it('tells an agent their own and the office\'s totals, nobody else\'s', async () => {
    const query = `?from=${saturday}&to=2026-11-23`;
    const [own, all] = [await page(query, 'li'), await page(query, 'auditor')];
    expect(own.rows).toEqual(all.rows.filter(({ agent }) => agent.name === 'li'));
    expect(own.rows).toHaveLength(1);
    expect(own.totals).toEqual(all.totals);
    expect((await turns('li', query, 'li')).count).toBeGreaterThan(0);
    expect(refusal(await (await office.as('li')).get(office.at(`/reports/fairness/${office.idOf('wang')}/turns`)))).toEqual([404, 'person_not_found']);
    expect(refusal(await (await office.as('desk')).get(office.at('/reports/fairness')))).toEqual([403, 'not_permitted']);
    expect(refusal(await (await office.as('manager')).get(office.at('/reports/fairness/nobody/turns')))).toEqual([404, 'person_not_found']);
  });

  it('is of days that are, 400 at most', async () => {
    const ask = async (query: string) => refusal(await (await office.as('manager')).get(office.at(`/reports/fairness?${query}`)));
    expect(await ask('from=2026-11-22&to=2026-11-21')).toEqual([422, 'period_impossible']);
    expect(await ask('from=2025-01-01&to=2026-11-21')).toEqual([422, 'period_impossible']);
    for (const query of ['from=yesterday', 'to=2026-02-30', 'queue=A%20B', 'agent=x']) expect(await ask(query)).toEqual([400, 'invalid_request']);
    for (const query of ['kind=x', 'stood=x', 'before=x']) {
      expect(refusal(await (await office.as('manager')).get(office.at(`/reports/fairness/${office.idOf('wang')}/turns?${query}`)))).toEqual([400, 'invalid_request']);
    }
    expect((await page('?from=2025-10-20&to=2026-11-23')).rows).toHaveLength(4);
  });

  it('reads the turns behind a figure in pages, none twice and none left out', async () => {
    for (let visit = 0; visit < 104; visit += 1) {
      test.clock.advance(minute);
      await office.receives();
    }
    const first = await turns('chen', '?stood=due');
    expect(first.rows).toHaveLength(100);
    const rest = await turns('chen', `?stood=due&before=${first.next ?? 0}`);
    const seqs = [...first.rows, ...rest.rows].map(({ seq }) => seq);
    expect([seqs.length, new Set(seqs).size, rest.next]).toEqual([first.count, first.count, null]);
    expect(seqs).toEqual(seqs.toSorted((one, other) => other - one));
    const told = await page();
    expect(figure(told, 'chen')?.due).toBeCloseTo(first.due, 9);
    expect(told.rows.map(({ figures: [all] }) => all?.verdict)).toEqual(['within', 'within', 'within', 'within']);
  });
});

describeOnBothDatabases('what the fairness statement is counted from', (open) => {
  it('is the register: given are the arrivals entered as counted less those taken back, due sums to them', async () => {
    const test = await open();
    const office = await everybodyIn(test, { called: 'register' });
    const undone: ArrivalAnswer[] = [];
    for (let visit = 0; visit < 24; visit += 1) {
      test.clock.advance(minute);
      if (visit % 5 === 1) granted(await office.does(fourAgents[visit % 4] ?? '', '/presence/out', { reason: visit % 2 === 0 ? 'official' : 'private' }));
      const answer = await office.arrives(visit % 4 === 2 ? { says: { firstVisit: 'yes', earlierContact: 'phone', named: [office.idOf(fourAgents[visit % 3] ?? '')] } } : {});
      if (visit % 7 === 3) undone.push(granted<ArrivalAnswer>(await office.does('desk', `/arrivals/${answer.visit.id}/undo`)));
      else if (answer.visit.reception) await office.ends(answer);
      if (visit % 5 === 3) granted(await office.does(fourAgents[(visit - 2) % 4] ?? '', '/presence/back'));
    }
    expect(undone).toHaveLength(3);
    const entries = await office.entries();
    const takenBack = new Set(entries.filter(({ kind }) => kind === 'visit_undone').map(({ corrects }) => corrects));
    const counted = entries.filter(({ number, kind }) => kind === 'visit' && !takenBack.has(number)).map(({ content }) => content['decision'] as ArrivalAnswer['visit']['decision']).filter(({ counts }) => counts);
    const { rows } = granted<FairnessPage>(await (await office.as('manager')).get(office.at('/reports/fairness')));
    for (const { agent, figures: [all] } of rows) expect([agent.name, all?.given]).toEqual([agent.name, counted.filter(({ chosen }) => chosen === agent.id).length]);
    expect(rows.reduce((sum, { figures: [all] }) => sum + (all?.due ?? 0), 0)).toBeCloseTo(counted.length, 9);
    expect(counted.length).toBeGreaterThan(15);
  });
});
