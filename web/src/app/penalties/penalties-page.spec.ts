import type { PenaltiesView, PenaltyView, PraiseView } from '@lunjie/contracts';
import { morning } from '../../testing/decisions';
import { PageInSpec } from '../../testing/pages';
import { member } from '../../testing/staff';
import PenaltiesPage from './penalties-page';

function penalty(changes: Partial<PenaltyView> = {}): PenaltyView {
  return {
    id: 'p-1', agent: { id: 'li', name: '李强' }, at: morning, trigger: 'slip', severity: null, suspendedUntil: morning + 7 * 86_400_000, policyVersion: 7, entry: 12, state: 'in_force', issuedBy: { id: 'm', name: '周经理' }, dealId: null, unit: null,
    appealUntil: morning + 3 * 86_400_000, reason: '铃响六声才接', appealWords: null, heardWords: null, may: [],
    decision: { row: 'slip', clause: '000 §12A', times: 1, deductFen: 0, fineFen: 0, points: 0, loseTurns: 0, suspendFor: { amount: 1, unit: 'week' }, forfeitsDeal: false, escalation: 'none', rulesNotMatched: [] }, ...changes,
  };
}
const triggers: PenaltiesView['triggers'] = [{ trigger: 'grabbing', clause: '003 §(二)4', graded: true, pay: ['dayBasePayFen'], forfeitsDeal: false }, { trigger: 'late_report', clause: '§1', graded: false, pay: [], forfeitsDeal: false }];

describe('penalties', () => {
  let page: PageInSpec;

  beforeEach(async () => {
    page = await PageInSpec.of('penalties', PenaltiesPage, 'penalties', 'disputes', 'claims', 'reception', 'verdict');
  });

  const open = async (role: 'agent' | 'manager' | 'admin' | 'finance', penalties: readonly PenaltyView[], praises: readonly PraiseView[] = []) => {
    await page.open('/penalties', role);
    await page.answer('GET', '/people', [member({ id: 'li', name: '李强' })]);
    await page.answer('GET', '/penalties', { penalties, praises, triggers });
  };

  it('shows an agent what it brought, the month, and until when they may appeal', async () => {
    await open('agent', [penalty({ may: ['appeal'] })]);
    expect(page.text()).toContain('过失单 生效 停接至');
    expect(page.text()).toContain('前可申诉');
    await page.answer('GET', '/penalties/statement', { agent: 'li', month: '2026-05', lines: [{ penalty: 'p-1', date: '2026-05-09', kind: 'issued', trigger: 'slip', clause: '', deductFen: 123_450, fineFen: 0, points: 1.5, entry: 12 }], deductFen: 123_450, fineFen: 0, points: 1.5 });
    expect(page.text()).toContain('合计 1,234.50 元 0 元 1.5');
    await page.press('申诉');
    await page.type('#own-words', '线路故障');
    await page.send();
    expect(page.asked('POST', '/penalties/p-1/appeal').request.body).toEqual({ reason: '线路故障' });
  });

  it('tells of praise who gave it, and leads to a customer\'s request whoever may read it', async () => {
    const praise: PraiseView = { id: 'b-1', agent: { id: 'li', name: '李强' }, at: Date.now(), entry: 9, by: { id: 'sun', name: '孙倩' }, reason: '讲得很细', check: null, request: 'r-1' };
    const links = () => [...page.element.querySelectorAll('lj-praise-list a')].map((one) => one.getAttribute('href'));
    await open('manager', [], [praise, { ...praise, id: 'b-2', request: null }]);
    expect(page.text()).toMatch(/李强（客户表扬，孙倩 登记） 讲得很细.*李强（孙倩 表扬）/);
    expect(links()).toEqual(['/requests/r-1']);
  });

  it.each(['agent', 'finance'] as const)('leads %s to no request of others', async (role) => {
    await open(role, [], [{ id: 'b-1', agent: { id: 'li', name: '李强' }, at: Date.now(), entry: 9, by: { id: 'sun', name: '孙倩' }, reason: null, check: null, request: 'r-1' }]);
    expect(page.text()).toContain('客户表扬');
    expect(page.element.querySelector('lj-praise-list a')).toBeNull();
  });

  it('asks of who issues only what the schedule asks for', async () => {
    await open('manager', []);
    await page.press('开处罚单');
    page.element.querySelector<HTMLElement>('dialog lj-agent-choice label')?.click();
    await page.shown();
    await page.press('late report §1');
    expect(page.element.querySelector('#pay-dayBasePayFen')).toBeNull();
    await page.press('抢客 003 §(二)4');
    await page.press('严重');
    await page.type('#pay-dayBasePayFen', '164.5');
    await page.type('#penalty-reason', '核实');
    await page.send();
    expect(page.asked('POST', '/penalties').request.body).toEqual({ agentId: 'li', trigger: 'grabbing', severity: 'serious', reason: '核实', dayBasePayFen: 16_450 });
  });

  it('takes the forfeited deal from the agent\'s own, by unit and customer', async () => {
    const of = (id: string, stage: string, unit: string) => ({ id, stage, unit, customer: { id: 'c', label: '罗先生' }, buyer: { id: 'c', label: '罗先生' }, handler: null, closer: null, businessDate: '2026-05-08', priceFen: 1, receivedFen: 0, softUntil: null, disputed: false });
    await page.open('/penalties', 'manager');
    await page.answer('GET', '/people', [member({ id: 'li', name: '李强' })]);
    await page.answer('GET', '/penalties', { penalties: [], praises: [], triggers: [{ trigger: 'diverted_deal', clause: '§2', graded: false, pay: [], forfeitsDeal: true }] });
    await page.press('开处罚单');
    page.element.querySelector<HTMLElement>('dialog lj-agent-choice label')?.click();
    await page.shown();
    const asked = await page.answer('GET', '/deals', { deals: [of('d-1', 'contract', '6-1102'), of('d-2', 'cancelled', '6-1103')] });
    expect(asked.request.params.get('agent')).toBe('li');
    await page.press('飞单 §2');
    expect(page.text()).not.toContain('6-1103');
    await page.press('6-1102 · 罗先生 2026-05-08');
    await page.type('#penalty-reason', '核实');
    await page.send();
    expect(page.asked('POST', '/penalties').request.body).toEqual({ agentId: 'li', trigger: 'diverted_deal', severity: null, reason: '核实', dealId: 'd-1' });
  });

  it('lets who hears appeals decide with a reason', async () => {
    await open('admin', [penalty({ state: 'appealed', appealWords: '线路故障', may: ['hear'] })]);
    await page.press('复核申诉');
    await page.press('成立 扣款、扣分、停接、扣轮、没收全部撤销');
    await page.type('#hearing-reason', '查实');
    await page.send();
    expect(page.asked('POST', '/penalties/p-1/hearing').request.body).toEqual({ upheld: true, reason: '查实' });
  });
});
