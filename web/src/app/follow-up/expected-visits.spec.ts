import type { ExpectedVisit } from '@lunjie/contracts';
import { PageInSpec } from '../../testing/pages';
import { ExpectedVisits } from './expected-visits';

const visit = (changes: Partial<ExpectedVisit> = {}): ExpectedVisit => ({
  id: 't-1', customer: { id: 'c-1', label: '苏女士' }, agent: { id: 'li', name: '李强' }, at: Date.parse('2026-05-09T14:30:00+08:00'), state: 'expected', ...changes,
});

describe('visits that are expected today', () => {
  let page: PageInSpec;

  beforeEach(async () => {
    page = await PageInSpec.of('desk', ExpectedVisits, 'followUp', 'reception');
    await page.open('/desk', 'desk');
  });

  const lines = () => [...page.element.querySelectorAll('li')].map((line) => [...line.childNodes].map((part) => part.textContent?.trim()).filter(Boolean).join(' '));

  it('keep the room of a line until they are read, and say it when nobody is expected', async () => {
    expect([page.text(), lines()]).toEqual(['今天约访', ['']]);
    await page.answer('GET', '/follow-ups/expected', { date: '2026-05-09', visits: [] });
    expect(lines()).toEqual(['今天没有约访。']);
  });

  it('stand by the hour with who invited them and whether they came', async () => {
    await page.answer('GET', '/follow-ups/expected', { date: '2026-05-09', visits: [visit(), visit({ id: 't-2', customer: { id: 'c-2', label: '' }, state: 'came' })] });
    expect(lines()).toEqual(['14:30 苏女士 李强 · 待到访', '14:30 未留姓名的客户 李强 · 已到访']);
  });
});
