import type { HandoverView } from '@lunjie/contracts';
import { PageInSpec } from '../../testing/pages';
import { OpenHandovers } from './open-handovers';

const shift = (changes: Partial<HandoverView> = {}): HandoverView => ({
  id: 'h-1', place: 'desk', date: '2026-05-09', at: Date.now(), by: { id: 'sun', name: '孙倩' }, entry: 9, items: [], matters: { waiting: [], requests: [], flatVisitors: 0 }, remarks: null, taken: null, may: ['take_over'], ...changes,
});

describe('shifts that wait to be taken over', () => {
  let page: PageInSpec;

  beforeEach(async () => {
    page = await PageInSpec.of('desk', OpenHandovers, 'desk', 'notices');
    await page.open('/desk', 'desk');
  });

  const link = () => [...page.element.querySelectorAll('a')].map((one) => [one.getAttribute('href'), one.getAttribute('aria-label')]);

  it('take no room until they are read, and none while there are none', async () => {
    expect(page.element.children).toHaveLength(0);
    await page.answer('GET', '/handovers', { handovers: [shift({ taken: { at: Date.now(), by: { id: 'li', name: '李强' }, entry: 10, remarks: null, differences: 0 }, may: [] })] });
    expect(page.element.children).toHaveLength(0);
  });

  it('are one line, which leads to the shift', async () => {
    await page.answer('GET', '/handovers', { handovers: [shift()] });
    expect(link()).toEqual([['/handovers/h-1', expect.stringMatching(/^前台：孙倩 .+ 已交班，请接班$/)]]);
    expect(page.text()).toContain(link()[0]?.[1]);
  });

  it('are still one line where there are several, which leads to all of them', async () => {
    await page.answer('GET', '/handovers', { handovers: [shift(), shift({ id: 'h-2', place: 'show_flat' })] });
    expect(link()).toEqual([['/handovers', '2 班已交，等人接班']]);
  });
});
