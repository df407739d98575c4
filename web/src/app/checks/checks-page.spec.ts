import type { ChecksView, CheckView, PenaltiesView } from '@lunjie/contracts';
import { morning } from '../../testing/decisions';
import { PageInSpec } from '../../testing/pages';
import { member } from '../../testing/staff';
import CheckEntryPage from './check-entry-page';
import CheckPage from './check-page';

const list: NonNullable<ChecksView['list']> = {
  places: [{ id: 'reception', text: { zh: '前台', en: 'Reception' } }],
  items: [
    { id: 'greeting', text: { zh: '起身招呼', en: 'Greeted' }, clause: '003', kinds: ['spot_check', 'mystery_visit'] }, { id: 'phone', text: { zh: '四声内接听', en: 'Answered' }, clause: '000 §2', kinds: ['spot_check', 'mystery_visit'] },
    { id: 'no_promise', text: { zh: '没有承诺', en: 'No promise' }, clause: '000 §4', kinds: ['mystery_visit'] },
  ],
};
const triggers: PenaltiesView['triggers'] = [{ trigger: 'slip', clause: '000 §12A', graded: false, pay: [], forfeitsDeal: false }, { trigger: 'diverted_deal', clause: '§2', graded: false, pay: [], forfeitsDeal: true }];

describe('entering a check', () => {
  it('takes a tap for where, who and each item, offers what fits the result, and sends the rest as not looked at', async () => {
    const page = await PageInSpec.of('checks/new', CheckEntryPage, 'checks', 'penalties', 'reception');
    await page.open('/checks/new', 'supervisor');
    await page.answer('GET', '/people', [member({ id: 'li', name: '李强' }), member({ id: 'wang', name: '王敏' })]);
    await page.answer('GET', '/checks', { checks: [], list, atOnce: ['spot_check'] });
    await page.answer('GET', '/penalties', { penalties: [], praises: [], triggers });
    expect(page.text()).not.toContain('没有承诺');
    expect(page.element.querySelector<HTMLButtonElement>('.send')?.disabled).toBe(true);
    await page.press('前台');
    await page.press('李强');
    const rows = () => [...page.element.querySelectorAll('lj-finding-row')];
    const tap = async (row: number, label: string) => {
      [...rows()[row]?.querySelectorAll('label') ?? []].find(({ textContent }) => textContent.includes(label))?.click();
      await page.shown();
    };
    await tap(0, '合格');
    await tap(0, '表扬');
    await tap(1, '不合格');
    expect(rows()[1]?.textContent).not.toMatch(/飞单|表扬/);
    await tap(1, '过失单');
    await page.type('#check-words-phone', '响了六声');
    await page.press('登记并公布');
    expect(page.asked('POST', '/checks').request.body).toMatchObject({ kind: 'spot_check', place: 'reception', agents: ['li'], remarks: null, findings: [
      { item: 'greeting', result: 'met', agent: 'li', brings: 'praise', slip: null, words: null }, { item: 'phone', result: 'not_met', agent: 'li', brings: 'slip', slip: { trigger: 'slip', severity: null }, words: '响了六声' },
    ] });
  });
});

describe('a check', () => {
  const check: CheckView = {
    id: 'k-1', kind: 'mystery_visit', place: { zh: '电话', en: 'Phone' }, checkedAt: morning, at: morning, by: { id: 'm', name: '周经理' }, entry: 9, agents: [{ id: 'li', name: '李强' }], remarks: null, published: null, met: 0, looked: 1, may: ['publish', 'correct'],
    findings: [{ number: 0, item: 'phone', text: { zh: '四声内接听', en: 'Answered' }, clause: '000 §2', result: 'not_met', brings: 'slip', words: '响了六声', agent: { id: 'li', name: '李强' }, corrections: [], now: { result: 'not_met', brings: 'slip', slip: { trigger: 'slip' } }, brought: null }],
  };

  it('says that nobody knows of it yet, is published after a question, and is corrected behind the finding', async () => {
    const page = await PageInSpec.of('checks/:id', CheckPage, 'checks', 'penalties', 'claims', 'reception', 'verdict');
    await page.open('/checks/k-1', 'manager');
    await page.answer('GET', '/checks/k-1', check);
    expect(page.text()).toContain('还没有公布，被检查的人看不到。');
    await page.press('更正');
    await page.answer('GET', '/penalties', { penalties: [], praises: [], triggers });
    await page.press('合格');
    await page.type('#correction-words', '录音显示三声');
    await page.send();
    expect(page.asked('POST', '/checks/k-1/corrections').request.body).toEqual({ number: 0, result: 'met', brings: 'nothing', slip: null, words: '录音显示三声' });
  });
});
