import { dealRow, li } from '../../testing/deals';
import { PageInSpec } from '../../testing/pages';
import DealsPage from './deals-page';

describe('the list of deals', () => {
  let page: PageInSpec;

  beforeEach(async () => {
    page = await PageInSpec.of('deals', DealsPage, 'deals');
  });

  const open = async (address: string, role: 'agent' | 'manager' = 'manager') => {
    await page.open(address, role);
    await page.answer('GET', '/deals', { deals: [dealRow(), dealRow({ id: 'd-2', unit: '8-1-1204', stage: 'cancelled', handler: li, closer: li, receivedFen: 0 }), dealRow({ id: 'd-3', unit: '8-1-1205', stage: 'soft_deposit', disputed: true, softUntil: Date.parse('2026-05-09T02:00:00Z') })] });
  };
  const units = () => [...page.element.querySelectorAll('.unit')].map((one) => one.textContent);

  it('says how far each is and how much of it came, and looks for what the address says', async () => {
    await open('/deals?stage=running');
    expect(units()).toEqual(['8-1-1203', '8-1-1205']);
    expect(page.text()).toContain('已收 300,000 元（30%）');
    expect(page.text()).toContain('2 笔，总价 2,000,000 元');
    await page.go('/deals?agent=li');
    expect(units()).toEqual(['8-1-1204']);
    await page.go('/deals?disputed');
    expect(units()).toEqual(['8-1-1205']);
    expect(page.text()).toContain('有争议 小定到');
    await page.go('/deals?stage=forfeited');
    expect(page.text()).toContain('没有这样的成交');
  });

  it('asks an agent for no agent: the deals are their own', async () => {
    await open('/deals', 'agent');
    expect(page.element.querySelectorAll('select')).toHaveLength(1);
  });
});
