import { jest } from '@jest/globals';
import type { ReportRows, ReportView } from '@lunjie/contracts';
import { morning } from '../../testing/decisions';
import { PageInSpec } from '../../testing/pages';
import { figures, line, weekSheet } from '../../testing/reports';
import { visibleText } from '../../testing/visible-text';
import ReportsPage from './reports-page';

const week = '/reports?period=week&date=2026-05-04';
const rows: ReportRows = { inAll: 2, rows: [
  { kind: 'first_visit', date: '2026-05-09', entry: 811, agent: { id: 'li', name: '李强' }, customer: { id: 'c1', label: '何女士' }, deal: null, unit: null, area: 0, fen: 0 },
  { kind: 'first_visit', date: '2026-05-08', entry: 790, agent: null, customer: { id: 'c2', label: '' }, deal: null, unit: null, area: 0, fen: 0 },
] };

describe('the reports', () => {
  let page: PageInSpec;

  beforeEach(async () => {
    jest.spyOn(Date, 'now').mockReturnValue(morning);
    page = await PageInSpec.of('reports', ReportsPage, 'reports', 'me', 'calls', 'followUp', 'reception');
  });

  afterEach(() => void jest.restoreAllMocks());

  const rowTexts = () => [...page.element.querySelectorAll('lj-analysis-sheet tbody tr')].map((row) => visibleText(row));

  it('lay the week out as the paper does: blocks in order, shares, what changed, agents by place, what was not said last', async () => {
    await page.open(week, 'manager');
    await page.answer('GET', '/reports?period=week&date=2026-05-04', weekSheet());
    const told = rowTexts();
    expect(told[0]).toMatch(/^合计 4 比上期 ↓ −2 100.0%/);
    expect(told[0]).toMatch(/50.0% .*↑ \+30.0.* 10.0%/);
    expect(told.filter((row) => /^(户外大牌|网络|短信|未填)/.test(row)).map((row) => row.split(' ')[0])).toEqual(['户外大牌', '网络', '未填']);
    expect(told.find((row) => row.startsWith('户外大牌'))).toMatch(/6 比上期 ↑ \+2 60.0%/);
    expect(told.filter((row) => /^(王敏|李强|陈浩|没有顾问)/.test(row)).map((row) => row.split(' ').slice(0, 4).join(' '))).toEqual(['王敏 第 1 名', '李强 第 2 名', '陈浩 0 0 1', '没有顾问 0 1 比上期']);
    expect(page.text()).toMatch(/年龄：没有填写/);
    expect(told.some((row) => row.startsWith('短信'))).toBe(false);
    expect(page.text()).toContain('统计到登记簿第 812 条');
    expect(page.text()).toContain('至今');
  });

  it('open what stands behind a figure, keep it in the address, and leave it again', async () => {
    await page.open(`${week}&open=firstVisits&by=channel&of=billboard`, 'manager');
    await page.answer('GET', '/reports?period=week&date=2026-05-04', weekSheet());
    await page.answer('GET', '/reports/rows?period=range&from=2026-05-04&to=2026-05-10&figure=firstVisits&channel=billboard', rows);
    expect(page.text()).toMatch(/新访 · 户外大牌 · 5月4日 – 5月10日 共 2 条 5月9日 新访 何女士 李强 登记簿第 811 条 .*未留姓名的客户/);
    expect(page.element.querySelector('lj-rows-panel a')?.getAttribute('href')).toBe('/customers/c1');
    page.element.querySelector('dialog')?.dispatchEvent(new Event('cancel'));
    await page.shown();
    expect(page.element.querySelector('lj-rows-panel')).toBeNull();
  });

  it('lay the day out as the daily sheet: every row with its unit, beside yesterday the week, the month and everything', async () => {
    const day: ReportView = weekSheet({
      period: 'day', span: { from: '2026-05-09', to: '2026-05-09' }, previous: { from: '2026-05-08', to: '2026-05-08' },
      total: line('', { calls: 2, subscriptionsCancelled: 1, netContracts: -1, netArea: -9_050, netFen: -120_000_000, receivedFen: 5_000_050 }, { calls: 1 }),
      upTo: { week: figures({ calls: 9 }), month: figures({ calls: 20 }), ever: figures({ calls: 300 }) }, lines: { agent: [line('li', { calls: 2 })] },
    });
    await page.open('/reports', 'manager');
    await page.answer('GET', '/reports?period=day&date=2026-05-09', day);
    const told = [...page.element.querySelectorAll('table.day tbody tr')].map((row) => visibleText(row));
    expect(told).toEqual(expect.arrayContaining(['来电 通 2 1 9 20 300', '退房 认购退 套 1 0 0 0 0', '净签约 套数 套 -1 0 0 0 0', '面积 ㎡ -90.50 0.00 0.00 0.00 0.00', '金额 元 -1,200,000 0 0 0 0', '回款 收款 元 50,000.50 0 0 0 0']));
    const links = [...page.element.querySelectorAll('table.day tbody:nth-of-type(1) a')].map((one) => one.getAttribute('href'));
    expect(links).toEqual(['/reports?open=calls', '/reports?open=calls&in=before', '/reports?open=calls&in=week', '/reports?open=calls&in=month', '/reports?open=calls&in=ever']);
    expect(page.text()).toMatch(/分顾问.*李强 2/);
  });

  it('go to the day before with a key', async () => {
    await page.open('/reports', 'manager');
    await page.answer('GET', '/reports?period=day&date=2026-05-09', weekSheet({ period: 'day' }));
    const shows = () => visibleText(page.element.querySelector('lj-period-bar strong') ?? page.element);
    const press = async (key: string) => {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      await page.shown();
    };
    await press('ArrowLeft');
    expect(shows()).toBe('2026年5月8日周五');
    await press('ArrowRight');
    await press('ArrowRight');
    expect(shows()).toBe('2026年5月9日周六 至今');
  });

  it('narrow to what a line says', async () => {
    await page.open(week, 'manager');
    await page.answer('GET', '/reports?period=week&date=2026-05-04', weekSheet());
    await page.press('户外大牌');
    await page.answer('GET', '/reports?period=week&date=2026-05-04&channel=billboard', weekSheet());
    expect(page.text()).toContain('筛选（1 项）');
  });

  it('tell an agent whose figures they see, and offer them no filters', async () => {
    await page.open(`${week}&open=firstVisits`, 'agent');
    await page.answer('GET', '/reports?period=week&date=2026-05-04', weekSheet({ lines: { agent: [line('zhao', { firstVisits: 3 })], day: [] }, names: { zhao: '赵婷' } }));
    await page.answer('GET', '/reports/rows?period=range&from=2026-05-04&to=2026-05-10&figure=firstVisits', rows);
    expect(page.text()).toContain('只列出您自己的。');
    expect(page.text()).toContain('分顾问的数字只有您自己的。');
    expect(page.element.querySelector('lj-narrowing')).toBeNull();
    expect(page.text()).not.toContain('接待新访最多');
    expect(page.text()).not.toContain('没有填写');
  });

  it('say that the sheet was stored, what was corrected since, and show it as it was', async () => {
    const stored = { id: 's1', period: 'week', span: { from: '2026-05-04', to: '2026-05-10' }, madeAt: morning, entry: 900, digest: 'ab12'.repeat(16) } as const;
    await page.open(week, 'manager');
    await page.answer('GET', '/reports?period=week&date=2026-05-04', weekSheet());
    await page.answer('GET', '/reports/sheets?period=week', { sheets: [stored] });
    await page.answer('GET', '/reports/sheets/s1', { ...stored, view: weekSheet({ countedTo: 777 }), corrections: [{ dimension: 'channel', value: 'billboard', figure: 'firstVisits', then: 5, now: 6 }] });
    expect(page.text()).toMatch(/存档（登记簿第 900 条），指纹 ab12.*看存档的原表 存档后更正 1 处 .*途径：户外大牌 新访 5 6/);
    expect(page.text()).toContain('统计到登记簿第 812 条');
  });

  it('show a sheet as it was stored where the address asks for it', async () => {
    const stored = { id: 's1', period: 'week', span: { from: '2026-05-04', to: '2026-05-10' }, madeAt: morning, entry: 900, digest: 'ab12'.repeat(16) } as const;
    await page.open(`${week}&as=stored`, 'manager');
    await page.answer('GET', '/reports?period=week&date=2026-05-04', weekSheet());
    await page.answer('GET', '/reports/sheets?period=week', { sheets: [stored] });
    await page.answer('GET', '/reports/sheets/s1', { ...stored, view: weekSheet({ countedTo: 777 }), corrections: [] });
    expect(page.text()).toContain('统计到登记簿第 777 条');
    expect(page.text()).toContain('存档后没有变动');
    expect([...page.element.querySelectorAll('.acts a')].map((one) => one.getAttribute('href'))).toContain('/api/offices/office-1/reports/sheets/s1/file?format=xlsx&language=zh');
  });
});
