import type { DealPage } from '@lunjie/contracts';
import { dealPage, li, wang } from '../../../testing/deals';
import { PageInSpec } from '../../../testing/pages';
import { member } from '../../../testing/staff';
import DealPageHere from './deal-page';
import { leftOf, planOf } from './plan-rows';

describe('a deal', () => {
  let page: PageInSpec;

  beforeEach(async () => {
    page = await PageInSpec.of('deals/:id', DealPageHere, 'deals', 'receipts', 'claims', 'customers', 'reception', 'verdict');
  });

  const open = async (changes: Partial<DealPage> = {}, role: 'agent' | 'manager' | 'finance' = 'manager') => {
    await page.open('/deals/d-1', role);
    await page.answer('GET', '/deals/d-1', dealPage(changes));
    await page.answer('GET', '/people', [member(), member({ id: 'li', name: '李强' })]);
  };
  const act = async (name: string) => {
    page.element.querySelector<HTMLElement>(`[data-act=${name}]`)?.click();
    await page.shown();
  };
  const acts = () => [...page.element.querySelectorAll('[data-act]')].map((one) => one.getAttribute('data-act'));

  it.each([
    [{ dueOn: '2026-05-16', daysLate: null }, '应签日 5月16日 登记簿'], [{ dueOn: '2026-05-07', daysLate: 2 }, '应签日 5月7日（逾期 2 天） 登记簿'], [null, '折扣 95.24% 登记簿'],
  ])('says by when the contract is to be signed, and how late it is: %j', async (signing, says) => {
    await open({ stage: 'firm_deposit', signedDate: null, signing });
    expect(page.text()).toContain(says);
  });

  it('tells its stages, its money and who is paid by which clause, with what would have been otherwise in 元', async () => {
    await open();
    const text = page.text();
    expect([...page.element.querySelectorAll('lj-stage-line .done .name')].map((one) => one.textContent)).toEqual(['大定', '签约']);
    expect(text).toContain('逾期 199,999.50 元');
    expect(text).toContain('逾期，5月7日已书面催款');
    expect(text).toContain('提成 4,000 元');
    const shares = [...page.element.querySelectorAll('lj-split-card .shares li')].map((one) => one.textContent);
    expect(shares).toEqual([expect.stringMatching(/王敏.*80%.*3,200 元.*003 §\(五\)3\(3\)/), expect.stringMatching(/李强.*20%.*800 元/)]);
    expect(page.element.querySelector('.otherwise')?.textContent).toMatch(/50% · 2,000 元.*50% · 2,000 元/);
    expect(page.element.querySelectorAll('lj-ledger-card tbody tr')).toHaveLength(2);
    expect(text).toContain('登记簿第 36 条');
  });

  it('offers what the api says may be done, and asks only what it needs', async () => {
    await open({ acts: ['contract', 'name_change'] }, 'agent');
    expect(acts()).toEqual(['contract', 'name_change']);
    await act('contract');
    await page.type('#contract-number', 'HT-10');
    await page.press('加一期');
    expect(page.element.querySelector<HTMLInputElement>('fieldset .box input')?.value).toBe('1000000');
    await page.type('fieldset .box input', '30万');
    expect(page.text()).toContain('还差 700,000 元');
    await page.press('加一期');
    await page.type('#due-1', '2026-06-30');
    expect(page.text()).toContain('各期合计正好是总价');
    await page.send();
    expect(page.asked('POST', '/deals/d-1/contract').request.body).toMatchObject({ contractNumber: 'HT-10', instalments: [{ fen: 30_000_000, kind: 'own' }, { dueOn: '2026-06-30', fen: 70_000_000 }] });
  });

  it('keeps the question open with the reason where a step is refused', async () => {
    await open({ acts: ['exchange'] });
    await act('exchange');
    await page.answer('GET', '/units', { buildings: [{ building: '8', entrance: null, columns: ['01'], counts: {}, floors: [{ floor: 1, units: [{ id: 'u-2', code: '8-101', layout: '两房', state: 'available', listPriceFen: 90_000_000 }] }] }] });
    const select = page.element.querySelector<HTMLSelectElement>('#exchange-unit');
    if (select) select.value = 'u-2';
    select?.dispatchEvent(new Event('change'));
    await page.shown();
    expect(page.text()).toContain('少 100,000 元');
    await page.type('#exchange-why', '客户要求');
    await page.send();
    await page.refuse('POST', '/deals/d-1/exchange', 'exchange_cheaper', {});
    await page.answerEach('GET', '/deals/d-1', dealPage({ acts: ['exchange'] }));
    expect(page.element.querySelector('lj-sheet [role=alert]')).not.toBeNull();
  });

  it('lets finance record what is due next to the 分, and take a receipt back with a reason', async () => {
    await open({ acts: ['receipt', 'refund'] }, 'finance');
    expect(acts()).toEqual(['receipt']);
    await act('receipt');
    expect(page.element.querySelector<HTMLInputElement>('lj-receipt-question .box input')?.value).toBe('199999.50');
    await page.type('lj-receipt-question .box input', '0.07');
    await page.send();
    expect(page.asked('POST', '/deals/d-1/receipts').request.body).toMatchObject({ kind: 'price', fen: 7, method: 'transfer' });
    await page.press('冲销');
    await page.type('#act-reason', '记错了');
    await page.send();
    expect(page.asked('POST', '/receipts/r-1/withdrawal').request.body).toEqual({ reason: '记错了' });
  });

  it('shows who disputes a deal and what waits, and asks only after saying what settling it moves', async () => {
    const contest: DealPage['contest'] = {
      case: { id: 'x-1', kind: 'deal_claimed', state: 'open', step: 'department', dueAt: null }, parties: [wang, li], waits: [{ payee: 'owner', agent: wang, fen: 320_000 }],
    };
    await open({ dispute: 'open', frozen: true, contest, acts: ['settlement'] });
    const card = page.element.querySelector('lj-contest-card');
    expect(card?.textContent).toMatch(/王敏.*李强都说是自己的客户.*部门调解中.*争议未决，暂不发放.*王敏 *3,200 元/s);
    expect(card?.querySelector('a')?.getAttribute('href')).toBe('/disputes?case=x-1');
    await act('settlement');
    const sends = () => page.element.querySelector<HTMLButtonElement>('form button[type=submit]');
    await page.type('#settle-why', '当众争吵');
    page.element.querySelector<HTMLElement>('input[value=quarrel]')?.click();
    await page.shown();
    expect(sends()?.disabled).toBe(true);
    await page.answer('POST', '/deals/d-1/settlement/preview', { before: [{ payee: 'owner', agent: wang, fen: 320_000 }], after: [{ payee: 'department', agent: null, fen: 320_000 }], payable: [{ payee: 'department', agent: null, fen: 320_000 }] });
    expect([...page.element.querySelectorAll('.moves p')].map((one) => one.textContent)).toEqual(['王敏：3,200 元 → 0 元', '部门：0 元 → 3,200 元', '部门：3,200 元 马上可发放']);
    await page.send();
    expect(page.asked('POST', '/deals/d-1/settlement').request.body).toEqual({ step: 'negotiation', result: 'quarrel', reason: '当众争吵' });
  });

  it('shows no reasons where the office publishes conclusions only', async () => {
    await open({ split: null, decision: null }, 'agent');
    expect(page.text()).toContain('只公布结论');
    expect(page.element.querySelector('lj-split-card')).toBeNull();
  });
});

describe('a payment plan', () => {
  it('is sent only when it is the price', () => {
    const rows = [{ dueOn: '2026-06-01', fen: 40, kind: 'own' }, { dueOn: '2026-07-01', fen: 60, kind: 'loan' }] as const;
    expect([leftOf(100, rows), planOf(100, rows)]).toEqual([0, rows]);
    expect([leftOf(101, rows), planOf(101, rows), planOf(100, [...rows.slice(1), { dueOn: '', fen: 40, kind: 'own' }])]).toEqual([1, null, null]);
  });
});
