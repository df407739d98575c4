import { dealStages } from '@lunjie/contracts';
import { presets } from '@lunjie/policy';
import { signingOf, type Deposited } from './index';

const week = { ...presets.standard.values.deals, sign_within: { amount: 7, unit: 'day' as const } };
const deposited = (changes: Partial<Deposited> = {}): Deposited => ({ stage: 'firm_deposit', firmOn: '2026-05-02', signedOn: null, ...changes });

describe('when a contract is to be signed', () => {
  it('is so long after the firm deposit as the office says, and the day itself is in time', () => {
    expect(signingOf(deposited(), week, '2026-05-09')).toEqual({ dueOn: '2026-05-09', daysLate: null });
    expect(signingOf(deposited({ stage: 'subscription' }), week, '2026-05-10')).toEqual({ dueOn: '2026-05-09', daysLate: 1 });
    expect(signingOf(deposited({ firmOn: '2026-01-31' }), { ...week, sign_within: { amount: 1, unit: 'month' } }, '2026-03-29')).toEqual({ dueOn: '2026-02-28', daysLate: 29 });
  });

  it('stays as late as it was once it is signed, whatever became of the deal afterwards', () => {
    for (const stage of ['contract', 'delivered', 'cancelled'] as const) {
      expect(signingOf(deposited({ stage, signedOn: '2026-05-12' }), week, '2026-06-30').daysLate).toBe(3);
      expect(signingOf(deposited({ stage, signedOn: '2026-05-09' }), week, '2026-06-30').daysLate).toBeNull();
    }
  });

  it('is late only while the contract is still to come', () => {
    expect(dealStages.filter((stage) => signingOf(deposited({ stage }), week, '2026-06-30').daysLate !== null)).toEqual(['firm_deposit', 'subscription']);
  });

  it('is never where the office sets no time', () => {
    expect(signingOf(deposited(), presets.standard.values.deals, '2027-05-02')).toEqual({ dueOn: null, daysLate: null });
  });
});
