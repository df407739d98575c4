import type { CommissionStatement, PayoutSheet } from '@lunjie/contracts';
import { chen, li, wang } from '../../testing/deals';
import { PageInSpec } from '../../testing/pages';
import { member } from '../../testing/staff';
import CommissionPage from './commission-page';
import { monthFrom, monthPlus } from './months';
import PayoutPage from './payout-page';

const statement: CommissionStatement = {
  month: '2026-04', agent: wang, lines: [
    { date: '2026-04-02', kind: 'accrual', deal: 'd-1', unit: '8-1-1203', customer: chen, fen: 320_000, entry: 31 }, { date: '2026-04-05', kind: 'release', deal: 'd-1', unit: '8-1-1203', customer: chen, fen: 224_000, entry: 40 },
    { date: '2026-04-09', kind: 'clawback', deal: 'd-2', unit: '8-1-1204', customer: chen, fen: -50_000, entry: 52 },
  ],
  sums: { accruedFen: 320_000, reversedFen: 0, adjustedFen: 0, releasedFen: 224_000, clawedBackFen: -50_000 }, openBeforeFen: 0, openAfterFen: 146_000, penalties: [{ date: '2026-04-10', trigger: 'grabbing', clause: '003 §(二)5', deductFen: 10_000, entry: 60 }], penaltiesFen: 10_000,
  payableFen: 164_000, credit: { deals: 0.8, priceFen: 80_000_000 },
};

describe('the commission of a month', () => {
  it('is an agent\'s own: what is paid out, and the deal behind every posting', async () => {
    const page = await PageInSpec.of('commission', CommissionPage, 'commission', 'deals', 'penalties');
    await page.open('/commission?month=2026-04&agent=li', 'agent');
    await page.answer('GET', '/people', [member()]);
    await page.answer('GET', '/commission/statement?month=2026-04&agent=zhao', statement);
    expect(page.text()).toContain('本月实发 1,640 元');
    expect(page.text()).toContain('本月业绩 0.8 套，800,000 元');
    expect([...page.element.querySelectorAll('article h3')].map((one) => one.textContent)).toEqual(['8-1-1204 · 陈女士', '8-1-1203 · 陈女士']);
    expect(page.text()).toContain('抢客 003 §(二)5 登记簿第 60 条 -100 元');
    expect(page.element.querySelector('select')).toBeNull();
    // On paper: whose, of when, and signed.
    expect([page.element.querySelector('.whose')?.textContent, page.element.querySelector('.signature')?.textContent]).toEqual([expect.stringMatching(/ · 王敏 · 2026-04$/), '本人核对无误，签字：']);
    let printed = 0;
    window.print = () => { printed += 1; };
    await page.press('打印');
    expect(printed).toBe(1);
  });

  it('is anybody\'s for who leads', async () => {
    const page = await PageInSpec.of('commission', CommissionPage, 'commission', 'deals', 'penalties');
    await page.open('/commission?month=2026-04&agent=li', 'manager');
    await page.answer('GET', '/people', [member(), member({ id: 'li', name: '李强' })]);
    await page.answer('GET', '/commission/statement?month=2026-04&agent=li', { ...statement, agent: li, lines: [] });
    expect(page.element.querySelector<HTMLSelectElement>('select')?.value).toBe('li');
    expect(page.text()).toContain('这个月没有提成记录');
  });

  it('is paid out by a sheet in the order of the paper, which auditors do not take away', async () => {
    const page = await PageInSpec.of('commission/payout', PayoutPage, 'commission', 'deals');
    const sheet: PayoutSheet = {
      month: '2026-04', releasedFen: 224_000, clawedBackFen: -50_000,
      rows: [{ deal: 'd-1', unit: '8-1-1203', customer: chen, stage: 'contract', priceFen: 100_000_000, receivedFen: 30_000_000, commissionFen: 400_000, payee: 'owner', agent: wang, points: 8_000, earnedFen: 320_000, releasedBeforeFen: 0, releasedFen: 224_000, clawedBackFen: -50_000, entries: [{ number: 51, hash: '0123456789abcdef' }] }],
    };
    await page.open('/commission/payout?month=2026-04', 'auditor');
    await page.answer('GET', '/commission/payout?month=2026-04', sheet);
    expect([...page.element.querySelectorAll('thead th')].map((one) => one.textContent)).toEqual(['房号', '客户', '总价', '回款', '提成', '比例', '分单人', '分配比例', '应发', '本月可发', '已发', '扣回', '登记簿', '签收']);
    expect([...page.element.querySelectorAll('tbody td')].map((one) => one.textContent)).toEqual(['陈女士', '1,000,000', '300,000', '4,000', '4.00‰', '王敏', '80%', '3,200', '2,240', '0', '-500', '51 · 0123 4567 89ab cdef', '']);
    expect(page.element.querySelector('.people')?.textContent).toContain('1,740 元');
    expect(page.element.querySelector('a[download]')).toBeNull();
  });
});

describe('a month', () => {
  it('is never one that is still to come', () => {
    expect([monthPlus('2026-12', 1), monthPlus('2026-01', -1), monthFrom('2026-04', '2026-05-08'), monthFrom('2026-06', '2026-05-08'), monthFrom('x', '2026-05-08')]).toEqual(['2027-01', '2025-12', '2026-04', '2026-05', '2026-05']);
  });
});
