import type { FollowUpsView, TaskRow } from '@lunjie/contracts';
import { PageInSpec } from '../../testing/pages';
import { MyFollowUps } from './my-follow-ups';

const task: TaskRow = {
  id: 't-1', kind: 'cadence', customer: { id: 'k-1', label: '王先生' }, grade: 'A', agent: { id: 'zhao', name: '赵婷' }, dueDate: '2026-05-09', dueAt: Date.parse('2026-05-10T09:00:00+08:00'), way: null, step: null, level: 0,
  doneAt: null, outcome: null, mayCall: true,
};
const view = (quietHours: FollowUpsView['quietHours']): FollowUpsView => ({ today: '2026-05-09', overdue: [], due: [task], next: [], holdsFromLine: false, quietHours });

describe('calling from my follow-ups', () => {
  const opened = async (quietHours: FollowUpsView['quietHours']): Promise<PageInSpec> => {
    const page = await PageInSpec.of('me', MyFollowUps, 'followUp', 'reception');
    await page.open('/me', 'agent');
    await page.answer('GET', '/follow-ups', view(quietHours));
    page.element.querySelector<HTMLButtonElement>('.acts button')?.click();
    await page.shown();
    await page.answer('POST', '/customers/k-1/phone', { phone: '13800000001' });
    return page;
  };
  const press = (page: PageInSpec): void => {
    const click = new MouseEvent('click', { bubbles: true, cancelable: true });
    const link = page.element.querySelector('a[href^="tel:"]');
    // Nothing here answers a telephone.
    link?.addEventListener('click', (event) => { if (!event.defaultPrevented) reached.push(event); event.preventDefault(); }, { once: true });
    link?.dispatchEvent(click);
  };
  const reached: Event[] = [];
  beforeEach(() => reached.splice(0));

  it('asks first in the hours in which customers are left in peace', async () => {
    const page = await opened({ from: '00:00', until: '24:00' });
    press(page);
    await page.shown();
    expect([reached.length, page.text()]).toEqual([0, expect.stringContaining('现在是免打扰时段')]);
  });

  it('calls at once at any other time', async () => {
    const page = await opened(null);
    press(page);
    await page.shown();
    expect([reached.length, page.text()]).toEqual([1, expect.not.stringContaining('免打扰')]);
  });
});
