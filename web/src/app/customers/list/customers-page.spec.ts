import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { claim, listed } from '../../../testing/customers';
import { PageInSpec } from '../../../testing/pages';
import { member } from '../../../testing/staff';
import CustomersPage from './customers-page';

const wang = '11111111-1111-1111-1111-111111111111';

describe('the customers', () => {
  let page: PageInSpec;

  beforeEach(async () => {
    page = await PageInSpec.of('customers', CustomersPage, 'customers', 'papers', 'sheets', 'reception');
  });

  const open = async (address = '/customers', role: 'agent' | 'manager' = 'manager', rows = [listed(), listed({ id: 'c-2', name: '李建国', state: 'lapsed', validUntil: '2026-05-01', daysLeft: -8 })]) => {
    await page.open(address, role);
    await page.answer('GET', '/people', [member({ id: wang })]);
    const asked = await page.answer('GET', '/customers', { rows, next: 'second' });
    return asked.request.params;
  };
  const settle = () => new Promise((done) => setTimeout(done, 300)).then(() => page.shown());

  it('shows who they are, whose and how long still, and asks for what the address says', async () => {
    const asked = await open('/customers?grade=A&state=nonsense');
    expect([asked.get('grade'), asked.get('state'), asked.get('size')]).toEqual(['A', null, '50']);
    expect(page.text()).toContain('陈桂芳 138 **** 1234 A 赵婷 至 5月25日，还有 16 天');
    expect(page.text()).toContain('5月1日 已失效，过了 8 天');
    expect(page.element.querySelector('.page nav [aria-current=page]')?.textContent).toBe('A 级');
  });

  it('reads on without losing what is shown', async () => {
    await open();
    await page.press('更多客户');
    const more = await page.answer('GET', '/customers', { rows: [listed({ id: 'c-3', name: '吴明' })], next: null });
    expect(more.request.params.get('after')).toBe('second');
    expect([...page.element.querySelectorAll('tbody th')].map((one) => one.textContent)).toEqual(['陈桂芳', '李建国', '吴明']);
    expect(page.text()).not.toContain('更多客户');
  });

  it('follows the office: as many rows as are shown are read again, and nothing goes away meanwhile', async () => {
    await open();
    await page.press('更多客户');
    await page.answer('GET', '/customers', { rows: [listed({ id: 'c-3', name: '吴明' })], next: 'third' });
    await page.hearsOfAChange();
    await page.answer('GET', '/claims/awaiting', { claims: [], next: null });
    await page.answer('GET', '/customers', { rows: [listed({ id: 'c-0', name: '新来的' }), listed()], next: 'second' });
    const names = () => [...page.element.querySelectorAll('tbody th')].map((one) => one.textContent);
    expect(names()).toEqual(['陈桂芳', '李建国', '吴明']);
    await page.answer('GET', '/customers', { rows: [listed({ id: 'c-2', name: '李建国' })], next: null });
    expect(names()).toEqual(['新来的', '陈桂芳', '李建国']);
    expect(page.text()).not.toContain('更多客户');
  });

  it('says how many customers wait for a manager, where the pages about customers are named', async () => {
    await open();
    await page.answer('GET', '/claims/awaiting', { claims: [claim({ awaitsManager: true }), claim({ id: 'k-2' })], next: '44' });
    expect(page.text()).toContain('待定 2+');
  });

  it('sends a whole number in a body and keeps it out of the address', async () => {
    await open();
    await page.type('#customers-search', '138 0000 1234');
    await settle();
    const sent = await page.answer('POST', '/customers/search', { customers: [{ id: 'c-9', label: '周先生', phoneMasked: '138 **** 1234', owner: { id: 'li', name: '李强' }, validUntil: null, lapsed: false, lastVisit: null, visits: 0 }] });
    expect(sent.request.body).toEqual({ text: '138 0000 1234' });
    expect(TestBed.inject(Router).url).toBe('/customers');
    expect(page.text()).toContain('周先生 138 **** 1234 原顾问 李强 长期有效');
  });

  it('puts a name into the address, and says what half a number is', async () => {
    await open();
    await page.type('#customers-search', 'chen');
    await settle();
    expect(TestBed.inject(Router).url).toBe('/customers?text=chen');
    await page.answer('GET', '/customers', { rows: [], next: null });
    expect(page.text()).toContain('没有符合条件的客户');
    await page.type('#customers-search', '13800');
    expect(page.text()).toContain('请输入后四位，或完整的号码');
  });

  it('hands the selected over: who moves and who stays is seen first, and a change is shown anew', async () => {
    await open();
    page.element.querySelector<HTMLInputElement>('thead input')?.click();
    await page.shown();
    expect(page.text()).toContain('已选 2 位');
    await page.press('移交给…');
    page.element.querySelector<HTMLInputElement>('lj-agent-choice input')?.click();
    await page.shown();
    const preview = { to: { id: wang, name: '王敏' }, moves: [{ id: 'c-1', label: '陈女士', owner: { id: 'zhao', name: '赵婷' }, validUntil: '2026-05-25' }], stays: [{ id: 'c-2', label: '李先生', why: 'nobodys' }], digest: 'd-1' };
    const asked = await page.answer('POST', '/customers/hand-over/preview', preview);
    expect(asked.request.body).toEqual({ customers: ['c-1', 'c-2'], to: wang });
    expect(page.text()).toContain('1 位将归王敏 陈女士 现归赵婷 有效期至 5月25日');
    expect(page.text()).toContain('李先生 没有归属，可从公海认领');
    await page.type('#hand-over-reason', '长假');
    await page.send();
    await page.refuse('POST', '/customers/hand-over', 'selection_changed');
    await page.answer('POST', '/customers/hand-over/preview', { ...preview, digest: 'd-2' });
    await page.send();
    const sent = await page.answer('POST', '/customers/hand-over', { moved: 1, entry: 7 });
    expect(sent.request.body).toEqual({ customers: ['c-1', 'c-2'], to: wang, digest: 'd-2', reason: '长假' });
    expect(page.element.querySelector('dialog')).toBeNull();
    expect(page.text()).not.toContain('已选');
  });

  it('goes by keys: / to the box, down to the names, X selects', async () => {
    await open();
    document.body.append(page.element.parentElement ?? page.element);
    const key = (name: string) => document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true, cancelable: true }));
    expect(document.activeElement?.id).toBe('customers-search');
    key('ArrowDown');
    key('ArrowDown');
    expect(document.activeElement?.textContent).toBe('李建国');
    key('x');
    await page.shown();
    expect(page.text()).toContain('已选 1 位');
  });

  it('keeps a view of one\'s own, and lets an agent select nobody', async () => {
    await open('/customers?source=call&text=chen', 'agent');
    expect(page.element.querySelector('tbody input')).toBeNull();
    await page.press('存为视图');
    await page.type('#view-name', '来电');
    page.element.querySelector('.acts form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await page.shown();
    expect(page.element.querySelector('.page nav [aria-current=page]')?.textContent).toBe('来电');
    expect(localStorage.getItem('lunjie.customer-views')).toBe('[{"name":"来电","asked":{"source":"call"}}]');
  });
});
