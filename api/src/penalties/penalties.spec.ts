import type { DealView, PenaltiesView, PenaltyStatement, PenaltyView } from '@lunjie/contracts';
import { layOver, presets, type PenaltyRow } from '@lunjie/policy';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { everybodyIn, granted, refusal, untouched, type SalesOffice } from '../reception/testing/sales-office';

const week = 7 * 86_400_000;

/** A row of an office's own schedule that brings nothing yet. */
const own = (row: Pick<PenaltyRow, 'id' | 'trigger'> & Partial<PenaltyRow>): PenaltyRow => ({
  clause: '§1', severity: 'any', slips: null, suspend: null, lose_turns: 0, fine_yuan: 0, day_base_pay_percent: 0, month_base_pay_percent: 0, month_bonus_percent: 0, points: 0, forfeit_deal: false, escalation: 'none', ...row,
});

describeOnBothDatabases('slips and penalties by the schedule (P106)', (open) => {
  let test: TestApp;
  let office: SalesOffice;
  let offices = 0;

  beforeAll(async () => {
    test = await open();
  });
  beforeEach(async () => {
    offices += 1;
    office = await everybodyIn(test, { called: `slips${offices}`, policy: presets.standard });
    test.clock.advance(60_000);
  });
  afterEach(async () => expect(await office.verification()).toMatchObject(untouched));

  const issue = (by: string, agent: string, body: object = {}) => office.does(by, '/penalties', { agentId: office.idOf(agent), trigger: 'slip', reason: '铃响六声才接', ...body });

  it('suspends for a week with every slip, leads to a review with the third, and passes the agent over meanwhile (000 §12A)', async () => {
    for (const times of [1, 2, 3]) {
      const slip = granted<PenaltyView>(await issue('manager', 'wang'));
      expect(slip).toMatchObject({ suspendedUntil: test.clock.now() + week, decision: { times, escalation: times === 3 ? 'demotion_review' : 'none', clause: '000 §12A' } });
    }
    const { visit } = await office.arrives();
    expect(visit.receiver?.id).toBe(office.idOf('li'));
    expect(visit.decision.considered).toContainEqual(expect.objectContaining({ agent: office.idOf('wang'), code: 'suspended' }));
    expect((await office.entries()).filter(({ kind }) => kind === 'penalty')).toHaveLength(3);
  });

  it('deducts what the schedule says of the pay given, and keeps the reason out of the register\'s open content', async () => {
    const { decision } = granted<PenaltyView>(await issue('manager', 'li', { trigger: 'grabbing', severity: 'serious', monthBasePayFen: 360_000, monthBonusFen: 800_001 }));
    expect(decision).toMatchObject({ row: 'grabbing_serious', clause: '003 §(二)4', deductFen: 760_001 });
    expect(JSON.stringify(await office.entries())).not.toContain('铃响');
  });

  it('lets those who grade grade (P107), nobody punish themselves, and agents read their own only', async () => {
    expect(refusal(await issue('supervisor', 'li', { trigger: 'grabbing', severity: 'serious' }))).toEqual([403, 'severity_not_yours']);
    granted(await issue('supervisor', 'li'));
    granted(await issue('manager', 'zhao'));
    expect(refusal(await issue('manager', 'manager'))).toEqual([403, 'party_to_the_case']);
    expect(refusal(await issue('manager', 'desk'))).toEqual([422, 'not_an_agent_here']);
    const read = async (who: string) => granted<PenaltiesView>(await (await office.as(who)).get(office.at('/penalties'))).penalties.map(({ agent }) => office.nameOf(agent.id));
    expect([await read('li'), await read('manager')]).toEqual([['li'], ['zhao', 'li']]);
    const joins = async (who: string, team: string | null) => granted(await (await office.as('admin')).patch(office.at(`/people/${office.idOf(who)}`), { team }));
    for (const who of ['manager', 'li']) await joins(who, '一组');
    expect(refusal(await issue('manager', 'li'))).toEqual([403, 'own_team_case']);
    await joins('manager', null);
    granted(await issue('manager', 'li'));
  });

  const appeals = (who: string, { id }: PenaltyView) => office.does(who, `/penalties/${id}/appeal`, { reason: '客户主动挂断' });
  const hears = (who: string, { id }: PenaltyView, upheld: boolean) => office.does(who, `/penalties/${id}/hearing`, { upheld, reason: '查看了录音' });
  const month = async (who: string, agent: string) => granted<PenaltyStatement>(await (await office.as(who)).get(office.at(`/penalties/statement?agent=${office.idOf(agent)}&month=${new Date(test.clock.now()).toISOString().slice(0, 7)}`)));

  it('an upheld appeal gives back money, points, turns and the place in the line, each by a posting, and never was a slip', async () => {
    const slip = granted<PenaltyView>(await issue('supervisor', 'wang'));
    const serious = granted<PenaltyView>(await issue('manager', 'wang', { trigger: 'grabbing', severity: 'serious', monthBasePayFen: 360_000, monthBonusFen: 800_000 }));
    expect(await month('wang', 'wang')).toMatchObject({ deductFen: 760_000, lines: [{ kind: 'issued' }, { kind: 'issued' }] });
    expect(refusal(await appeals('li', serious))).toEqual([404, 'penalty_not_found']);
    granted(await appeals('wang', serious));
    expect(refusal(await appeals('wang', serious))).toEqual([409, 'no_appeal']);
    expect(refusal(await hears('manager', serious, true))).toEqual([403, 'own_ruling']);
    const both = await Promise.all([hears('admin', serious, true), hears('admin', serious, false)]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    granted(await appeals('wang', slip));
    expect(granted<PenaltyView>(await hears('admin', slip, true))).toMatchObject({ state: 'reversed', heardWords: '查看了录音' });
    expect((await office.postings()).filter(({ kind }) => kind === 'suspended' || kind === 'suspension_lifted').map(({ kind, agent }) => [kind, agent])).toEqual([['suspended', 'wang'], ['suspension_lifted', 'wang']]);
    expect((await office.arrives()).visit.receiver?.id).toBe(office.idOf('wang'));
    expect(granted<PenaltyView>(await issue('supervisor', 'wang')).decision.times).toBe(1);
    const statement = await month('auditor', 'wang');
    expect(statement.lines.filter(({ kind }) => kind === 'reversed').length).toBeGreaterThan(0);
    expect(statement.deductFen).toBe(statement.lines.some(({ trigger, kind }) => trigger === 'grabbing' && kind === 'reversed') ? 0 : 760_000);
    expect((await (await office.as('li')).get(office.at(`/penalties/statement?agent=${office.idOf('wang')}&month=${new Date(test.clock.now()).toISOString().slice(0, 7)}`))).statusCode).toBe(404);
  });

  it('a longer suspension of another slip goes on, a turn taken away is made up for, and it is too late after the days the policy gives', async () => {
    const schedule = [own({ id: 'late_report', trigger: 'late_report', lose_turns: 2, points: 1.5 })];
    const policy = layOver(presets.standard, { id: 'turns', name: { zh: '扣轮', en: 'Turns' }, before: { penalties: schedule } });
    offices += 1;
    office = await everybodyIn(test, { called: `slips${offices}`, policy });
    test.clock.advance(60_000);
    const first = granted<PenaltyView>(await issue('manager', 'wang'));
    test.clock.advance(3_600_000);
    const second = granted<PenaltyView>(await issue('manager', 'wang'));
    granted(await appeals('wang', first));
    granted(await hears('admin', first, true));
    expect((await office.postings()).at(-1)).toMatchObject({ kind: 'suspended', agent: 'wang', body: { until: second.suspendedUntil } });
    const late = granted<PenaltyView>(await issue('manager', 'li', { trigger: 'late_report' }));
    expect(late.decision).toMatchObject({ loseTurns: 2, points: 1.5 });
    granted(await appeals('li', late));
    granted(await hears('admin', late, true));
    expect((await office.postings()).filter(({ kind }) => kind === 'credit_granted').map(({ agent }) => agent)).toEqual(['li', 'li']);
    const zhao = granted<PenaltyView>(await issue('manager', 'zhao'));
    office.sets(new Date(test.clock.now() + 4 * 86_400_000).toISOString().slice(0, 10), '10:00');
    expect(refusal(await appeals('zhao', zhao))).toEqual([409, 'appeal_too_late']);
  });

  it('forfeits a deal where the schedule says so, and gives it back by its ruling when the appeal is upheld', async () => {
    const schedule = [own({ id: 'diverted', trigger: 'diverted_deal', forfeit_deal: true })];
    const policy = layOver(presets.standard, { id: 'diverted', name: { zh: '飞单', en: 'Diverted' }, before: { penalties: schedule } });
    offices += 1;
    office = await everybodyIn(test, { called: `slips${offices}`, policy });
    const { customer } = granted<{ customer: string }>(await office.does('desk', '/customers', { name: '唐可', phone: '13800000077', agentId: office.idOf('wang') }));
    const { id: dealId } = granted<DealView>(await office.does('manager', '/deals', { customer, closer: office.idOf('wang'), commissionFen: 500_001 }));
    const paid = async () => granted<{ deals: DealView[] }>(await (await office.as('manager')).get(office.at(`/customers/${customer}/deals`))).deals[0]?.shares.map(({ payee, agent, fen }) => [office.nameOf(agent?.id) ?? payee, fen]);
    expect(refusal(await issue('manager', 'wang', { trigger: 'diverted_deal' }))).toEqual([422, 'penalty_needs_deal']);
    expect(refusal(await issue('manager', 'li', { trigger: 'diverted_deal', dealId }))).toEqual([404, 'deal_not_found']);
    const penalty = granted<PenaltyView>(await issue('manager', 'wang', { trigger: 'diverted_deal', dealId }));
    expect(await paid()).toEqual([['department', 500_001]]);
    granted(await appeals('wang', penalty));
    granted(await hears('admin', penalty, true));
    expect(await paid()).toEqual([['wang', 500_001]]);
  });
});
