import type { PenaltiesView, PenaltyView } from '@lunjie/contracts';
import { presets } from '@lunjie/policy';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { everybodyIn, granted, refusal, untouched, type SalesOffice } from '../reception/testing/sales-office';

const week = 7 * 86_400_000;

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
  });
});
