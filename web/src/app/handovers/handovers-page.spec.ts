import type { HandoverSheet, HandoverView } from '@lunjie/contracts';
import { morning } from '../../testing/decisions';
import { PageInSpec } from '../../testing/pages';
import HandoverPage from './handover-page';
import HandoversPage from './handovers-page';

const tablet = { item: 'tablet', text: { zh: '登记平板', en: 'Tablets' }, kind: 'device' as const, expected: 2 };
const sheet: HandoverSheet = { place: 'desk', open: null, matters: { waiting: [{ visit: 'v', label: '沈先生', since: morning }], requests: [], flatVisitors: 0 }, items: [{ ...tablet, last: 1 }] };
const handed: HandoverView = { id: 'h-1', place: 'desk', date: '2026-05-09', at: morning, by: { id: 'd', name: '孙倩' }, entry: 7, matters: sheet.matters, items: [{ ...tablet, count: 2, found: null }], remarks: '灯已报修', taken: null, may: ['take_over'] };

describe('handing a shift over', () => {
  it('begins with what the office knows, and sends what was counted', async () => {
    const page = await PageInSpec.of('handovers', HandoversPage, 'handovers', 'requests', 'reception');
    await page.open('/handovers', 'desk');
    await page.answer('GET', '/handovers', { handovers: [] });
    await page.press('前台交班');
    await page.answer('GET', '/handovers/sheet', sheet);
    expect(page.text()).toContain('沈先生在等候');
    await page.press('+');
    await page.send();
    expect(page.asked('POST', '/handovers').request.body).toEqual({ place: 'desk', items: [{ item: 'tablet', count: 2 }], remarks: null });
  });

  it('is taken over with what differs and nothing else', async () => {
    const page = await PageInSpec.of('handovers/:id', HandoverPage, 'handovers', 'requests', 'claims', 'reception');
    await page.open('/handovers/h-1', 'manager');
    await page.answer('GET', '/handovers/h-1', handed);
    expect(page.text()).toContain('全部相符，接班');
    await page.press('−');
    expect(page.text()).toContain('有 1 项不符，接班');
    await page.type('#take-over-remarks', '一台在充电');
    await page.send();
    expect(page.asked('POST', '/handovers/h-1/take-over').request.body).toEqual({ differences: [{ item: 'tablet', count: 1 }], remarks: '一台在充电' });
  });
});
