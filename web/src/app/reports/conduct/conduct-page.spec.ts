import { jest } from '@jest/globals';
import type { ConductFigures, ConductReport, Counted, RequestsHandled, Timeliness } from '@lunjie/contracts';
import { morning } from '../../../testing/decisions';
import { PageInSpec } from '../../../testing/pages';
import { visibleText } from '../../../testing/visible-text';
import ConductPage from './conduct-page';

const of = (...entries: readonly number[]): Counted => ({ number: entries.length, entries });
const sums = { accrual: 0, reversal: 0, adjustment: 0, release: 0, clawback: 0 };
const timely: Timeliness = { due: 0, inTime: 0, lateOne: 0, lateFew: 0, lateMore: 0, overdue: 0, pending: 0 };
const handled: RequestsHandled = { entered: of(), kept: 0, late: of(), overdue: of(), pending: 0, unanswered: 0, satisfied: 0, partly: 0, dissatisfied: of(), upheld: of(), dismissed: 0 };
const none = { number: 0, medianMs: null, ninetiethMs: null, longestMs: null };
const nothing: ConductFigures = {
  claims: { rulings: of(), contested: of(), proposed: of(), clauses: [], agents: [] },
  disputes: { opened: of(), settled: of(), open: of(), outcomes: [], steps: [], medianMs: null, appealed: of(), stood: of(), fell: of() },
  commission: { clauses: [], sums, postings: of() }, followUps: { total: timely, late: of(), overdue: of(), agents: [] },
  waiting: { waited: of(), received: 0, left: of(), waiting: of(), waits: none, accepted: none }, requests: { total: handled, classes: [] },
};
const report = (now: Partial<ConductFigures> = {}, changes: Partial<ConductReport> = {}): ConductReport => ({
  period: 'month', span: { from: '2026-05-01', to: '2026-05-31' }, previous: { from: '2026-04-01', to: '2026-04-30' }, today: '2026-05-09', own: false, now: { ...nothing, ...now }, before: nothing, names: { wang: '王敏', li: '李强' }, ...changes,
});
const asked = '/reports/conduct?period=month&date=2026-05-01';
const day = 86_400_000;

describe('ownership and service', () => {
  let page: PageInSpec;

  beforeEach(async () => {
    jest.spyOn(Date, 'now').mockReturnValue(morning);
    page = await PageInSpec.of('reports/conduct', ConductPage, 'conduct', 'reports', 'disputes', 'deals', 'requests');
  });

  afterEach(() => void jest.restoreAllMocks());

  const open = async (told: ConductReport, role: 'manager' | 'agent' = 'manager', address = '/reports/conduct', path = asked) => {
    await page.open(address, role);
    await page.answer('GET', path, told);
  };
  const rowTexts = () => [...page.element.querySelectorAll('tbody tr')].map(visibleText);

  it('tells who won and lost by which clause, with the entries behind', async () => {
    const agents = [{ agent: 'wang', won: 1, shared: 0, lost: 0 }, { agent: 'li', won: 0, shared: 0, lost: 1 }];
    await open(report({ claims: { rulings: of(31, 12), contested: of(31), proposed: of(), clauses: [{ clause: '003 §(五)1', rulings: of(31, 12), contested: 1, agents }], agents } }));
    expect(rowTexts()).toEqual(['003 §(五)1 2 1 王敏 得 1；李强 失 1', '王敏 1 0 0', '李强 0 0 1']);
    expect(page.text()).toContain('裁定 第 31、12 条');
    expect(page.text()).toContain('裁定 2 上期 0');
  });

  it('tells disputes, money in 元 and lengths as they are said', async () => {
    await open(report({
      disputes: { ...nothing.disputes, settled: of(40), outcomes: [{ outcome: 'quarrel', to: 'department', settled: of(40) }], steps: [{ step: 'negotiate', settled: 1, medianMs: 3 * day }], medianMs: 3 * day },
      commission: { clauses: [{ clause: 'P102', sums: { ...sums, accrual: 900_050, reversal: -50 }, payees: [{ payee: 'department', sums: { ...sums, accrual: 900_050, reversal: -50 } }] }], sums: { ...sums, accrual: 900_050, reversal: -50 }, postings: of(41, 42) },
      waiting: { ...nothing.waiting, waited: of(5), waits: { number: 1, medianMs: 12 * 60_000, ninetiethMs: 12 * 60_000, longestMs: 95 * 60_000 } },
    }));
    expect(rowTexts()).toEqual(['发生争吵，归部门 1', '双方协商 1 3.0 天', 'P102 9,000.50 -0.50 – – – 9,000', '部门 9,000.50 -0.50 – – – 9,000', '合计 9,000.50 -0.50 – – – 9,000', '上期 – – – – – –',
      '等候 1 12 分钟 12 分钟 1 小时 35 分', '上期 0 – – –', '从到访到顾问接受 0 – – –', '上期 0 – – –']);
    expect([...page.element.querySelectorAll('section a')].map((link) => link.getAttribute('href'))).toEqual(['/disputes', '/commission']);
  });

  it('tells follow-ups and requests with their rates, leaving out what is not due', async () => {
    await open(report({
      followUps: { total: { ...timely, due: 4, inTime: 1, lateFew: 1, pending: 2 }, late: of(7), overdue: of(), agents: [{ agent: 'li', ...timely, due: 4, inTime: 1, lateFew: 1, pending: 2 }] },
      requests: { total: { ...handled, entered: of(9, 8), kept: 1, pending: 1 }, classes: [{ class: 'complaint', ...handled, entered: of(9, 8), kept: 1, pending: 1 }] },
    }));
    expect(rowTexts()).toEqual(['李强 4 1 50% 0 1 0 0 2', '合计 4 1 50% 0 1 0 0 2', '上期 0 0 – 0 0 0 0 0', '投诉 2 1 100% 0 0 1 0 0 0 0 0 0', '合计 2 1 100% 0 0 1 0 0 0 0 0 0', '上期 0 0 – 0 0 0 0 0 0 0 0 0']);
  });

  it('folds what is empty to a line, says that it is one\'s own, and asks for the days in the address', async () => {
    await open(report({}, { own: true, period: 'range' }), 'agent', '/reports/conduct?period=range&from=2026-05-02&to=2026-05-04', '/reports/conduct?period=range&from=2026-05-02&to=2026-05-04');
    expect([...page.element.querySelectorAll('.folded strong')].map(visibleText)).toEqual(['判客得失', '归属争议', '提成按条款', '跟进及时', '前台等候', '诉求与投诉']);
    expect(page.text()).toContain('只算与您有关的');
    expect(page.text()).toMatch(/与上期 4月29日 至 5月1日 相比/);
  });
});
