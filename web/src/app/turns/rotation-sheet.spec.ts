import type { RotationSheet as Answer, SheetAgent, SheetTurnRow } from '@lunjie/contracts';
import { PageInSpec } from '../../testing/pages';
import { visibleText } from '../../testing/visible-text';
import { placeName } from './rotation-cells';
import RotationSheet from './rotation-sheet';

const [zhao, li, wang, chen] = [{ id: 'zhao', name: '赵婷' }, { id: 'li', name: '李强' }, { id: 'wang', name: '王敏' }, { id: 'chen', name: '陈浩' }] as const;
const today = '2026-05-09';
const at = (time: string): number => Date.parse(`${today}T${time}:00+08:00`);
const fresh = { zh: '新客户', en: 'New customer' };

const row = (id: string, time: string, changes: Partial<SheetTurnRow>): SheetTurnRow => ({
  id, seq: Number(id.split('.')[0]), at: at(time), businessDate: today, queue: 'visit', agent: zhao, kind: 'taken', effect: null, reason: 'in_turn', since: null, until: null, turns: 1, receiver: null, ruledBy: null, note: null,
  customerLabel: null, order: null, entry: 12, reception: null, visitorClass: null, counts: null, ...changes,
});
const agent = (who: SheetAgent['agent'], position: number | null, changes: Partial<SheetAgent> = {}): SheetAgent => ({
  agent: who, position, team: null, state: 'active', signedIn: position === null ? [] : [{ from: at('09:00'), to: null }], absences: [], owedAtEnd: 0, total: { taken: 0, lost: 0, counted: 0 }, ...changes,
});
const sheet = (changes: Partial<Answer> = {}): Answer => ({
  now: at('18:00'), seq: 9, today, date: today, day: 'closed', queue: 'visit', queues: ['visit', 'call'],
  agents: [
    agent(zhao, 1, { owedAtEnd: 0, total: { taken: 2, lost: 1, counted: 1 } }),
    agent(li, 2, { signedIn: [{ from: at('09:05'), to: at('17:30') }], absences: [{ reason: 'official', from: at('10:00'), to: at('10:40') }, { reason: 'private', from: at('14:00'), to: null }], owedAtEnd: 1, total: { taken: 0, lost: 1, counted: 0 } }),
    agent(wang, null), agent(chen, null, { state: 'long_leave' }),
  ],
  rows: [
    row('5.0', '10:10', { reception: 'r-1', customerLabel: '孙女士', visitorClass: fresh, counts: true }),
    row('5.1', '10:10', { agent: li, kind: 'passed', effect: 'credit', reason: 'official', since: at('10:00'), reception: 'r-1', receiver: zhao }),
    row('6.0', '10:40', { agent: li, kind: 'makeup_granted', reason: 'official' }),
    row('7.0', '11:00', { kind: 'makeup_used', reason: 'credit', reception: 'r-2', customerLabel: '周先生', visitorClass: fresh, counts: false }),
    row('8.0', '11:05', { kind: 'taken_back', reason: 'handback', reception: 'r-2', customerLabel: '周先生' }),
    row('9.0', '11:30', { kind: 'received_uncounted', reason: 'assist', reception: 'r-3', customerLabel: '', visitorClass: { zh: '复访', en: 'Return visit' }, counts: false }),
    row('10.0', '14:10', { agent: li, kind: 'passed', effect: 'lose_turn', reason: 'private', since: at('14:00'), reception: 'r-4', receiver: zhao }),
    row('11.0', '14:12', { agent: li, kind: 'pass_taken_back', effect: 'lose_turn', reason: 'undone', reception: 'r-4', receiver: zhao }),
    row('12.0', '15:00', { kind: 'turns_skipped', effect: 'lose_turn', reason: '未问首访', note: '未问首访', ruledBy: wang }),
    row('13.0', '16:00', { agent: null, kind: 'reordered', reason: '盘点', note: '盘点', ruledBy: wang, order: [li, zhao] }),
  ],
  rules: {
    version: 4, name: { zh: '城西制度', en: 'West office' },
    reasons: { credit: [{ zh: '公事外出', en: 'Official absence' }, { zh: '用餐', en: 'Lunch' }], lose_turn: [{ zh: '请假', en: 'Leave' }], keep_place: [] },
    terms: [{ label: { zh: '补几次', en: 'How many' }, text: { zh: '一次外出补一次', en: 'One an absence' } }],
  },
  mark: { entry: 345, hash: '1234abcd'.repeat(2) }, ...changes,
});
const rowsOn = (page: PageInSpec): readonly (readonly string[])[] => [...page.element.querySelectorAll('tr')].map((one) => [...one.querySelectorAll('th, td')].map((cell) => cell.textContent ?? ''));

describe('the rotation list on paper', () => {
  const opened = async (who: 'desk' | 'manager', address = `/turns/sheet?date=${today}`): Promise<PageInSpec> => {
    const page = await PageInSpec.of('turns/sheet', RotationSheet, 'papers', 'turns', 'reports', 'reception', 'verdict');
    await page.open(address, who);
    return page;
  };

  it('has an agent a row in the order of the line, with what they took, missed, made up, owe and lost', async () => {
    const page = await opened('desk');
    await page.answer('GET', `/turns/sheet?date=${today}`, sheet());
    expect(page.element.querySelector('h1')?.textContent).toBe('排轮表');
    expect(rowsOn(page)).toEqual([
      ['位', '置业顾问', '签到', '接待（时间、客户、类别、计次）', '计次', '轮空（时间、原因、补否）', '补接', '日末待补', '失去（原因）', '外出、请假与备注'],
      ['A', '赵婷', '09:00', '10:10 孙女士，新客户，计次\n11:00 周先生，新客户，不计，补接，这一轮退回，客户已交还原顾问\n11:30 客户，复访，不计', '1', '', '11:00 用补接接了一轮', '0', '1\n15:00 扣 1 轮，王敏：未问首访', ''],
      ['B', '李强', '09:05–17:30', '', '0', '10:10 公事，10:00 起，可补\n14:10 私事，14:00 起，不补，作废', '10:40 得补接 1，公事', '1', '1', '10:00–10:40 公事\n14:00 起 私事'],
      ['', '王敏', '', '', '', '', '', '', '', '未签到'],
      ['', '陈浩', '', '', '', '', '', '', '', '长假'],
    ]);
  });

  it('says who may make a turn up by the office\'s own rules, what changed the line, and by which entry the day is found', async () => {
    const page = await opened('desk');
    await page.answer('GET', `/turns/sheet?date=${today}`, sheet());
    const below = visibleText(page.element.querySelector('.below') as Element);
    expect(below).toContain('16:00 顺序调整为：李强、赵婷，王敏：盘点');
    expect(below).toContain('补接规则（城西制度，第 4 版） 可补接 公事外出、用餐 不予补接 请假 补几次 一次外出补一次');
    expect(below).toMatch(/登记簿第 345 条\s*1234 abcd/);
    expect(() => page.asked('GET', `/evening?date=${today}`)).toThrow('none');
    expect(page.text()).toContain('销售经理：');
    expect(page.text()).toContain('轮序：来访');
  });

  it('has the digest of the day\'s closed meeting for who may read the meeting, and asks nothing for others', async () => {
    const page = await opened('manager');
    await page.answer('GET', `/turns/sheet?date=${today}`, sheet());
    await page.answer('GET', `/evening?date=${today}`, { closing: { at: at('18:00'), by: wang, entry: 346, digest: 'feed'.repeat(16), figures: {} } });
    expect(page.text()).toMatch(/晚会由王敏于 .* 结束，登记簿第 346 条，摘要 feedfeed/);
  });

  it('goes to another day and another line, and back to the turns of the day', async () => {
    const page = await opened('desk', '/turns/sheet?date=2026-05-08&queue=call');
    await page.answer('GET', '/turns/sheet?date=2026-05-08&queue=call', sheet({ date: '2026-05-08', queue: 'call', agents: [], rows: [], mark: null }));
    expect(page.text()).toContain('这一天没有开门，也没有轮次。');
    expect(page.element.querySelector('.tools a')?.getAttribute('href')).toBe('/turns?date=2026-05-08');
    const box = page.element.querySelector('#sheet-day') as HTMLInputElement;
    box.value = today;
    box.dispatchEvent(new Event('change'));
    await page.shown();
    await page.answer('GET', `/turns/sheet?date=${today}&queue=call`, sheet({ queue: 'call' }));
    const line = page.element.querySelector('#sheet-queue') as HTMLSelectElement;
    line.value = 'visit';
    line.dispatchEvent(new Event('change'));
    await page.shown();
    page.asked('GET', `/turns/sheet?date=${today}&queue=visit`);
  });

  it('calls the places as the office does, by letters as far as they go', () => {
    expect([1, 2, 4, 26, 27, null].map(placeName)).toEqual(['A', 'B', 'D', 'Z', '27', '']);
  });
});
