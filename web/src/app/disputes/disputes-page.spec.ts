import type { DisputeRow, DisputeView, Precedent } from '@lunjie/contracts';
import { morning } from '../../testing/decisions';
import { PageInSpec } from '../../testing/pages';
import { member } from '../../testing/staff';
import DisputesPage from './disputes-page';

const hash = 'ab'.repeat(32);
const zhao = { id: 'zhao', name: '赵婷' };
const li = { id: 'li', name: '李强' };
const side = (agent: string, registeredAt: number) => ({ agent, registeredAt, entry: 1, validUntil: null, valid: true, wished: false, closed: false, escorted: false, contactsLogged: 2 });
const facts = { kind: 'registered_twice', principle: 'first_registration', earlier_claim: 'valid', later_claim: 'none', wish: 'none', holder: 'earlier', contacts: 'equal', same_day: 'yes', deal: 'no', parties: 'two' };
const precedent: Precedent = { id: 'd-9', kind: 'registered_twice', customer: '何女士', settledAt: morning, clause: 'ruling', clauses: ['003 §(五)3(2)'], outcome: 'shared', asProposed: false, words: '各有功劳', common: ['kind', 'holder'], differing: ['deal'], facts };

function row(changes: Partial<DisputeRow> = {}): DisputeRow {
  return { id: 'd-1', customer: { id: 'c-1', label: '罗先生' }, kind: 'registered_twice', step: 'department_manager', state: 'open', parties: [zhao, li], openedAt: morning, dueAt: morning + 86_400_000, unit: '6-1102', outcome: null, owner: null, mine: true, ...changes };
}
function view(changes: Partial<DisputeView> = {}): DisputeView {
  return {
    row: row(), full: true, openedBy: null, fileHash: hash, entry: 30, decision: null, precedents: [precedent], appealUntil: null, names: { zhao: '赵婷', li: '李强' }, may: ['state', 'rule'], ladder: ['negotiate', 'department', 'department_manager'],
    file: {
      customer: 'c-1', deal: 'x', claimants: [side('zhao', morning), side('li', morning + 60_000)], holder: 'zhao', facts, policyVersion: 7, proposal: { kind: 'conflict', owner: 'zhao', principle: 'first_registration', claimants: [side('zhao', morning)], principles: [], decidedAt: morning, policyVersion: 7 },
      evidence: [{ kind: 'registration', agent: 'zhao', at: morning, entry: 28, hash, rank: 0 }, { kind: 'registered_again', agent: 'li', at: morning + 60_000, entry: 29, hash, rank: 0 }],
    },
    acts: [{ kind: 'statement', at: morning + 120_000, entry: 31, hash, by: li, step: null, owner: null, outcome: null, upheld: null, words: '客户先给我打过电话' }],
    deal: { id: 'x', unit: '6-1102', commissionFen: 1_000_001, frozen: true, shares: [{ payee: 'owner', agent: zhao, fen: 1_000_001 }] }, ...changes,
  };
}

describe('the disputes desk', () => {
  let page: PageInSpec;

  beforeEach(async () => {
    page = await PageInSpec.of('disputes', DisputesPage, 'disputes', 'claims', 'customers', 'reception', 'verdict');
  });

  const open = async (of: DisputeView = view(), role: 'agent' | 'manager' = 'manager', address = '/disputes?case=d-1') => {
    await page.open(address, role);
    await page.answer('GET', '/people', [member({ id: 'zhao', name: '赵婷' }), member({ id: 'li', name: '李强' })]);
    await page.answer('GET', '/disputes', { disputes: [of.row], now: morning });
    if (address.includes('case')) await page.answer('GET', '/disputes/d-1', of);
  };

  it('puts both sides next to each other, each piece of evidence on its side with its hash, and like cases below', async () => {
    await open();
    expect(page.text()).toContain('罗先生归谁');
    expect([...page.element.querySelectorAll('.side h3')].map((one) => one.textContent)).toEqual(['赵婷', '李强']);
    const moments = [...page.element.querySelectorAll<HTMLElement>('.moments li')].map((one) => [one.style.getPropertyValue('--column'), one.querySelector('strong')?.textContent]);
    expect(moments).toEqual([['1', '客户建档'], ['2', '重复建档'], ['2', '李强陈述']]);
    expect(page.text()).toContain('客户先给我打过电话');
    expect(page.text()).toContain('登记簿第 28 条 · abababababab');
    expect(page.text()).toContain('争议期间冻结');
    expect(page.text()).toContain('2/3 项相同 何女士 · 归一方，提成分享 · 与规则结论不同');
  });

  it('finds precedents by how they came about, what was said and the facts alike, from the keyboard', async () => {
    await open(view(), 'manager', '/disputes');
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'p', bubbles: true }));
    await page.shown();
    await page.press('重复登记');
    await page.type('#precedent-clause', ' 003 §(五) ');
    await page.type('#precedent-words', '功劳');
    const deal = [...page.element.querySelectorAll<HTMLSelectElement>('.facts select')].find((one) => one.parentElement?.textContent?.includes('是否成交'));
    if (!deal) throw new Error('no choice of the deal');
    deal.value = 'no';
    deal.dispatchEvent(new Event('change'));
    await page.send();
    const asked = await page.answer('GET', '/disputes/precedents', { precedents: [precedent] });
    expect(Object.fromEntries(asked.request.params.keys().map((key) => [key, asked.request.params.get(key)]))).toEqual({ kind: 'registered_twice', clause: '003 §(五)', words: '功劳', facts: 'deal:no' });
    expect(page.text()).toContain('何女士 · 归一方，提成分享');
    expect(page.text()).toContain('各有功劳');
    await page.press('003 §(五)3(2)');
    expect(page.asked('GET', '/disputes/precedents').request.params.get('clause')).toBe('003 §(五)3(2)');
  });

  it('says what a ruling moves before it is made, and asks for a reason', async () => {
    await open();
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'r', bubbles: true }));
    await page.shown();
    const asked = await page.answer('POST', '/disputes/d-1/preview', { owner: zhao, ownerBefore: zhao, commissionFen: 1_000_001, before: [{ payee: 'owner', agent: zhao, fen: 1_000_001 }], after: [{ payee: 'owner', agent: zhao, fen: 1_000_001 }] });
    expect(asked.request.body).toEqual({ outcome: 'owner', owner: 'zhao' });
    await page.press('李强');
    await page.answer('POST', '/disputes/d-1/preview', { owner: li, ownerBefore: zhao, commissionFen: 1_000_001, before: [{ payee: 'owner', agent: zhao, fen: 1_000_001 }], after: [{ payee: 'owner', agent: li, fen: 1_000_001 }] });
    expect(page.text()).toContain('归属：赵婷 → 李强');
    expect(page.text()).toContain('赵婷：10,000.01 元 → 0 元');
    expect(page.element.querySelector<HTMLButtonElement>('lj-dispute-ruling [type=submit]')?.disabled).toBe(true);
    await page.type('#ruling-reason', '以跟进为准');
    await page.send();
    expect(page.asked('POST', '/disputes/d-1/ruling').request.body).toEqual({ outcome: 'owner', owner: 'li', reason: '以跟进为准' });
  });

  it('lets a party agree and say their side, and not rule', async () => {
    await open(view({ row: row({ step: 'negotiate' }), may: ['state', 'consent', 'move_up'], precedents: [] }), 'agent');
    expect([...page.element.querySelectorAll('.acts button')].map((one) => one.textContent?.trim().slice(0, 2))).toEqual(['陈述', '同意', '升级']);
    await page.press('同意归谁 G');
    await page.press('李强');
    await page.send();
    expect(page.asked('POST', '/disputes/d-1/consent').request.body).toEqual({ owner: 'li' });
  });

  it('says how it ended and until when it may be appealed', async () => {
    await open(view({ row: row({ state: 'ruled', outcome: 'owner', owner: li }), may: ['appeal'], decision: { kind: 'dispute', dispute: 'd-1', outcome: 'owner', clause: 'ruling', owner: 'li', ownerBefore: 'zhao', proposed: 'zhao', shares: [], isAppeal: false, decidedAt: morning, policyVersion: 7 } }), 'agent');
    expect(page.text()).toContain('判给李强 与规则结论不同');
    expect(page.text()).toContain('前可申诉');
    await page.press('申诉 A');
    await page.type('#own-words', '不服');
    await page.send();
    expect(page.asked('POST', '/disputes/d-1/appeal').request.body).toEqual({ reason: '不服' });
  });

  it('says why who rules second came too late', async () => {
    await open();
    await page.press('陈述 S');
    await page.type('#own-words', '补充说明');
    await page.send();
    await page.refuse('POST', '/disputes/d-1/statements', 'dispute_settled', {});
    expect(page.element.querySelector('[role=alert]')?.textContent).toContain('结论');
  });

  it('is empty in words', async () => {
    await page.open('/disputes', 'agent');
    await page.answer('GET', '/disputes', { disputes: [], now: morning });
    expect(page.text()).toContain('您现在没有争议');
  });
});
