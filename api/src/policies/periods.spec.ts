import type { PolicyPeriodRow, PolicyVersionRow } from '@lunjie/contracts';
import { layOver, presets } from '@lunjie/policy';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { everybodyIn, granted, refusal, type SalesOffice } from '../reception/testing/sales-office';
import type { PolicyInForce } from './policies';

const fair = layOver(presets['reception-rules'], { id: 'fair', name: { zh: '展会制度', en: 'Fair rules' }, values: { escalation: { large_order_units: 2 } } });

describeOnBothDatabases('a fair with rules of its own', (open) => {
  let test: TestApp;
  let office: SalesOffice;
  let version: number;

  beforeAll(async () => {
    test = await open();
    office = await everybodyIn(test);
    ({ version } = granted<PolicyInForce>(await office.does('admin', '/policy/versions', { document: fair, forPeriodsOnly: true, note: '展会用' })));
  });

  const set = (fromDate: string, toDate: string, what = version): ReturnType<SalesOffice['does']> => office.does('admin', '/policy/periods', { fromDate, toDate, version: what, note: '秋季展会' });
  const cancel = (id: string): ReturnType<SalesOffice['does']> => office.does('admin', `/policy/periods/${id}/cancel`);
  const periods = async (): Promise<readonly PolicyPeriodRow[]> => granted(await (await office.as('chen')).get(office.at('/policy/periods')));
  const inForce = async (): Promise<number> => granted<PolicyInForce>(await (await office.as('chen')).get(office.at('/policy'))).version;

  it('are never in force by themselves', async () => {
    expect(await inForce()).toBe(1);
    const rows = granted<PolicyVersionRow[]>(await (await office.as('chen')).get(office.at('/policy/versions')));
    expect(rows.map((row) => [row.version, row.inForce, row.forPeriodsOnly])).toEqual([[2, false, true], [1, true, false]]);
    expect(refusal(await office.does('admin', '/policy/versions', { document: fair, forPeriodsOnly: true, effectiveFrom: test.clock.now() }))).toEqual([400, 'policy_unclear']);
  });

  it('decide on its dates, from the first minute to the last, and on no other', async () => {
    const period = granted<PolicyPeriodRow>(await set('2026-11-23', '2026-11-24'));
    expect(period).toMatchObject({ fromDate: '2026-11-23', toDate: '2026-11-24', version, note: '秋季展会', policyName: { zh: '展会制度' }, createdBy: { name: 'admin' }, cancelledAt: null, state: 'coming' });
    for (const [date, time, expected] of [['2026-11-22', '23:59', 1], ['2026-11-23', '00:00', version], ['2026-11-24', '23:59', version], ['2026-11-25', '00:00', 1]] as const) {
      office.sets(date, time);
      expect([date, time, await inForce()]).toEqual([date, time, expected]);
    }
    expect((await periods()).map(({ state }) => state)).toEqual(['over']);
    expect(refusal(await cancel(period.id))).toEqual([409, 'period_over']);
  });

  it('decide the arrivals of those dates', async () => {
    office.sets('2026-11-25', '08:00');
    granted(await set('2026-11-26', '2026-11-26'));
    for (const [date, decidedBy, duties] of [['2026-11-25', 1, 0], ['2026-11-26', version, 1], ['2026-11-27', 1, 0]] as const) {
      office.sets(date, '10:00');
      await office.signsIn('wang', 'li');
      const { decision } = (await office.arrives({ says: { firstVisit: 'yes', unitsWanted: 2 } })).visit;
      expect([decision.policyVersion, decision.duties.length]).toEqual([decidedBy, duties]);
    }
    expect(await office.verification()).toMatchObject({ lineFits: true });
  });

  it('end when the period is cancelled, which stays readable', async () => {
    office.sets('2026-11-28', '09:00');
    const running = granted<PolicyPeriodRow>(await set('2026-11-28', '2026-11-30'));
    expect([running.state, await inForce()]).toEqual(['running', version]);
    test.clock.advance(60_000);
    const cancelled = granted<PolicyPeriodRow>(await cancel(running.id));
    expect(cancelled).toMatchObject({ id: running.id, state: 'cancelled', cancelledAt: test.clock.now(), cancelledBy: { name: 'admin' } });
    expect(await inForce()).toBe(1);
    expect(refusal(await cancel(running.id))).toEqual([409, 'period_over']);
    expect(await periods()).toContainEqual(cancelled);
    granted(await set('2026-11-29', '2026-11-30'));
    const { entries } = granted<{ entries: { kind: string }[] }>(await (await office.as('admin')).get(office.at('/audit?size=3')));
    expect(entries.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['policy_period_set', 'policy_period_cancelled']));
  });

  it('are given to dates once, however many ask at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, (_, index) => set(`2026-12-0${1 + index}`, '2026-12-20')));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409, 409, 409, 409, 409]);
    expect((await periods()).filter(({ toDate }) => toDate === '2026-12-20')).toHaveLength(1);
  });

  it.each<[string, string, string, number | undefined, number, string]>([
    ['backwards', '2027-01-10', '2027-01-09', undefined, 422, 'period_backwards'],
    ['begun in the past', '2026-11-27', '2027-01-09', undefined, 422, 'period_in_past'],
    ['over another period', '2026-11-30', '2026-11-30', undefined, 409, 'period_overlaps'],
    ['of a version nobody published', '2027-01-10', '2027-01-12', 99, 404, 'policy_missing'],
    ['on a day the calendar does not have', '2027-02-29', '2027-03-01', undefined, 400, 'invalid_request'],
  ])('are refused for dates %s', async (_, from, to, what, status, code) => {
    const before = await periods();
    expect(refusal(await set(from, to, what))).toEqual([status, code]);
    expect(await periods()).toEqual(before);
  });

  it('are not cancelled under an unknown number', async () => {
    expect(refusal(await cancel('00000000-0000-7000-8000-ffffffffffff'))).toEqual([404, 'period_not_found']);
  });
});
