import { dealPage } from '../../../testing/deals';
import { PageInSpec } from '../../../testing/pages';
import ChangePaper from './change-paper';
import ReceiptPaper from './receipt-paper';
import SlipPaper from './slip-paper';
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

  it('are an exchange with both units, the reason, who approved it and what became of the commission', async () => {
    const page = await PageInSpec.of('deals/:id/change/:entry', ChangePaper, 'deals');
    await page.open('/deals/d-1/change/34', 'manager');
    await page.answer('GET', '/deals/d-1', dealPage());
    expect([...page.element.querySelectorAll('tr')].map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
      ['申请人', '陈女士'], ['原房号', '8-1-1103'], ['现房号', '8-1-1203'], ['差价', '20,000 元'], ['原因', '换大一户型'], ['已付款', '100,000.50 元'], ['业绩处理', '冲回提成 3,920 元，重新计提 4,000 元'], ['置业顾问', '王敏'], ['审批', '周经理'], ['日期', expect.stringContaining('5月4日')],
    ]);
    expect(page.text()).toContain('换房申请');
    expect(page.text()).toContain('登记簿第 34 条 0011 2233 4455 66ff');
  });

  it('are the slip of a soft deposit with its terms as they were entered, and room for what is written by hand', async () => {
    const page = await PageInSpec.of('deals/:id/slip', SlipPaper, 'deals');
    await page.open('/deals/d-1/slip', 'agent');
    await page.answer('GET', '/deals/d-1', dealPage());
    expect([...page.element.querySelectorAll('tr')].map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
      ['订购人', '陈女士'], ['身份证号', ''], ['住址', ''], ['电话', ''], ['房屋编号', '8-1-1203'], ['户型', '三房'], ['建筑面积', '118.50 ㎡'], ['总价', '1,000,000 元（壹佰万元整）'], ['预约金', '20,000 元（贰万元整）'],
      ['有效期至', expect.stringMatching(/^2026\/\d\d\/\d\d \d\d:\d\d:\d\d$/)], ['置业顾问', '王敏'], ['日期', expect.stringContaining('5月1日')], ['备注', ''],
    ]);
    expect(page.text()).toContain('逾期未转的，房源释放');
    expect(page.text()).toContain('登记簿第 28 条 aabb ccdd eeff 0011');
  });

  it('say so where a deal has no such paper', async () => {
    const page = await PageInSpec.of('deals/:id/slip', SlipPaper, 'deals');
    await page.open('/deals/d-1/slip', 'agent');
    await page.answer('GET', '/deals/d-1', dealPage({ softDeposit: null }));
    expect(page.text()).toContain('没有这一份');
  });
});
