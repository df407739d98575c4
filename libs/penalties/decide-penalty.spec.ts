import { presets } from '@lunjie/policy';
import { decidePenalty, type Offence } from './index';

const offence = (given: Partial<Offence>): Offence => ({ trigger: 'slip', severity: null, times: 1, dayBasePayFen: 16_400, monthBasePayFen: 360_000, monthBonusFen: 800_000, ...given });
const customers = presets['ownership-rules'].tables.penalties;
const calls = presets['call-rules'].tables.penalties;

describe('what a violation brings', () => {
  it('S-35: a serious one costs the month\'s base pay and half the month\'s bonus, an ordinary one the day\'s base pay (003 §(二)4)', () => {
    expect(decidePenalty(customers, offence({ trigger: 'grabbing', severity: 'serious' }))).toMatchObject({ row: 'grabbing_serious', deductFen: 760_000 });
    expect(decidePenalty(customers, offence({ trigger: 'grabbing', severity: 'ordinary' }))).toMatchObject({ row: 'grabbing_ordinary', deductFen: 16_400 });
  });

  it('S-30: every slip suspends for a week, the third leads to a review (000 §12A)', () => {
    expect(decidePenalty(calls, offence({ times: 2 }))).toMatchObject({
      row: 'slip', suspendFor: { amount: 1, unit: 'week' }, escalation: 'none', rulesNotMatched: [{ row: 'third_slip', fact: 'slips', expected: '>=3', actual: '2' }],
    });
    for (const times of [3, 4]) expect(decidePenalty(calls, offence({ times }))).toMatchObject({ row: 'third_slip', suspendFor: { amount: 1, unit: 'week' }, escalation: 'demotion_review' });
  });

  it('brings nothing where the schedule knows no such violation', () => {
    expect(decidePenalty(calls, offence({ trigger: 'grabbing', severity: 'serious' }))).toMatchObject({ row: null, deductFen: 0, suspendFor: null, escalation: 'none' });
  });
});
