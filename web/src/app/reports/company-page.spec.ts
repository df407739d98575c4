import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import type { CompanyReport, CompanyRows } from '@lunjie/contracts';
import { morning } from '../../testing/decisions';
import { PageInSpec } from '../../testing/pages';
import { figures, line } from '../../testing/reports';
import { visibleText } from '../../testing/visible-text';
import CompanyPage from './company-page';

const report: CompanyReport = {
  period: 'month', span: { from: '2026-05-01', to: '2026-05-31' }, previous: { from: '2026-04-01', to: '2026-04-30' }, countedAt: morning,
  total: { now: figures({ firstVisits: 30, firmDeposits: 3 }), before: figures({ firstVisits: 20 }) },
  offices: [
    { office: { id: 'west', name: '城西' }, now: figures({ firstVisits: 20 }), before: figures({ firstVisits: 20 }) },
    { office: { id: 'east', name: '城东' }, now: figures({ firstVisits: 10, firmDeposits: 3 }), before: figures() },
  ],
  channels: [line('', { firstVisits: 5 }), line('sms', { firstVisits: 25 })],
};

describe('the company\'s sheet', () => {
  it('sums the offices, lays them side by side with what changed, and says when they were counted', async () => {
    jest.spyOn(Date, 'now').mockReturnValue(morning);
    const page = await PageInSpec.of('reports/company', CompanyPage, 'reports', 'me', 'calls', 'followUp', 'reception');
    await page.open('/reports/company?period=month', 'admin');
    TestBed.inject(HttpTestingController).expectOne('/api/reports?period=month&date=2026-05-01').flush(report);
    await page.shown();
    const told = [...page.element.querySelectorAll('tbody tr')].map((row) => visibleText(row));
    expect(told.map((row) => row.split(' ')[0])).toEqual(['合计', '各案场', '城西', '城东', '途径', '短信', '未填']);
    expect(told[0]).toMatch(/^合计 0 30 比上期 ↑ \+10 .*10\.0% ↑ \+10\.0$|^合计 0 30 比上期 ↑ \+10 .*10\.0% 比上期 ↑ \+10\.0$/);
    expect(told[3]).toMatch(/^城东 0 10 比上期 ↑ \+10 .*30\.0%$/);
    expect(page.text()).toContain('截至 2026/05/09 10:32:00 的统计');
    const rows: CompanyRows = { inAll: 1, rows: [{ kind: 'first_visit', date: '2026-05-09', entry: 811, agent: null, customer: { id: 'c1', label: '何女士' }, deal: null, unit: null, area: 0, fen: 0, office: { id: 'east', name: '城东' } }] };
    await page.go(page.element.querySelectorAll('tbody tr')[3]?.querySelector('a')?.getAttribute('href') ?? '');
    TestBed.inject(HttpTestingController).expectOne('/api/reports/rows?period=month&date=2026-05-01&figure=firstVisits&office=east').flush(rows);
    await page.shown();
    expect(page.text()).toMatch(/新访 · 城东 · .* 5月9日 新访 何女士 城东 没有顾问/);
    expect(page.element.querySelector('lj-rows-panel li a')).toBeNull();
    jest.restoreAllMocks();
  });
});
