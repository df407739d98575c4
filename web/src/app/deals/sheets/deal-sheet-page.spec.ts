import { dealSheetColumns } from '@lunjie/contracts';
import { PageInSpec } from '../../../testing/pages';
import DealSheetPage from './deal-sheet-page';

describe('a sheet of deals', () => {
  it('has the columns of its form, its amounts in yuan and its codes in words, and is another one by the address', async () => {
    const page = await PageInSpec.of('deals/registers', DealSheetPage, 'papers');
    await page.open('/deals/registers', 'manager');
    await page.answer('GET', '/deals/registers/soft_deposits', { kind: 'soft_deposits', on: '2026-05-09', rows: [[1, '2026-05-02', '陈女士', '*** **** 0001', '8-1203', 11_850, 100_000_050, 10_000_000, '2026-05-05 10:00', '王敏', 'to_firm']] });
    const cells = [...page.element.querySelectorAll('tr')].map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent));
    expect(cells).toEqual([dealSheetColumns.soft_deposits.map(({ texts }) => texts.zh), ['1', '2026-05-02', '陈女士', '*** **** 0001', '8-1203', '118.50', '1,000,000.50', '100,000', '2026-05-05 10:00', '王敏', '转大定']]);
    expect([...page.element.querySelectorAll('a[download]')].map((link) => link.getAttribute('href'))).toEqual(['xlsx', 'csv'].map((format) => `/api/offices/office-1/deals/registers/soft_deposits/file?format=${format}&language=zh`));
    await page.go('/deals/registers?sheet=contracts');
    await page.answer('GET', '/deals/registers/contracts', { kind: 'contracts', on: '2026-05-09', rows: [] });
    expect(page.text()).toContain('签约明细');
    expect(page.text()).toContain('还没有可列的');
  });

  it('is read by an agent and taken along by nobody but who keeps it', async () => {
    const page = await PageInSpec.of('deals/registers', DealSheetPage, 'papers');
    await page.open('/deals/registers', 'agent');
    await page.answer('GET', '/deals/registers/soft_deposits', { kind: 'soft_deposits', on: '2026-05-09', rows: [] });
    expect(page.element.querySelector('a[download]')).toBeNull();
  });

  it('keeps the way back and offers to read again where it could not be read', async () => {
    const page = await PageInSpec.of('deals/registers', DealSheetPage, 'papers');
    await page.open('/deals/registers', 'agent');
    expect(page.element.querySelector('.print')).toBeNull();
    await page.refuse('GET', '/deals/registers/soft_deposits', 'not_permitted', {}, 403);
    expect(page.element.querySelector('.tools a')?.getAttribute('href')).toBe('/deals');
    await page.press('重试');
    await page.answer('GET', '/deals/registers/soft_deposits', { kind: 'soft_deposits', on: '2026-05-09', rows: [] });
    expect([page.text().includes('还没有可列的'), page.element.querySelector('.print') !== null]).toEqual([true, true]);
  });
});
