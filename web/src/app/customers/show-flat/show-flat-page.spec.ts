import type { ShowFlatRow } from '@lunjie/contracts';
import { morning } from '../../../testing/decisions';
import { PageInSpec } from '../../../testing/pages';
import { member } from '../../../testing/staff';
import ShowFlatPage from './show-flat-page';

function visitor(changes: Partial<ShowFlatRow> = {}): ShowFlatRow {
  return { id: 'f-1', at: morning, customer: { id: 'c-1', label: '陈女士' }, phoneMasked: '138 **** 1234', partySize: 2, by: { id: 'desk', name: '刘芳' }, visitedOffice: false, handedOverAt: null, referredTo: null, entry: 31, ...changes };
}

describe('the sheet of the show flat', () => {
  let page: PageInSpec;

  beforeEach(async () => {
    page = await PageInSpec.of('show-flat', ShowFlatPage, 'customers', 'claims', 'reception');
  });

  const open = async (rows: readonly ShowFlatRow[], address = '/show-flat?date=2026-05-09') => {
    await page.open(address, 'desk');
    await page.answer('GET', '/people', [member()]);
    await page.answer('GET', '/show-flat?date=2026-05-09', { date: '2026-05-09', rows });
  };

  it('says who has never been to the sales office, and who looks after them', async () => {
    await open([visitor(), visitor({ id: 'f-2', handedOverAt: morning, referredTo: { id: 'wang', name: '王敏' } })]);
    expect(page.text()).toContain('陈女士 138 **** 1234 2 人 没有到过售楼处');
    expect(page.text()).toContain('转给 王敏');
  });

  it('hands over only when everybody who never came has somebody', async () => {
    await open([visitor(), visitor({ id: 'f-2', visitedOffice: true })]);
    await page.press('移交 2 位给销售');
    const send = page.element.querySelector<HTMLButtonElement>('dialog button[type=submit]');
    expect(send?.disabled).toBe(true);
    const select = page.element.querySelector<HTMLSelectElement>('dialog select');
    if (select) select.value = 'wang';
    select?.dispatchEvent(new Event('change'));
    await page.shown();
    send?.click();
    await page.shown();
    expect(page.asked('POST', '/show-flat/hand-over').request.body).toEqual({ date: '2026-05-09', referrals: [{ row: 'f-1', agent: 'wang' }] });
  });

  it('says what the sheet is for where nobody came', async () => {
    await open([]);
    expect(page.text()).toContain('这一天没有参观者');
  });
});
