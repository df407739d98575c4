import type { CallRow, CallsView, ComplaintSheet as Complaints, TrackedCustomers } from '@lunjie/contracts';
import { receivedInTurn } from '../../../testing/decisions';
import { PageInSpec } from '../../../testing/pages';
import CallSheet from '../../calls/call-sheet';
import TrackingPaper from '../../follow-up/tracking-paper';
import ComplaintSheet from '../../requests/complaint-sheet';

const zhao = { id: 'zhao', name: '赵婷' };
const at = Date.parse('2026-05-09T10:05:00+08:00');
const call: CallRow = {
  id: 'c-1', entry: 4, at, customerLabel: '王先生', customerId: 'k-1', phoneMasked: '*** **** 0001', answeredBy: zhao, receiver: zhao, askedFor: null, rings: 2, seconds: 60, limits: [], mode: 'in_turn', counts: true, visitorClass: 'new',
  gives: 'none', missing: [], repeat: false, invitedFor: at + 86_400_000, callBack: null, undoUntil: null, undone: false, decision: receivedInTurn(),
  form: { gender: 'male', concerns: '学区', layout: 'two_rooms', area_need: '70_90', awareness_source: ['internet', 'leaflet'], grade: 'B' },
};
const view: CallsView = { date: '2026-05-09', up: null, requiredFields: [], maxRings: 3, maxMinutes: 3, rows: [{ ...call, id: 'c-2', undone: true }, call] };
const cells = (page: PageInSpec): readonly (readonly string[])[] => [...page.element.querySelectorAll('tr')].map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent ?? ''));

describe('a sheet on paper', () => {
  it('has the columns of the register of calls in their order, the day\'s calls from the top, without those taken back', async () => {
    const page = await PageInSpec.of('calls/sheet', CallSheet, 'papers', 'calls', 'me', 'reception');
    await page.open('/calls/sheet', 'desk');
    await page.answer('GET', '/calls', view);
    const [head, ...rows] = cells(page);
    expect(head).toEqual(['序号', '日期', '时刻', '来电号码', '姓名', '性别', '接听人', '询问重点', '意向户型/面积/预算', '认知途径', '居住区域', '是否约访', '约访时间', '指定顾问', '等级', '备注']);
    expect(rows).toEqual([['1', '5月9日', '10:05', '*** **** 0001', '王先生', '男', '赵婷', '学区', '两居 / 70–90 m²', '网络、派单', '', '是', '5月10日 10:05', '', 'B', '']]);
  });

  it('has three follow-ups of a customer beside each other, each with how, when and what', async () => {
    const sheet: TrackedCustomers = { agent: zhao, date: '2026-05-09', customers: [{ customer: { id: 'k-1', label: '王先生' }, grade: 'A', source: 'visit', contacts: [{ at, way: 'phone', connected: true, note: '周末来' }], next: { dueDate: '2026-05-12', step: '带户型图' } }] };
    const page = await PageInSpec.of('customers/tracking', TrackingPaper, 'papers', 'customers', 'claims', 'reception');
    await page.open('/customers/tracking', 'agent');
    await page.answer('GET', '/people', []);
    await page.answer('GET', '/follow-ups/sheet?agent=zhao', sheet);
    const [head, under, row] = cells(page);
    expect([head, under]).toEqual([['姓名', '信息来源', '第一次跟进', '第二次跟进', '第三次跟进', '客户类别', '跟进人', '总结'], ['方式', '日期', '情况', '方式', '日期', '情况', '方式', '日期', '情况']]);
    expect(row).toEqual(['王先生', '来访', '电话', expect.stringContaining('10:05'), '周末来', '', '', '', '', '', '', 'A', '赵婷', '5月12日前 带户型图']);
  });

  it('has the columns of the register of complaints in their order, and says where words are sealed', async () => {
    const sheet: Complaints = { month: '2026-05', lines: [{ id: 'r-1', entry: 9, name: '孙先生', at, about: null, words: null, result: null, way: 'call', complexity: 'complex', takenBy: zhao, promisedAt: at, calledBackAt: null, satisfaction: null, upheld: false, closedAt: null }] };
    const page = await PageInSpec.of('requests/complaints', ComplaintSheet, 'papers', 'requests', 'reception');
    await page.open('/requests/complaints?month=2026-05', 'manager');
    await page.answer('GET', '/requests/complaints?month=2026-05', sheet);
    const [head, row] = cells(page);
    expect(head).toEqual(['姓名', '时间', '涉及部门', '内容摘要', '处理结果', '渠道', '等级', '受理人', '承诺时限', '回访', '满意度', '结案']);
    expect(row?.slice(0, 8)).toEqual(['孙先生', expect.stringContaining('10:05'), '服务', '（仅经办人和管理人员可见）', '投诉不属实', '来电', '复杂', '赵婷']);
  });
});
