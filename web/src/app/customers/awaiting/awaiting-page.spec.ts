import { claim } from '../../../testing/customers';
import { PageInSpec } from '../../../testing/pages';
import { member } from '../../../testing/staff';
import AwaitingPage from './awaiting-page';

describe('the customers on whom a manager has to decide', () => {
  let page: PageInSpec;
  const waiting = [claim({ standing: 'lapsed', awaitsManager: true, until: '2026-05-01' }), claim({ id: 'k-2', entry: 43, customer: { id: 'c-2', label: '李先生' }, agent: { id: 'li', name: '李强' }, standing: 'lapsed', awaitsManager: true, until: '2026-05-02' })];

  beforeEach(async () => {
    page = await PageInSpec.of('customers/awaiting', AwaitingPage, 'claims', 'customers', 'reception');
  });

  const open = async (claims: readonly object[] = waiting, next: string | null = null) => {
    await page.open('/customers/awaiting', 'manager');
    await page.answer('GET', '/people', [member({ id: 'zhao', name: '赵婷' }), member({ id: 'li', name: '李强' })]);
    await page.answerEach('GET', '/claims/awaiting', { claims, next });
  };

  it('says whose they were and since when that is over, longest first', async () => {
    await open();
    expect(page.text()).toMatch(/陈女士 原归 赵婷 有效期至 5月1日，过了 \d+ 天 登记簿第 41 条.*李先生 原归 李强 有效期至 5月2日，过了 \d+ 天/);
  });

  it('decides on several at once by the hand-over that was looked at, and they are gone from the list', async () => {
    await open();
    for (const box of page.element.querySelectorAll<HTMLInputElement>('input[type=checkbox]')) box.click();
    await page.shown();
    expect(page.text()).toContain('已选 2 位');
    await page.press('决定归谁…');
    expect(page.element.querySelector('dialog')).not.toBeNull();
    page.element.querySelector<HTMLButtonElement>('dialog .close')?.click();
    await page.shown();
    [...page.element.querySelectorAll<HTMLButtonElement>('.bulk button')].at(-1)?.click();
    await page.shown();
    await page.press('李强');
    const looked = await page.answer('POST', '/customers/hand-over/preview', { to: { id: 'li', name: '李强' }, digest: 'd', stays: [], moves: [{ id: 'c-1', label: '陈女士', owner: { id: 'zhao', name: '赵婷' }, validUntil: '2026-05-01' }] });
    expect(looked.request.body).toEqual({ customers: ['c-1', 'c-2'], to: 'li' });
    await page.type('#hand-over-reason', '仍归原顾问');
    await page.send();
    const sent = await page.answer('POST', '/customers/hand-over', { moved: 2, entry: 90 });
    expect(sent.request.body).toEqual({ customers: ['c-1', 'c-2'], to: 'li', digest: 'd', reason: '仍归原顾问' });
    await page.answerEach('GET', '/claims/awaiting', { claims: [], next: null });
    expect(page.text()).toContain('没有等待决定的客户');
  });

  it('reads on, and says why it could not', async () => {
    await open(waiting, '43');
    await page.press('更多');
    const more = await page.answer('GET', '/claims/awaiting', { claims: [claim({ id: 'k-3', customer: { id: 'c-3', label: '周先生' }, standing: 'lapsed', until: '2026-05-03' })], next: '50' });
    expect(more.request.params.get('after')).toBe('43');
    expect(page.text()).toContain('周先生');
    await page.press('更多');
    await page.refuse('GET', '/claims/awaiting', 'not_permitted', {}, 403);
    expect(page.element.querySelector('[role=alert]')).not.toBeNull();
    expect(page.text()).toContain('周先生');
  });
});
