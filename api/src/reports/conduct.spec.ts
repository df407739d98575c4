import type { ConductFigures, ConductReport, RequestsHandled, Timeliness } from '@lunjie/contracts';
import fc from 'fast-check';
import { sellingOffice, type SellingOffice } from '../deals/testing/selling-office';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { granted, refusal } from '../reception/testing/sales-office';
import { add, ConductByHand, type Tree } from './testing/conduct-by-hand';
import { ConductHistory, firstActs, someAct } from './testing/conduct-history';

const timely: readonly (keyof Timeliness)[] = ['inTime', 'lateOne', 'lateFew', 'lateMore', 'overdue', 'pending'];
const handled: readonly (keyof RequestsHandled)[] = ['kept', 'late', 'overdue', 'pending', 'unanswered', 'satisfied', 'partly', 'dissatisfied', 'upheld', 'dismissed'];

/** The report's figures as the list made by hand has them. */
function told({ claims, disputes, commission, followUps, waiting, requests }: ConductFigures): Tree {
  const tree: Tree = {};
  add(tree, claims.proposed.number, 'proposed');
  for (const { clause, rulings, agents } of claims.clauses) {
    add(tree, rulings.number, 'claims', clause, 'rulings');
    for (const { agent, won, shared, lost } of agents) for (const [what, number] of Object.entries({ won, shared, lost })) add(tree, number, 'claims', clause, agent, what);
  }
  for (const what of ['opened', 'open', 'appealed', 'stood', 'fell'] as const) add(tree, disputes[what].number, 'disputes', what);
  for (const { outcome, settled } of disputes.outcomes) add(tree, settled.number, 'disputes', `by ${outcome}`);
  for (const { step, settled } of disputes.steps) add(tree, settled, 'disputes', `at ${step}`);
  for (const { clause, payees } of commission.clauses) for (const { payee, sums } of payees) for (const [kind, fen] of Object.entries(sums)) add(tree, fen, 'commission', clause, payee, kind);
  for (const row of followUps.agents) for (const what of timely) add(tree, row[what], 'tasks', row.agent, what);
  for (const what of ['waited', 'left', 'waiting'] as const) add(tree, waiting[what].number, 'waits', what);
  add(tree, waiting.received, 'waits', 'received');
  add(tree, waiting.waits.longestMs ?? 0, 'waits', 'longest');
  for (const row of requests.classes) for (const what of handled) {
    const figure = row[what];
    add(tree, typeof figure === 'number' ? figure : figure.number, 'requests', row.class, what);
  }
  return tree;
}

describeOnBothDatabases('ownership, money and service of a period', (open) => {
  let test: TestApp;
  let offices = 0;

  beforeAll(async () => {
    test = await open();
  });

  const begun = async (): Promise<SellingOffice> => {
    test.clock.set('2026-12-03T09:00:00+08:00');
    return sellingOffice(test, `conduct${offices += 1}`, { deals: { cancellation: 'any' }, register: { required_fields: { visit: [], call: [] } } }, ['wang', 'li']);
  };
  const read = async ({ office }: SellingOffice, query: string, by = 'manager'): Promise<ConductReport> => granted(await (await office.as(by)).get(office.at(`/reports/conduct?${query}`)));
  const byHand = (officeId: string): Promise<ConductByHand> => test.transactions.read(async (reading) => {
    const { rows: rulings } = await reading.run<{ id: string; entry_number: number | string }>('SELECT id, entry_number FROM ruling WHERE office_id = ?', [officeId]);
    const { rows: requests } = await reading.run<{ id: string; promised_at: number | string | null }>('SELECT id, promised_at FROM customer_request WHERE office_id = ?', [officeId]);
    return ConductByHand.of(reading, officeId, {
      entryOfRuling: new Map(rulings.map(({ id, entry_number: entry }) => [id, Number(entry)])), promisedAt: new Map(requests.map(({ id, promised_at: at }) => [id, at === null ? null : Number(at)])), now: test.clock.now(),
    });
  });

  it('equals a count by hand over the register, whatever happens', async () => {
    const seen = new Set<string>();
    await fc.assert(fc.asyncProperty(fc.array(someAct, { minLength: 25, maxLength: 40 }), async (acts) => {
      const selling = await begun();
      const history = new ConductHistory(test, selling, await selling.units({ 1201: 1_000_001, 1202: 1_500_003, 1203: 2_200_007 }));
      for (const one of [...firstActs, ...acts]) await history.play(one);
      const hand = await byHand(selling.office.id);
      for (const query of ['period=day&date=2026-12-03', 'period=week', 'period=week&date=2026-12-03', 'period=month&date=2026-12-03', 'period=range&from=2026-12-04&to=2026-12-06']) {
        const { now, before, span, previous } = await read(selling, query);
        const expected = hand.count(span.from, span.to);
        const { took, ...disputes } = (expected['disputes'] ?? {}) as Tree;
        expect([query, told(now)]).toEqual([query, { ...expected, ...Object.keys(disputes).length > 0 ? { disputes } : {} }]);
        const { took: tookBefore, ...disputesBefore } = (hand.count(previous.from, previous.to)['disputes'] ?? {}) as Tree;
        expect([query, (told(before)['disputes'] ?? {}), tookBefore === undefined]).toEqual([query, disputesBefore, before.disputes.settled.number === 0]);
        if (now.disputes.settled.number === 1) expect(now.disputes.medianMs).toBe(took);
        const { rows: [ledger] } = await test.transactions.read((reading) => reading.run<{ fen: number | string | null }>('SELECT SUM(fen) AS fen FROM commission_posting WHERE office_id = ? AND business_date >= ? AND business_date <= ?', [selling.office.id, span.from, span.to]));
        expect(Object.values(now.commission.sums).reduce((sum, fen) => sum + fen, 0)).toBe(Number(ledger?.fen ?? 0));
        for (const [part, figures] of Object.entries(expected)) for (const name of namesIn(part, figures)) seen.add(name);
      }
    }), { numRuns: 2, seed: 20_261_203, endOnFailure: true });
    const missing = ['claims won', 'claims lost', 'disputes opened', 'disputes open', 'disputes fell', 'disputes by agreed', 'disputes by quarrel', 'commission accrual', 'commission reversal', 'tasks inTime', 'tasks overdue',
      'waits received', 'waits left', 'requests kept', 'requests late', 'requests overdue', 'requests dissatisfied', 'requests upheld'].filter((name) => !seen.has(name));
    expect(missing).toEqual([]);
  }, 240_000);

  it('tells an agent what concerns them alone, and nobody of a complaint about themselves', async () => {
    const selling = await begun();
    const { office } = selling;
    const history = new ConductHistory(test, selling, await selling.units({ 1201: 1_000_001 }));
    for (const one of firstActs) await history.play(one);
    const [all, mine] = [await read(selling, 'period=month'), await read(selling, 'period=month', 'li')];
    expect([all.own, mine.own]).toEqual([false, true]);
    expect(Object.keys(mine.names)).toEqual([office.idOf('li')]);
    expect([mine.now.claims.agents, mine.now.followUps.agents].flat().every(({ agent }) => agent === office.idOf('li'))).toBe(true);
    expect(mine.now.claims.agents).toEqual(all.now.claims.agents.filter(({ agent }) => agent === office.idOf('li')));
    expect(all.now.requests.classes.find((each) => each.class === 'complaint')?.entered.number).toBe(1);
    expect(mine.now.requests.classes.some((each) => each.class === 'complaint')).toBe(false);
    expect(Object.values(mine.now.commission.sums)).not.toEqual(Object.values(all.now.commission.sums));
    expect((await read(selling, 'period=month', 'auditor')).now).toEqual(all.now);
    expect(refusal(await (await office.as('finance')).get(office.at('/reports/conduct?period=range&from=2026-12-02&to=2026-12-01')))).toEqual([422, 'report_span']);
  });
});

/** The last names of a tree's figures, with the part they belong to: `claims won`. */
function namesIn(part: string, figures: number | Tree): readonly string[] {
  return typeof figures === 'number' ? [part] : Object.entries(figures).flatMap(([name, below]) => typeof below === 'number' ? [`${part} ${name}`] : namesIn(part, below));
}
