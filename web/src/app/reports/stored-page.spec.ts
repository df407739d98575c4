import { jest } from '@jest/globals';
import type { StoredSheetPage } from '@lunjie/contracts';
import { morning } from '../../testing/decisions';
import { PageInSpec } from '../../testing/pages';
import { visibleText } from '../../testing/visible-text';
import StoredPage from './stored-page';

const sheet = (id: string, period: 'day' | 'week' | 'month', from: string, to: string, corrected: number): StoredSheetPage['sheets'][number] => ({ id, period, span: { from, to }, madeAt: morning, entry: 900, digest: 'ab12'.repeat(16), corrected });

describe('the stored sheets', () => {
  it('are listed with their entry, fingerprint and corrections, lead to the sheet, the printer and the file, and go on where there are more', async () => {
    jest.spyOn(Date, 'now').mockReturnValue(morning);
    const page = await PageInSpec.of('reports/stored', StoredPage, 'reports');
    await page.open('/reports/stored', 'manager');
    await page.answer('GET', '/reports/stored', { sheets: [sheet('s3', 'month', '2026-04-01', '2026-04-30', 2), sheet('s2', 'week', '2026-04-27', '2026-05-03', 0), sheet('s1', 'day', '2026-05-08', '2026-05-08', 0)], next: 812 });
    expect([...page.element.querySelectorAll('tbody tr')].map((row) => visibleText(row))).toEqual([
      '2026年4月 月报 2026/05/09 10:32:00 900 ab12ab12ab12 存档后更正 2 处 打开 打印 Excel', '4月27日 – 5月3日 周报 2026/05/09 10:32:00 900 ab12ab12ab12 没有 打开 打印 Excel', '2026年5月8日周五 日报 2026/05/09 10:32:00 900 ab12ab12ab12 没有 打开 打印 Excel',
    ]);
    // As cards on a phone each figure says what it is.
    const heads = [...page.element.querySelectorAll('thead th')].map((head) => visibleText(head));
    expect([...page.element.querySelectorAll('tbody tr:first-child td')].map((cell) => cell.getAttribute('data-label'))).toEqual([...heads.slice(1, -1), null]);
    expect([...page.element.querySelectorAll('tbody tr:nth-child(2) a')].map((one) => one.getAttribute('href'))).toEqual([
      '/reports?period=week&date=2026-04-27&as=stored', '/reports?period=week&date=2026-04-27&as=stored&then=print', '/api/offices/office-1/reports/sheets/s2/file?format=xlsx&language=zh',
    ]);
    await page.go('/reports/stored?period=week&before=812');
    await page.answer('GET', '/reports/stored?period=week&before=812', { sheets: [], next: null });
    expect(page.text()).toMatch(/还没有存档的报表.*回到最新/);
    jest.restoreAllMocks();
  });
});
