import type { DueRow } from '@lunjie/contracts';
import { chen, receiptRow, wang } from '../../testing/deals';
import { PageInSpec } from '../../testing/pages';
import ReceiptsPage from './receipts-page';

describe('where finance receives', () => {
  let page: PageInSpec;
  const due: DueRow = { deal: 'd-1', unit: '8-1-1203', customer: chen, handler: wang, kind: 'loan', number: 2, dueOn: '2026-05-01', openFen: 70_000_000, overdue: true };

  beforeEach(async () => {
    page = await PageInSpec.of('receipts', ReceiptsPage, 'receipts', 'deals', 'customers', 'reception');
  });

  const open = async (role: 'finance' | 'manager') => {
    await page.open('/receipts?from=2026-05-01&to=2026-05-02', role);
    await page.answer('GET', '/dues', { dues: [due], overdueFen: 70_000_000, openFen: 70_000_000 });
    await page.answer('GET', '/receipts?from=2026-05-01&to=2026-05-02', { receipts: [receiptRow(), receiptRow({ id: 'r-2', number: 8, fen: -10_000_050, withdraws: 7 })], inAll: 2, receivedFen: 0, refundedFen: 0, feesFen: 0 });
  };

  it('records a payment that is due, typed in 元 and kept to the 分', async () => {
    await open('finance');
    expect(page.text()).toContain('其中逾期 700,000 元');
    expect(page.text()).toContain('冲销 7 号');
    await page.press('记收款');
    expect(page.element.querySelector('label.chosen')?.textContent).toContain('贷款');
    await page.type('lj-receipt-question .box input', '1,000.01');
    await page.send();
    const request = await page.answer('POST', '/deals/d-1/receipts', receiptRow());
    expect(request.request.body).toMatchObject({ kind: 'loan', fen: 100_001, method: 'loan' });
  });

  it('is for others to read', async () => {
    await open('manager');
    expect(page.text()).toContain('只有财务可以记收款');
    expect(page.element.querySelector('li button')).toBeNull();
  });
});
