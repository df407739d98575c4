import type { PoolPage as Page, PoolRow } from '@lunjie/contracts';
import { morning } from '../../testing/decisions';
import { PageInSpec } from '../../testing/pages';
import { member } from '../../testing/staff';
import PoolPage from './pool-page';

const dayMs = 86_400_000;

function inPool(changes: Partial<PoolRow> = {}): PoolRow {
  return { customer: 'c-1', label: '陈女士', phoneMasked: '*** **** 1234', grade: 'B', since: Date.now() - 3.5 * dayMs, untilDate: null, previous: null, lastContactAt: null, coolsDownUntil: null, ...changes };
}

describe('the shared pool', () => {
  let page: PageInSpec;

  beforeEach(async () => {
    page = await PageInSpec.of('pool', PoolPage, 'pool', 'customers', 'reception');
  });

  const open = async (answer: Partial<Page> = {}, role: 'agent' | 'manager' | 'auditor' = 'agent') => {
    await page.open('/pool', role);
    await page.answer('GET', '/people', [member()]);
    await page.answer('GET', '/pool', { customers: [inPool(), inPool({ customer: 'c-2', label: '李先生', coolsDownUntil: Date.now() + dayMs })], next: null, who: 'agents', mayClaim: true, leftToday: 2, ...answer });
  };

  it('says since when, how many more today, and until when one who lost a customer waits', async () => {
    await open();
    expect(page.text()).toContain('今天还可以认领 2 位');
    expect(page.text()).toMatch(/陈女士 B \*\*\* \*\*\*\* 1234 .*进入，3 天/);
    expect(page.text()).toContain('您刚失去这位客户');
    expect(page.element.querySelectorAll('li button')).toHaveLength(1);
  });

  it('asks before it claims, and takes the customer off the list', async () => {
    await open();
    await page.press('认领');
    expect(page.text()).toContain('先到先得');
    const confirm = [...page.element.querySelectorAll<HTMLButtonElement>('dialog button')].at(-1);
    confirm?.click();
    await page.shown();
    const sent = await page.answer('POST', '/pool/c-1/claim', { customer: 'c-1', agent: { id: 'zhao', name: '赵婷' }, until: '2026-06-01', entry: 9, leftToday: 1 });
    expect(sent.request.body).toEqual({});
    expect(page.text()).not.toContain('陈女士');
    await page.answer('GET', '/pool', { customers: [], next: null, who: 'agents', mayClaim: true, leftToday: 1 });
    expect(page.text()).toContain('公海里没有客户');
  });

  it('says kindly who was faster, and shows who is still there', async () => {
    await open();
    await page.press('认领');
    [...page.element.querySelectorAll<HTMLButtonElement>('dialog button')].at(-1)?.click();
    await page.shown();
    await page.refuse('POST', '/pool/c-1/claim', 'pool_taken', { customer: '陈女士', owner: '李强' });
    expect(page.element.querySelector('[role=alert]')?.textContent).toContain('李强');
    await page.answer('GET', '/pool', { customers: [inPool({ customer: 'c-3', label: '周女士' })], next: null, who: 'agents', mayClaim: true, leftToday: 2 });
    expect([...page.element.querySelectorAll('.who strong')].map((one) => one.textContent)).toEqual(['周女士']);
  });

  it('lets a manager give customers out, and others only look', async () => {
    await open({ who: 'manager', leftToday: null }, 'manager');
    await page.press('分给…');
    await page.press('王敏');
    [...page.element.querySelectorAll<HTMLButtonElement>('dialog button')].at(-1)?.click();
    await page.shown();
    expect(page.asked('POST', '/pool/c-1/claim').request.body).toEqual({ agentId: 'wang' });
  });

  it('shows nothing to press to who may not claim, and says who may', async () => {
    await open({ mayClaim: false, leftToday: null }, 'auditor');
    expect(page.text()).toContain('公海由顾问认领，您只能查看');
    expect(page.element.querySelectorAll('li button')).toHaveLength(0);
  });

  it('keeps further pages below the first when it is read again', async () => {
    await open({ customers: [inPool()], next: `${morning}.x` });
    await page.press('更多');
    const more = await page.answer('GET', '/pool', { customers: [inPool({ customer: 'c-5', label: '吴先生' })], next: null, who: 'agents', mayClaim: true, leftToday: 2 });
    expect(more.request.params.get('after')).toBe(`${morning}.x`);
    expect([...page.element.querySelectorAll('.who strong')].map((one) => one.textContent)).toEqual(['陈女士', '吴先生']);
  });
});
