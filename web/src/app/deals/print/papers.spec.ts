import { dealPage } from '../../../testing/deals';
import { PageInSpec } from '../../../testing/pages';
import ReceiptPaper from './receipt-paper';
import SubscriptionPaper from './subscription-paper';

describe('papers of a deal', () => {
  it('are a subscription in numbered copies with the terms that were entered and their hash', async () => {
    const page = await PageInSpec.of('deals/:id/subscription/:number', SubscriptionPaper, 'deals');
    await page.open('/deals/d-1/subscription/3', 'agent');
    await page.answer('GET', '/deals/d-1', dealPage({ priceFen: 1 }));
    expect([...page.element.querySelectorAll('.paper .top strong')].map((one) => one.textContent)).toEqual(['编号 000003-1 · 客户联', '编号 000003-2 · 财务联']);
    expect(page.text()).toContain('1,000,000 元（壹佰万元整）');
    expect(page.text()).toContain(`登记簿第 33 条 fedc ba98 7654 3210 · 条款 SHA-256 ${'ab'.repeat(32)}`);
  });

  it('are a numbered receipt whose amount stands in capitals', async () => {
    const page = await PageInSpec.of('deals/:id/receipt/:number', ReceiptPaper, 'deals');
    await page.open('/deals/d-1/receipt/7', 'finance');
    await page.answer('GET', '/deals/d-1', dealPage());
    expect(page.text()).toContain('No. 000007');
    expect(page.text()).toContain('大写 壹拾万元伍角 ');
    expect(page.text()).toContain('登记簿第 41 条 0123 4567 89ab cdef');
    await page.go('/deals/d-1/receipt/8');
    expect(page.text()).toContain('没有这一份');
  });
});
