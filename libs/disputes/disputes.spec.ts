import type { Claimant, ConflictDecision } from '@lunjie/contracts';
import { layOver, presets } from '@lunjie/policy';
import { agreedOwner, clockOf, disputeFacts, disputeFreezes, likeness, mayRecord, mayRule, ownTeamBars, rolesOn, stepAfter } from './index';

const { values } = presets.standard;
const claimant = (agent: string, given: Partial<Claimant> = {}): Claimant => ({ agent, registeredAt: 1, entry: 1, validUntil: null, valid: true, wished: false, closed: false, escorted: false, contactsLogged: 0, ...given });
const proposal: ConflictDecision = { kind: 'conflict', owner: 'wang', principle: 'first_registration', claimants: [], principles: [], decidedAt: 0, policyVersion: 1 };

describe('a case of one\'s own team (P105)', () => {
  const letting = (rule: 'rules' | 'rules_within' | 'never') => ({ disputes: { ...values.disputes, own_team: rule } });

  it.each([
    ['never', '一组', ['一组', '二组'], true], ['never', '一组', ['一组', '一组'], true], ['never', '一组', ['二组', null], false], ['never', null, ['一组', '二组'], false],
    ['rules_within', '一组', ['一组', '二组'], true], ['rules_within', '一组', ['一组', '一组'], false], ['rules_within', '一组', ['一组', null], true], ['rules', '一组', ['一组', '二组'], false],
  ] as const)('%s: of %s, between %j: barred %s', (rule, own, parties, barred) => {
    expect(ownTeamBars(own, parties, letting(rule))).toBe(barred);
  });
});

describe('the ladder of a dispute (P100, 003 §(五)4)', () => {
  it('goes from the parties to the department to its manager, each with a clock', () => {
    expect([stepAfter('negotiate', values), stepAfter('department', values), stepAfter('department_manager', values), stepAfter('supervisor', values)]).toEqual(['department', 'department_manager', null, null]);
    expect([clockOf('negotiate', values), clockOf('department_manager', values)]).toEqual([{ amount: 2, unit: 'day' }, { amount: 3, unit: 'day' }]);
    expect([rolesOn('negotiate', values), rolesOn('department', values), rolesOn('department_manager', values)]).toEqual([[], ['supervisor', 'manager'], ['manager']]);
  });

  it('is ruled where somebody decides; a quarrel ends it on any step', () => {
    const may = (step: 'negotiate' | 'department' | 'department_manager', outcome: 'owner' | 'quarrel', role: 'manager' | 'supervisor') => mayRule(step, outcome, [role], values);
    expect([may('negotiate', 'owner', 'manager'), may('department', 'owner', 'supervisor'), may('department_manager', 'owner', 'supervisor'), may('department_manager', 'owner', 'manager')]).toEqual([false, false, false, true]);
    expect([may('negotiate', 'quarrel', 'manager'), may('negotiate', 'quarrel', 'supervisor'), may('department', 'quarrel', 'supervisor')]).toEqual([true, false, true]);
    const short = layOver(presets.standard, { id: 'short', name: { zh: '短', en: 'Short' }, values: { disputes: { ladder: ['negotiate', 'department'] } } });
    expect(mayRule('department', 'owner', ['supervisor'], short.values)).toBe(true);
  });

  it.each([
    ['negotiation', 'agreed', 'supervisor', true], ['negotiation', 'failed', 'supervisor', true], ['negotiation', 'quarrel', 'supervisor', false], ['negotiation', 'quarrel', 'manager', true], ['negotiation', 'refusal', 'manager', false],
    ['department', 'agreed', 'supervisor', true], ['department', 'refusal', 'manager', true], ['department', 'failed', 'finance', false],
  ] as const)('that %s ended as %s may be recorded by the %s: %s', (step, result, role, may) => {
    expect(mayRecord(step, result, [role], values)).toBe(may);
  });

  it('is agreed by everybody or not at all', () => {
    expect(agreedOwner(['wang', 'li'], { wang: 'li', li: 'li' })).toBe('li');
    expect([agreedOwner(['wang', 'li'], { wang: 'li' }), agreedOwner(['wang', 'li'], { wang: 'wang', li: 'li' }), agreedOwner(['wang', 'li', 'zhao'], { wang: 'li', li: 'li' })]).toEqual([null, null, null]);
  });

  it('freezes pay-out while it is open or appealed, where the policy says so (P103)', () => {
    expect((['open', 'appealed', 'ruled', 'closed', null] as const).map((state) => disputeFreezes(state, values))).toEqual([true, true, false, false, false]);
    expect(disputeFreezes('open', { disputes: { ...values.disputes, freeze: false } })).toBe(false);
  });
});

describe('what cases have in common', () => {
  it('is told apart from who is in them: by who registered first', () => {
    const facts = (first: string, second: string) => disputeFacts({
      kind: 'registered_twice', proposal, holder: first, hasDeal: false, days: { [first]: '2026-05-01', [second]: '2026-05-02' },
      claimants: [claimant(second, { registeredAt: 9, wished: true, valid: false }), claimant(first, { registeredAt: 1, contactsLogged: 2 })],
    });
    expect(facts('wang', 'li')).toEqual({ kind: 'registered_twice', principle: 'first_registration', earlier_claim: 'valid', later_claim: 'lapsed', wish: 'later', holder: 'earlier', contacts: 'earlier', same_day: 'no', deal: 'no', parties: 'two' });
    expect(facts('zhao', 'chen')).toEqual(facts('wang', 'li'));
    expect(likeness(facts('wang', 'li'), { ...facts('wang', 'li'), deal: 'yes' })).toMatchObject({ differing: ['deal'], common: { length: 9 } });
  });
});
