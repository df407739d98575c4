import { sellingOffice } from '../api/src/deals/testing/selling-office';
import { describeOnBothDatabases } from '../api/src/platform/testing/both-databases';
import { CountingCheck } from '../api/src/reports/counting-check';
import { KeptSums0130 } from './0130-kept-sums';

describeOnBothDatabases('a database from when every sum was a row', (open) => {
  it('keeps what was counted', async () => {
    const test = await open();
    const selling = await sellingOffice(test, 'summed', {}, ['wang', 'li']);
    const { office } = selling;
    const { visit } = await office.receives({ phone: '13800000001', name: '孙丽' });
    const [unit = ''] = await selling.units({ 1201: 1_000_001 });
    await office.does('manager', `/units/${unit}/deposits`, { kind: 'firm', customer: visit.customerId, closer: office.idOf('wang'), depositFen: 5_000_000 });
    const counting = test.app.get(CountingCheck, { strict: false });
    const rows = () => test.dataSource.query<unknown[]>('SELECT * FROM report_tally ORDER BY office_id, period, starts_on, dimension');
    expect(await counting.faults(office.id)).toEqual([]);
    const kept = await rows();
    const runner = test.dataSource.createQueryRunner();
    await new KeptSums0130().down(runner);
    expect(await rows()).toContainEqual(expect.objectContaining({ dimension: 'all', kind: 'firm_deposit', period: 'week' }));
    await new KeptSums0130().up(runner);
    await runner.release();
    expect(await rows()).toEqual(kept);
    expect(await counting.faults(office.id)).toEqual([]);
  });
});
