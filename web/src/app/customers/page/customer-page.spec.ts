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
});
