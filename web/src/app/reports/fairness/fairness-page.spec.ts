import { TestBed } from '@angular/core/testing';
import { fairnessKinds, type FairnessFigure, type FairnessPage as Statement, type FairnessTurn } from '@lunjie/contracts';
import { morning } from '../../../testing/decisions';
import { PageInSpec } from '../../../testing/pages';
import { member } from '../../../testing/staff';
import { visibleText } from '../../../testing/visible-text';
import { Clock } from '../../shared/clock/clock';
import FairnessPage from './fairness-page';

const figures = (changes: Partial<FairnessFigure> = {}): readonly FairnessFigure[] =>
  fairnessKinds.map((kind) => ({ kind, due: 0, given: 0, low: 0, high: 0, chance: 1, verdict: 'within', ...kind === 'all' ? { due: 12.42, given: 13, low: 8, high: 17, chance: 0.86, ...changes } : {} }));
const wang = { id: 'wang', name: '王敏' };
const li = { id: 'li', name: '李强' };
const statement = (changes: Partial<Statement> = {}): Statement => ({
  now: morning, seq: 9, today: '2026-05-09', from: '2026-05-04', to: '2026-05-09', queue: 'visit', queues: ['visit', 'call'], madeUp: 2, makeupOwed: 1, compared: 6, limit: 0.05,
  totals: fairnessKinds.map((kind) => ({ kind, given: kind === 'all' ? 75 : 3 })),
  rows: [{ agent: wang, figures: figures(), madeUp: 2, makeupOwed: 0 }, { agent: li, figures: figures({ due: 12.4, given: 3, chance: 0.012, verdict: 'fewer' }), madeUp: 0, makeupOwed: 1 }], ...changes,
});
const turn = (seq: number, changes: Partial<FairnessTurn> = {}): FairnessTurn => ({
  seq, at: morning, businessDate: '2026-05-09', entry: seq + 100, receiver: wang, mode: 'in_turn', newCustomer: true, grade: null, stood: 'due', among: 4, share: 0.25,
  why: { agent: 'li', code: 'later_in_line', data: { position: 2, of: 4, lastTurnAt: null } }, ...changes,
});
const week = '/reports/fairness?from=2026-05-04&to=2026-05-09';

describe('the fairness statement', () => {
  let page: PageInSpec;

  beforeEach(async () => {
    page = await PageInSpec.of('reports/fairness', FairnessPage, 'fairness', 'reception', 'verdict');
    TestBed.inject(Clock).heard(morning);
  });

  const open = async (role: 'manager' | 'auditor' | 'agent', told: Statement = statement(), address = '/reports/fairness', asked = week) => {
    await page.open(address, role);
    await page.answerEach('GET', '/people', [member({ id: 'wang', name: '王敏' }), member({ id: 'li', name: '李强' })]);
    await page.answerEach('GET', asked, told);
  };

  it('tells everybody due, given, their difference, where chance would leave it, and the sentence behind the result', async () => {
    await open('auditor');
    const rows = [...page.element.querySelectorAll('lj-fairness-overview tbody tr')].map(visibleText);
    expect(rows[0]).toContain('王敏 12.4 13 +0.6 8–17 2 0 属正常波动');
    expect(rows[0]).toContain('按在场顺序应得 12.4 次，实得 13 次；若完全随机，95% 会落在 8–17 之间：属正常波动。');
    expect(rows[1]).toContain('李强 12.4 3 −9.4 8–17 0 1 少得，偶然解释不了');
    expect(rows[1]).toContain('少得的，偶然只有约 1% 的可能，应当查一查原因');
    expect(page.text()).toContain('全处计次 75 次，其中补接 2 次，还欠补接 1 次');
    expect(page.element.querySelectorAll('lj-chance-bar circle')).toHaveLength(1);
    expect(page.element.querySelectorAll('lj-chance-bar path.beyond')).toHaveLength(1);
  });

  it('does not blame who is outside by themselves but not among all', async () => {
    await open('manager', statement({ rows: [{ agent: li, figures: figures({ given: 6, chance: 0.2 }), madeUp: 0, makeupOwed: 0 }] }));
    expect(page.text()).toContain('单独看在范围之外，但同时比较 6 人');
    expect(page.element.querySelector('lj-chance-bar path.given:not(.beyond)')).not.toBeNull();
  });

  it('marks a kind that chance does not explain, and sums the office', async () => {
    const graded = figures().map((one): FairnessFigure => one.kind === 'grade_a' ? { ...one, due: 4, given: 12, low: 1, high: 8, chance: 0.001, verdict: 'more' } : one);
    await open('manager', statement({ rows: [{ agent: wang, figures: graded, madeUp: 0, makeupOwed: 0 }] }));
    const kinds = visibleText(page.element.querySelector('lj-fairness-kinds') as Element);
    expect(kinds).toContain('12 / 4.0 偏多（1–8）');
    expect(kinds).toContain('全处 3 3 3 3 3 3 3 3 3');
  });

  it('opens the turns behind a figure, reads on, and closes again', async () => {
    await open('manager', statement(), '/reports/fairness?agent=li&kind=new&stood=due');
    const path = '/reports/fairness/li/turns';
    await page.answer('GET', path, { agent: li, rows: [turn(7)], count: 101, due: 25.25, next: 7 });
    expect(page.text()).toContain('新客户：101 次有份，合计应得 25.3 次');
    expect(page.text()).toMatch(/由 王敏 接待，4 人有份，份额 0.25 排在第 2 位，还没轮到 按顺序，新客户 登记簿第 107 条/);
    await page.press('更早的');
    const more = await page.answer('GET', path, { agent: li, rows: [turn(3, { stood: 'given', receiver: li, grade: 'B', why: null })], count: 101, due: 25.25, next: null });
    expect(more.request.params.toString()).toBe('from=2026-05-04&to=2026-05-09&kind=new&stood=due&before=7');
    expect(page.element.querySelectorAll('lj-fairness-turns li')).toHaveLength(2);
    expect(page.text()).toContain('按顺序，新客户，B 级');
    page.element.querySelector<HTMLElement>('lj-sheet .close')?.click();
    await page.shown();
    expect(page.element.querySelector('lj-sheet')).toBeNull();
  });

  it('says why the turns cannot be shown', async () => {
    await open('manager', statement(), '/reports/fairness?agent=li');
    await page.refuse('GET', '/reports/fairness/li/turns', 'person_not_found', {}, 404);
    expect(page.element.querySelector('lj-sheet [role=alert]')).not.toBeNull();
  });

  it('shows an agent their own as a card', async () => {
    await open('agent', statement({ rows: [{ agent: wang, figures: figures(), madeUp: 2, makeupOwed: 0 }] }));
    expect(page.element.querySelector('lj-fairness-overview')).toBeNull();
    expect(visibleText(page.element.querySelector('lj-fairness-card') as Element)).toMatch(/^王敏 应得 12.4 实得 13 相差 \+0.6 其中补接 2 欠补接 0/);
  });

  it('tells an agent who was not in the line so', async () => {
    await open('agent', statement({ rows: [] }));
    expect(page.text()).toContain('这段时间您不在轮序里');
  });

  it.each([
    ['period=today', 'from=2026-05-09&to=2026-05-09'], ['period=last_week', 'from=2026-04-27&to=2026-05-03'], ['period=month', 'from=2026-05-01&to=2026-05-09'],
    ['period=own&from=2026-03-05&to=2026-03-01', 'from=2026-03-01&to=2026-03-05'], ['queue=call', 'from=2026-05-04&to=2026-05-09&queue=call'],
  ])('reads what the address asks for: %s', async (address, asked) => {
    await page.open(`/reports/fairness?${address}`, 'manager');
    expect(page.asked('GET', `/reports/fairness?${asked}`)).toBeTruthy();
  });

  it('says what stands there when nothing was counted', async () => {
    await open('manager', statement({ totals: fairnessKinds.map((kind) => ({ kind, given: 0 })), rows: [] }));
    expect(page.text()).toContain('这段时间没有计次的接待。');
  });
});
