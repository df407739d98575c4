import type { RequestAct, RequestMay, RequestView } from '@lunjie/contracts';
import { PageInSpec } from '../../testing/pages';
import { member } from '../../testing/staff';
import RequestPage from './request-page';

const hash = 'a'.repeat(64);
const act = (changes: Partial<RequestAct>): RequestAct => ({ kind: 'entered', at: Date.now() - 60_000, entry: 41, hash, by: { id: 'sun', name: '孙倩' }, to: null, told: null, satisfaction: null, upheld: null, words: '等了半小时没人理', ...changes });

function complaint(may: readonly RequestMay[], changes: Partial<RequestView> = {}, row: Partial<RequestView['row']> = {}): RequestView {
  return {
    now: Date.now(), name: '谭先生', phoneMasked: '*** **** 1405', about: null, praised: null, callBack: true, may, acts: [act({}), act({ kind: 'overdue', entry: 42, by: null, told: 'supervisor', words: null })],
    row: {
      id: 'r-1', entry: 41, way: 'visit', class: 'complaint', complexity: 'complex', label: '谭先生', customer: null, takenBy: { id: 'sun', name: '孙倩' }, takenAt: Date.now() - 60_000, owner: { id: 'wang', name: '王敏' }, step: 'investigate',
      dueAt: Date.now() - 60_000, promisedAt: Date.now() + 60_000, answeredAt: null, satisfaction: null, upheld: null, told: ['owner', 'supervisor'], mine: false, ...row,
    }, ...changes,
  };
}

describe('a request', () => {
  let page: PageInSpec;

  beforeEach(async () => {
    page = await PageInSpec.of('requests/:id', RequestPage, 'requests', 'reception');
  });

  const open = async (view: RequestView) => {
    await page.open('/requests/r-1', 'supervisor');
    await page.answer('GET', '/people', [member(), member({ id: 'li', name: '李强' })]);
    await page.answer('GET', '/requests/r-1', view);
  };

  it('tells what was said and done, and offers the step that is due', async () => {
    await open(complaint(['investigate', 'hand_on', 'see_phone']));
    expect(page.text()).toMatch(/待核查 .*已逾期.*逾期已告知：经办人、销售主管/);
    expect(page.text()).toMatch(/孙倩登记 .*等了半小时没人理 .*逾期，已告知销售主管/);
    await page.press('记录核查结果');
    await page.type('#step-words', '当天只有一人');
    await page.send();
    const sent = await page.answer('POST', '/requests/r-1/investigation', complaint([]));
    expect(sent.request.body).toEqual({ words: '当天只有一人' });
    await page.answer('GET', '/requests/r-1', complaint(['answer'], {}, { step: 'answer' }));
    expect(page.text()).toContain('待答复');
  });

  it('hands it on to somebody else only, with a reason', async () => {
    await open(complaint(['hand_on'], { about: { id: 'li', name: '李强' } }));
    await page.press('转交');
    expect([...page.element.querySelectorAll('lj-step-question label')].map((one) => one.textContent.trim())).not.toContain('李强');
    expect(page.element.querySelector<HTMLButtonElement>('lj-step-question button[type=submit]')?.disabled).toBe(true);
  });

  it('says afterwards of whom praise is, with nothing to write', async () => {
    const praise = (may: readonly RequestMay[], changes: Partial<RequestView> = {}) => complaint(may, { acts: [act({ words: '讲得很细' })], ...changes }, { class: 'praise', step: 'closed' });
    await open(praise(['praise']));
    await page.press('写明表扬了谁');
    expect(page.element.querySelector('#step-words')).toBeNull();
    expect(page.element.querySelector<HTMLButtonElement>('lj-step-question button[type=submit]')?.disabled).toBe(true);
    await page.press('李强');
    await page.send();
    const said = praise([], { praised: { id: 'li', name: '李强' }, acts: [act({ words: '讲得很细' }), act({ kind: 'praised', entry: 43, to: { id: 'li', name: '李强' }, words: null })] });
    expect((await page.answer('POST', '/requests/r-1/praise', said)).request.body).toEqual({ agent: 'li' });
    await page.answer('GET', '/requests/r-1', said);
    expect(page.text()).toMatch(/表扬的是 李强.*孙倩写明表扬的是李强 登记簿第 43 条$/);
  });

  it('asks once more for another answer where the customer is not content, and rules with reasons', async () => {
    await open(complaint(['call_back', 'rule'], {}, { step: 'call_back' }));
    await page.press('记录回访');
    await page.press('不满意');
    await page.press('客户还要一次答复：重新承诺时间');
    await page.send();
    expect((await page.refuse('POST', '/requests/r-1/call-back', 'request_step_over')).request.body).toEqual({ satisfaction: 'dissatisfied', again: true });
    expect(page.element.querySelector('dialog [role=alert]')?.textContent).toContain('这一步已经办了');
  });

  it('shows a number for a reason and no longer than half a minute, and says who has it where the reader may do nothing', async () => {
    await open(complaint(['see_phone']));
    expect(page.text()).toContain('由王敏经办，您可以查看');
    await page.press('查看电话');
    await page.type('#step-words', '回电');
    await page.send();
    await page.answer('POST', '/requests/r-1/phone', { phone: '+8613900001405' });
    expect(page.text()).toContain('139 0000 1405');
  });
});
