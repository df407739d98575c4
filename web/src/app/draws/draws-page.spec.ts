import type { DrawEntry, DrawList, DrawRecord, DrawView } from '@lunjie/contracts';
import { canonicalList, digestOf, drawFrom, hashOf, listHashOf } from '@lunjie/register';
import { morning } from '../../testing/decisions';
import { PageInSpec } from '../../testing/pages';
import { member } from '../../testing/staff';
import DrawsPage from './draws-page';

const seed = '5e'.repeat(32);
const list: DrawList = canonicalList({
  office: 'office-1', draw: 'd-1', from: 'li', reason: 'left', agents: ['wang', 'zhao'],
  customers: [{ id: 'c-1', grade: 'A' }, { id: 'c-2', grade: 'A' }, { id: 'c-3', grade: '-' }],
});

function entry(number: number, kind: string, content: object): DrawEntry {
  const bare = { officeId: 'office-1', number, at: morning + number, kind, by: 'boss', subject: 'd-1', corrects: null, content, commitment: null, previous: '0'.repeat(64) };
  return { ...bare, hash: hashOf(bare) };
}

/** A record as the office published it. */
function record(): DrawRecord {
  const listHash = listHashOf(list);
  const result = drawFrom(list, seed);
  return {
    format: 'lunjie-draw-1', list, listHash, seed, result, published: entry(10, 'draw_published', { listHash }), drawn: entry(11, 'draw_drawn', { listHash, seed, result: digestOf(result) }),
    names: { agents: { wang: '王敏', zhao: '赵婷' }, customers: {} },
  };
}

const people = [{ id: 'wang', name: '王敏' }, { id: 'zhao', name: '赵婷' }];

function drawn(changes: Partial<DrawView> = {}): DrawView {
  const { result, listHash } = record();
  return {
    draw: {
      id: 'd-1', state: 'done', method: 'random', reason: 'left', from: { id: 'li', name: '李强' }, agents: people, customers: 3, listHash,
      publishedAt: morning, publishedBy: { id: 'boss', name: '郑总' }, publishedEntry: 10, doneAt: morning, doneBy: { id: 'boss', name: '郑总' }, doneEntry: 11,
    },
    customers: list.customers.map((one) => ({ ...one, label: `${one.id}女士`, agent: people.find(({ id }) => id === result.find(({ customer }) => customer === one.id)?.agent) ?? null, moved: true })),
    record: record(), ...changes,
  };
}

describe('the redistribution of customers', () => {
  let page: PageInSpec;

  beforeEach(async () => {
    page = await PageInSpec.of('draws', DrawsPage, 'draws', 'customers', 'reception');
  });

  const open = async (address: string, role: 'manager' | 'agent' = 'manager', rows: readonly object[] = []) => {
    await page.open(address, role);
    await page.answer('GET', '/people', [member({ id: 'li', name: '李强', state: 'left' }), member(), member({ id: 'zhao', name: '赵婷' })]);
    await page.answer('GET', '/draws', { draws: rows, next: null });
  };

  it('recomputes a draw here, from its record alone', async () => {
    await open('/draws?draw=d-1', 'agent', [drawn().draw]);
    await page.answer('GET', '/draws/d-1', drawn());
    expect(page.text()).toContain('李强的客户 已完成');
    await page.press('验算');
    expect(page.text()).toContain('✓ 验算一致');
    expect(page.text()).not.toContain('取消这次抽数');
  });

  it('names what does not hold where one letter was changed', async () => {
    await open('/draws?draw=d-1');
    const [first, ...others] = record().result;
    await page.answer('GET', '/draws/d-1', drawn({ record: { ...record(), result: [{ customer: first?.customer ?? '', agent: first?.agent === 'wang' ? 'zhao' : 'wang' }, ...others] } }));
    await page.press('验算');
    expect(page.text()).toContain('结果与名单和种子算出来的不同');
    expect(page.text()).not.toContain('验算一致');
  });

  it('shows the list before it is published, and draws only after', async () => {
    await open('/draws?from=li');
    expect(page.element.querySelector<HTMLInputElement>('input[value=left]')?.checked).toBe(true);
    await page.send();
    const preview = { method: 'random', from: { id: 'li', name: '李强' }, reason: 'left', customers: [{ id: 'c-1', grade: 'A', label: '陈女士' }], agents: people, shares: [{ grade: 'A', customers: 1, least: 0, most: 1 }], assignments: [], listHash: 'a'.repeat(64) };
    expect((await page.answer('POST', '/draws/preview', preview)).request.body).toEqual({ from: 'li', reason: 'left' });
    expect(page.text()).toContain('李强的 1 位客户由抽数分给 2 位顾问');
    expect(page.text()).toContain('A 1 0 或 1');
    await page.press('公布名单');
    const published = drawn({ draw: { ...drawn().draw, state: 'published', doneAt: null, doneBy: null, doneEntry: null }, record: { ...record(), seed: null, drawn: null, result: [] } });
    expect((await page.answer('POST', '/draws', published)).request.body).toEqual({ from: 'li', reason: 'left', listHash: 'a'.repeat(64) });
    await page.answer('GET', '/draws', { draws: [published.draw], next: null });
    await page.answer('GET', '/draws/d-1', published);
    expect(page.text()).toContain('这份名单公布后就不能改');
    await page.press('验算');
    expect(page.text()).toContain('还没有抽数');
    await page.press('抽数');
    [...page.element.querySelectorAll<HTMLButtonElement>('dialog button')].at(-1)?.click();
    await page.shown();
    await page.answer('POST', '/draws/d-1/draw', drawn());
    expect(page.text()).toContain('抽出的种子');
  });

  it('has a manager give every customer before anything is done by hand', async () => {
    await open('/draws?from=li');
    await page.send();
    await page.answer('POST', '/draws/preview', { method: 'manual', from: { id: 'li', name: '李强' }, reason: 'left', customers: [{ id: 'c-1', grade: 'A', label: '陈女士' }], agents: people, shares: [], assignments: [], listHash: 'a'.repeat(64) });
    const give = [...page.element.querySelectorAll<HTMLButtonElement>('section button')].find((one) => one.textContent?.includes('按此分配'));
    expect(give?.disabled).toBe(true);
    const select = page.element.querySelector<HTMLSelectElement>('.list select');
    if (select) select.value = 'zhao';
    select?.dispatchEvent(new Event('change'));
    await page.shown();
    give?.click();
    await page.shown();
    expect(page.asked('POST', '/draws').request.body).toEqual({ from: 'li', reason: 'left', listHash: 'a'.repeat(64), assignments: [{ customer: 'c-1', agent: 'zhao' }] });
  });

  it('tells everybody what will stand here', async () => {
    await open('/draws', 'agent');
    expect(page.text()).toContain('还没有重新分配过');
    expect(page.text()).not.toContain('重新分配一位顾问的客户');
  });
});
