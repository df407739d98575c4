import type { RequestRow, RequestsView } from '@lunjie/contracts';
import { PageInSpec } from '../../testing/pages';
import { member } from '../../testing/staff';
import RequestsPage from './requests-page';

const hour = 3_600_000;

function request(changes: Partial<RequestRow> = {}): RequestRow {
  return {
    id: 'r-1', entry: 41, way: 'call', class: 'enquiry', complexity: 'simple', label: '孙先生', customer: null, takenBy: { id: 'sun', name: '孙倩' }, takenAt: Date.now() - hour, owner: { id: 'wang', name: '王敏' }, step: 'answer',
    dueAt: Date.now() + hour + 30_000, promisedAt: Date.now() + hour, answeredAt: null, satisfaction: null, upheld: null, told: [], mine: false, ...changes,
  };
}

describe('requests', () => {
  let page: PageInSpec;

  beforeEach(async () => {
    page = await PageInSpec.of('requests', RequestsPage, 'requests', 'papers', 'customers', 'reception');
  });

  const open = async (requests: readonly RequestRow[], role: 'desk' | 'auditor' = 'desk', address = '/requests') => {
    await page.open(address, role);
    await page.answer('GET', '/people', [member(), member({ id: 'li', name: '李强' }), member({ id: 'feng', name: '冯稽核', roles: ['auditor'] })]);
    const scope = new URLSearchParams(address.split('?')[1]).get('show') ?? 'open';
    const view: RequestsView = { now: Date.now(), requests, next: null };
    await page.answer('GET', `/requests?scope=${scope}`, view);
  };

  it('says of each what is to be done, by whom, and how much time is left', async () => {
    await open([request(), request({ id: 'r-2', class: 'complaint', step: 'investigate', label: '', dueAt: Date.now() - hour, told: ['owner', 'supervisor'], mine: true })]);
    const [first, second] = [...page.element.querySelectorAll('.list > li')].map((one) => one.textContent.replace(/\s+/g, ' '));
    expect(first).toMatch(/孙先生\s?咨询\s?待答复.*王敏经办.*还有 1 小时 0 分/);
    expect(second).toMatch(/未留姓名\s?投诉\s?待核查.*由您经办.*已逾期.*已告知：经办人、销售主管/);
  });

  it('takes in what was answered at once with the keyboard alone', async () => {
    await open([]);
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'n' }));
    await page.shown();
    expect(page.text()).toContain('请写下客户的原话');
    await page.type('#request-words', ' 几点开门？ ');
    expect(page.text()).toContain('请写下怎样答复的');
    await page.type('#request-answer', '九点');
    page.element.querySelector('#request-answer')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }));
    await page.shown();
    expect(page.asked('POST', '/requests').request.body).toEqual({ way: 'call', class: 'enquiry', complexity: 'simple', words: '几点开门？', answer: '九点', callBack: false });
  });

  it('lets nothing go without an answer, a person, or somebody to answer to; a complaint never at once', async () => {
    await open([]);
    await page.press('登记诉求');
    await page.type('#request-words', '等了半小时');
    await page.press('投诉');
    expect([...page.element.querySelectorAll('lj-entry-question label')].map((one) => one.textContent.trim())).not.toContain('当场答复');
    await page.press('李强');
    expect([...page.element.querySelectorAll('lj-choice-chips')].at(-2)?.textContent).not.toContain('李强');
    expect([...page.element.querySelectorAll('lj-choice-chips')].at(-2)?.textContent).not.toContain('冯稽核');
    expect(page.text()).toContain('请选交给谁，并写明原因');
    [...page.element.querySelectorAll<HTMLElement>('lj-choice-chips')].at(-2)?.querySelector<HTMLElement>('label')?.click();
    await page.shown();
    await page.type('#request-reason', '请核查');
    expect(page.text()).toContain('请填电话或选已登记的客户');
    await page.type('#request-phone', '13800000001');
    await page.send();
    const sent = await page.refuse('POST', '/requests', 'request_owner_unknown', {}, 422);
    expect(sent.request.body).toEqual({ way: 'call', class: 'complaint', complexity: 'simple', words: '等了半小时', phone: '13800000001', about: 'li', owner: 'wang', reason: '请核查', callBack: false });
    expect(page.element.querySelector('dialog [role=alert]')?.textContent).toContain('此人不能经办');
  });

  it('lets the desk say of whom praise is, and asks for nothing else', async () => {
    await open([]);
    await page.press('登记诉求');
    await page.press('表扬');
    expect(page.text()).toContain('表扬的是谁');
    await page.type('#request-words', '讲得很细');
    await page.press('李强');
    await page.send();
    expect(page.asked('POST', '/requests').request.body).toEqual({ way: 'call', class: 'praise', complexity: 'simple', words: '讲得很细', about: 'li' });
  });

  it('takes whom a complaint is about for nobody praised', async () => {
    await open([]);
    await page.press('登记诉求');
    await page.press('投诉');
    await page.press('李强');
    await page.press('表扬');
    await page.type('#request-words', '讲得很细');
    await page.send();
    expect(page.asked('POST', '/requests').request.body).not.toHaveProperty('about');
  });

  it('lets an auditor read, and says what an empty list is for', async () => {
    await open([], 'auditor', '/requests?show=over');
    expect(page.text()).toContain('还没有办结的诉求');
    expect([...page.element.querySelectorAll('button')].map((one) => one.textContent.trim())).not.toContain('登记诉求');
  });
});
