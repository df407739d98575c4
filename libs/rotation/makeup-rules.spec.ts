import { absenceReasons, type Both } from '@lunjie/contracts';
import { presets, type PolicyDocument } from '@lunjie/policy';
import { makeupRules } from './makeup-rules';

const standard = presets.standard;
const changed = (values: { readonly rotation?: Partial<PolicyDocument['values']['rotation']>; readonly makeup?: Partial<PolicyDocument['values']['makeup']> }): PolicyDocument =>
  ({ ...standard, values: { ...standard.values, rotation: { ...standard.values.rotation, ...values.rotation }, makeup: { ...standard.values.makeup, ...values.makeup } } });
const en = (list: readonly Both[]) => list.map((one) => one.en);

describe('who may make a missed turn up', () => {
  it('is said of every reason once, each office\'s own way', () => {
    const { reasons } = makeupRules(standard, 1);
    const all = Object.values(reasons).flatMap((list) => list.map(({ zh }) => zh));
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThanOrEqual(absenceReasons.length - 1);
    expect(en(reasons.credit)).toEqual(['Official absence', 'The visitor proved unrelated']);
    expect(en(reasons.lose_turn)).toEqual(expect.arrayContaining(['Private absence', 'Leave', 'With a customer']));
  });

  it('follows the effect of a reason before the lists of make-up reasons', () => {
    const policy = changed({ rotation: { passed_over_effect: { lunch: 'keep_place', restroom: 'lose_turn' } }, makeup: { reasons: ['restroom', 'survey', 'lunch'], denied_reasons: ['own_return_visit'] } });
    const { reasons } = makeupRules(policy, 1);
    expect(en(reasons.credit)).toEqual(['Market survey']);
    expect(en(reasons.keep_place)).toEqual(['Lunch']);
    expect(en(reasons.lose_turn)).toEqual(expect.arrayContaining(['Restroom', 'Own return visit']));
  });

  it('names what else passes somebody by only where the office lets it', () => {
    expect(en(makeupRules(changed({ rotation: { unavailable_when: ['busy'], claim_window: null } }), 1).reasons.lose_turn)).not.toEqual(expect.arrayContaining(['Suspended']));
    expect(en(makeupRules(changed({ rotation: { unavailable_when: ['busy', 'pending_guest'], claim_window: { amount: 2, unit: 'minute' } } }), 1).reasons.lose_turn)).toEqual(expect.arrayContaining(['Expects a guest', 'Did not accept in time']));
  });

  it('says how many, of whom and when in the words of the rules, and nothing of what is not set', () => {
    const labels = (policy: PolicyDocument) => makeupRules(policy, 1).terms.map(({ label }) => label.en);
    expect(labels(standard)).toEqual(['How many', 'Which customers', 'When', 'How long it is good', 'If several have one']);
    expect(makeupRules(changed({ makeup: { quantity: 'cap', cap: 3 } }), 1).terms).toContainEqual({ label: { zh: '补接上限', en: 'Most make-up turns' }, text: { zh: '3 次', en: '3 turns' } });
  });
});
