import { claim, customer, refusedAndPassedOn } from '../../../testing/customers';
import { morning, receivedInTurn } from '../../../testing/decisions';
import { PageInSpec } from '../../../testing/pages';
import { member } from '../../../testing/staff';
import CustomerPage from './customer-page';

const people = [member({ id: 'zhao', name: '赵婷' }), member({ id: 'li', name: '李强' })];
const visit = {
  entry: 40, at: morning, kind: 'visit', by: { id: 'desk', name: '刘芳' }, corrects: null, hash: 'a1b2c3', visitId: 'v-1', channel: 'visit', mergedFrom: null, decision: receivedInTurn(), content: {}, note: '想看三房',
};
const contact = { ...visit, entry: 44, kind: 'contact_logged', by: { id: 'zhao', name: '赵婷' }, decision: null, content: { agent: 'zhao', way: 'phone', connected: true, personal: true, effective: true }, note: null };
const ownership = { owner: { id: 'zhao', name: '赵婷' }, decision: refusedAndPassedOn(), clause: '003 §二5', rulings: [], names: { zhao: '赵婷', li: '李强' } };

describe('the page of a customer', () => {
  let page: PageInSpec;

  beforeEach(async () => {
    page = await PageInSpec.of('customers/:id', CustomerPage, 'customers', 'claims', 'reception', 'verdict');
  });

  const open = async (view: object = customer(), role: 'agent' | 'manager' = 'agent', why: object = ownership, claims: object = {}) => {
    await page.open('/customers/c-1', role);
    await page.answer('GET', '/people', people);
    await page.answer('GET', '/customers/c-1/timeline', { rows: [contact, visit], customers: [], next: 12 });
    await page.answer('GET', '/customers/c-1', view);
    await page.answer('GET', '/customers/c-1/claims', { claims: [claim()], pool: null, contacts: [], contactsDone: 1, contactsAsked: 3, ...claims });
    await page.answer('GET', '/customers/c-1/ownership', why);
  };

  it('says whose and how long still, why, and what is next', async () => {
    await open();
    const text = page.text();
    expect(text).toContain('归属 赵婷 有效期至 5月25日，还有 16 天');
    expect(text).toContain('为什么是我的 客户归 赵婷 此前归 李强');
    expect(text).toContain('有效期至 5月25日，按 5月9日 核对');
    expect(text).toContain('下一步 来访后有效跟进 1 次，要求 3 次，再联系一次。');
    expect(text).toContain('跟进登记');
    expect(text).toContain('电话 联系上了 有效跟进');
  });

  it('shows the conclusion alone where the office says so, and a manager what waits for approval', async () => {
    const ruling = { id: 'r-1', at: morning, entry: 50, occasion: 'complaint_ruled', state: 'proposed', ownerBefore: null, owner: { id: 'li', name: '李强' }, clause: '003 §四', policyVersion: 7, decision: null, conflict: null };
    await open(customer({ owner: { agent: { id: 'chen', name: '陈浩' }, from: '2026-04-25', until: null, daysLeft: null, lapsed: false } }), 'manager', { ...ownership, owner: { id: 'chen', name: '陈浩' }, decision: null, rulings: [ruling] });
    expect(page.text()).toContain('为什么归陈浩 客户归 陈浩 003 §二5 按本售楼处的规定，只公布结论');
    expect(page.text()).toContain('拟归李强 核实投诉');
    await page.press('批准');
    await page.type('#act-reason', '属实');
    await page.send();
    expect((await page.answer('POST', '/rulings/r-1/approval', ruling)).request.body).toEqual({ approved: true, reason: '属实' });
  });

  it('asks why before it shows a number', async () => {
    await open();
    expect(page.text()).toContain('138 **** 1234');
    await page.press('查看');
    expect(page.text()).toContain('您的姓名、时间和原因会记入留痕');
    await page.press('回访');
    await page.send();
    expect((await page.answer('POST', '/customers/c-1/phone', { phone: '13800001234' })).request.body).toEqual({ reason: '回访', phone: 'p-1' });
    expect(page.element.querySelector('dialog')).toBeNull();
    expect(page.text()).toContain('13800001234 已留痕');
  });

  it('logs a contact in three answers', async () => {
    await open();
    await page.press('记录跟进');
    await page.press('当面');
    await page.press('联系上了');
    await page.type('#contact-note', '约周六复访');
    await page.send();
    expect(page.asked('POST', '/customers/c-1/contacts').request.body).toEqual({ way: 'in_person', connected: true, note: '约周六复访' });
  });

  it('says what happened where the act is refused, and keeps what was written', async () => {
    await open();
    await page.press('记录跟进');
    await page.press('联系上了');
    await page.type('#contact-note', '约周六');
    await page.send();
    await page.refuse('POST', '/customers/c-1/contacts', 'not_your_customer', {}, 403);
    expect(page.element.querySelector('dialog [role=alert]')).not.toBeNull();
    expect(page.element.querySelector('textarea')?.value).toBe('约周六');
  });

  it('says that the entry opened is another person\'s now', async () => {
    await open(customer({ id: 'c-7' }));
    expect(page.text()).toContain('您打开的那条记录已并入这位客户');
  });

  it('tells whoever may not see numbers why there are none', async () => {
    await open(customer({ phones: null, phoneSeen: null, acts: [], owner: { agent: { id: 'li', name: '李强' }, from: '2026-04-25', until: null, daysLeft: null, lapsed: false } }), 'agent', ownership, { claims: [] });
    expect(page.text()).toContain('电话只对归属顾问和经理可见');
    expect(page.text()).toContain('为什么不是我的');
    expect(page.text()).not.toContain('记录跟进');
  });

  it('shows why the page is empty, and a way back', async () => {
    await page.open('/customers/c-1', 'agent');
    await page.refuse('GET', '/customers/c-1', 'customer_not_found', {}, 404);
    expect(page.text()).toContain('回到客户列表');
  });

  const ruled = { id: 'r-9', at: morning, entry: 61, occasion: 'complaint_ruled', state: 'in_force', ownerBefore: { id: 'li', name: '李强' }, owner: { id: 'zhao', name: '赵婷' }, clause: '003 §二5', policyVersion: 7, decision: refusedAndPassedOn(), conflict: null };

  it('asks of what happened only what its kind needs, and shows at once what follows', async () => {
    await open(customer(), 'manager');
    await page.press('登记情况…');
    expect(page.text()).not.toContain('我是原顾问，认领');
    await page.press('开始认领期，请原顾问认领');
    expect(page.element.querySelector('lj-agent-choice')).toBeNull();
    await page.press('客户投诉顾问，核实结果');
    expect([...page.element.querySelectorAll('lj-agent-choice label')].map((one) => one.textContent?.trim())).toEqual(['李强']);
    await page.press('李强');
    expect(page.element.querySelector<HTMLButtonElement>('dialog [type=submit]')?.disabled).toBe(true);
    await page.press('投诉属实');
    await page.type('#happening-why', '当面核实');
    await page.send();
    const sent = await page.answer('POST', '/customers/c-1/happenings', { entry: 60, ruling: ruled });
    expect(sent.request.body).toEqual({ kind: 'complaint_ruled', agent: 'li', holds: true, reason: '当面核实' });
    expect(page.text()).toContain('已登记，第 60 条 由李强改归赵婷 客户归 赵婷');
    await page.press('再登记一项');
    expect(page.text()).toContain('发生了什么');
  });

  it('takes an agent at their own word, and keeps what was written where it is refused', async () => {
    await open();
    await page.press('登记情况…');
    expect(page.text()).not.toContain('客户投诉顾问，核实结果');
    await page.press('归属顾问同意或不同意');
    expect(page.text()).toContain('记在您本人名下');
    await page.press('不同意');
    await page.send();
    const { request } = await page.refuse('POST', '/customers/c-1/happenings', 'no_window');
    expect(request.body).toEqual({ kind: 'consent', holds: false });
    expect(page.element.querySelector('dialog [role=alert]')).not.toBeNull();
    expect(page.text()).not.toContain('撞单裁定…');
  });

  it('settles a conflict with both sides in view, as the rules say or with a reason otherwise', async () => {
    const side = (agent: string, registeredAt: number, entry: number) => ({ agent, registeredAt, entry, validUntil: '2026-05-25', valid: true, wished: agent === 'li', closed: false, escorted: false, contactsLogged: 2 });
    const decision = { kind: 'conflict', owner: 'chen', principle: 'first_registration', claimants: [side('chen', morning - 60_000, 40), side('li', morning, 44)], principles: [], decidedAt: morning, policyVersion: 7 };
    await open(customer(), 'manager', { ...ownership, names: { ...ownership.names, chen: '陈浩' } });
    await page.press('撞单裁定…');
    await page.answer('GET', '/customers/c-1/conflict', { known: [{ id: 'chen', name: '陈浩' }, { id: 'li', name: '李强' }], decision: null, evidence: [], mayOverrule: true });
    const asked = await page.answer('GET', '/customers/c-1/conflict', { known: [], decision, evidence: [{ kind: 'registration', agent: { id: 'chen', name: '陈浩' }, at: morning - 60_000, entry: 40, hash: 'ab12cd34ef56ab12' }], mayOverrule: true });
    expect(asked.request.params.get('parties')).toBe('chen,li');
    const [first, second] = [...page.element.querySelectorAll('.sides > li')].map((one) => one.textContent?.replace(/\s+/g, ' ').trim());
    expect(first).toContain('客户建档 5月9日 10:31第 40 条 ab12cd34ef56');
    expect(second).toContain('登记簿里没有依据');
    expect(page.text()).toContain('按规则归 陈浩');
    await page.type('#conflict-reason', '客户当面确认');
    page.element.querySelectorAll<HTMLElement>('lj-conflict-question lj-choice-chips')[1]?.querySelectorAll('label')[1]?.click();
    await page.shown();
    expect(page.text()).toContain('破例裁定会记入登记簿');
    await page.send();
    const sent = await page.answer('POST', '/customers/c-1/conflict', { ruling: { ...ruled, occasion: 'conflict', decision: null, conflict: { ...decision, owner: 'li', overruled: 'chen' }, owner: { id: 'li', name: '李强' }, ownerBefore: { id: 'chen', name: '陈浩' } }, evidence: [] });
    expect(sent.request.body).toEqual({ parties: ['chen', 'li'], reason: '客户当面确认', owner: 'li' });
    expect(page.text()).toContain('由陈浩改归李强 客户归 李强 规则的结论是归 陈浩，破例裁定。');
  });

  it('corrects an entry by an entry', async () => {
    await open(customer({ acts: ['correct'] }));
    page.element.querySelectorAll<HTMLButtonElement>('lj-timeline .correct')[1]?.click();
    await page.shown();
    expect(page.text()).toContain('更正第 40 条：来访登记 原来的记录不会改动');
    await page.press('姓名');
    await page.type('#correction-value', '陈桂芬');
    await page.type('#correction-reason', '写错一个字');
    await page.send();
    expect((await page.answer('POST', '/register/40/corrections', { entry: 70 })).request.body).toEqual({ field: 'name', value: '陈桂芬', reason: '写错一个字' });
    expect(page.element.querySelector('dialog')).toBeNull();
  });

  it('tells a hand-over of many as what it was to this one', async () => {
    await page.open('/customers/c-1', 'manager');
    await page.answer('GET', '/people', people);
    await page.answer('GET', '/customers/c-1/timeline', { rows: [{ ...contact, entry: 80, kind: 'handed_over', content: { to: 'zhao', together: 12 }, note: '请假' }], customers: [], next: null });
    await page.answer('GET', '/customers/c-1', customer());
    expect(page.text()).toContain('归 赵婷 一次移交 12 位 请假');
  });
});
