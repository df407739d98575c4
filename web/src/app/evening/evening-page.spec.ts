import type { EveningFigures, EveningView } from '@lunjie/contracts';
import { morning } from '../../testing/decisions';
import { PageInSpec } from '../../testing/pages';
import { member } from '../../testing/staff';
import EveningPage from './evening-page';

const figures: EveningFigures = { arrivals: 2, received: 1, counted: 1, newCustomers: 1, returning: 0, calls: 0, minutes: 0, deals: { soft_deposit: 1 }, agents: [{ agent: 'li', received: 1, counted: 1, newCustomers: 1, returning: 0, calls: 0 }] };
function view(changes: Partial<EveningView> = {}): EveningView {
  return {
    date: '2026-05-08', today: '2026-05-09', now: morning, day: 'closed', figures, arrivals: [], calls: [], deals: [], minutes: [], closing: null, later: [], names: { li: '李强' }, closable: true,
    questions: [{ id: 'q', kind: 'not_counted_claimed', at: morning, open: true, agent: '李强', customer: '何*', reason: 'peer', unit: null, note: null, subject: null, until: null, count: null }],
    plans: [{ agent: { id: 'li', name: '李强' }, period: 'day', date: '2026-05-08', versions: [
      { version: 2, at: morning, entry: 9, lines: ['回访四组'], targets: { calls: 8, contacts: null, visits: null, deals: null } }, { version: 1, at: morning, entry: 8, lines: ['回访三组'], targets: { calls: null, contacts: null, visits: null, deals: null } },
    ] }], ...changes,
  };
}

describe('the evening meeting', () => {
  let page: PageInSpec;

  beforeEach(async () => {
    page = await PageInSpec.of('evening', EveningPage, 'evening', 'audit', 'customers', 'reception', 'verdict', 'turns', 'notices');
  });

  const open = async (role: 'manager' | 'auditor', told: EveningView) => {
    await page.open('/evening?date=2026-05-08', role);
    await page.answer('GET', '/people', [member({ id: 'li', name: '李强' })]);
    await page.answer('GET', '/evening?date=2026-05-08', told);
  };

  it('asks first, counts the day, and shows the plan that counts before those it took the place of', async () => {
    await open('auditor', view());
    const text = page.text();
    expect(text.indexOf('等待决定')).toBeLessThan(text.indexOf('当天的数字'));
    expect(text).toContain('李强 1 1 1 0 0');
    expect(text).toMatch(/来电 8 .*回访四组.*第 2 版.*以前的版本（1）.*回访三组/);
    expect(page.element.querySelector('lj-minutes-form')).toBeNull();
    expect(text).not.toContain('结束晚会？');
  });

  it('enters minutes and begins anew, and closes the meeting of the day that is shown', async () => {
    await open('manager', view());
    await page.type('#minutes-words', '今日来客两组');
    await page.press('记入晚会记录');
    const sent = await page.answer('POST', '/evening/minutes', view());
    expect(sent.request.body).toEqual({ date: '2026-05-08', words: '今日来客两组', mentions: [] });
    await page.answerEach('GET', '/evening?date=2026-05-08', view());
    expect(page.element.querySelector<HTMLTextAreaElement>('#minutes-words')?.value).toBe('');
    await page.press('结束晚会');
    expect(page.text()).toContain('之后不能再记这一天的晚会记录');
    page.element.querySelector<HTMLElement>('lj-confirm-dialog .ant-btn-primary')?.click();
    await page.shown();
    expect(page.asked('POST', '/evening/close').request.body).toEqual({ date: '2026-05-08' });
  });

  it('shows the digest of a closed day, what came later, and takes nothing more', async () => {
    await open('manager', view({ closable: false, questions: null, closing: { at: morning, by: { id: 'm', name: '周经理' }, entry: 41, digest: 'ab12'.repeat(16), figures }, later: [{ entry: 44, at: morning, kind: 'correction', by: { id: 'd', name: '前台' } }] }));
    expect(page.text()).toContain('ab12'.repeat(16));
    expect(page.text()).toMatch(/摘要之后补记的 登记簿第 44 条 更正/);
    expect(page.text()).not.toContain('等待决定');
    expect(page.element.querySelector('lj-minutes-form')).toBeNull();
  });
});
