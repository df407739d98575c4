import type { OwnershipDecision } from '@lunjie/contracts';
import { layOver, presets, type PolicyDocument, type PolicyOverlay } from '@lunjie/policy';
import fc from 'fast-check';
import { compileOwnership, decideConflict, decideOwnership, emptyCase, overrule, type CaseClaim, type CaseHappening, type CaseMoment, type CaseReception, type CustomerCase } from './index';

const instant = (date: string, time = '10:00') => Date.parse(`${date}T${time}:00+08:00`);

let entries = 0;
const claim = (agent: string, fromDate: string, untilDate: string | null, given: Partial<CaseClaim> = {}): CaseClaim =>
  ({ agent, source: 'visit', fromDate, fromAt: instant(fromDate), untilDate, entry: entries++, endedAt: null, ...given });
const reception = (receiver: string, date: string, given: Partial<CaseReception> = {}): CaseReception => ({
  at: instant(date), date, endedAt: instant(date, '11:00'), channel: 'visit', receiver, mode: 'in_turn', ownership: 'receiver', ownerThen: null, ownerThenUntil: null,
  named: [], forgot: false, requested: null, refused: [], complainsAbout: null, ...given,
});
const deal = (date: string, closer: string | null, given: Partial<CaseMoment> = {}): CaseMoment =>
  ({ kind: 'deal', at: instant(date, '16:00'), date, closing: { closer, byManager: false, depositDate: date, signedDate: date }, ...given });
const divided = ({ credit, shares }: OwnershipDecision) => ({
  credit: Object.fromEntries(credit.map(({ agent, payee, points }) => [agent ?? payee, points / 100])),
  shares: Object.fromEntries(shares.map(({ agent, payee, points }) => [agent ?? payee, points / 100])),
});

const rulesOf = (policy: PolicyDocument) => compileOwnership(policy, 7);
const ownership = rulesOf(presets['ownership-rules']);
const changed = (overlay: Partial<PolicyOverlay>) => rulesOf(layOver(presets['ownership-rules'], { id: 'x', name: { zh: '甲', en: 'x' }, ...overlay }));
const ended = { endedAt: instant('2025-05-09') };

/** B registered the customer; on 9 May they came to A with the words given. */
const passedOn = (until: string, said: Partial<CaseReception>): CustomerCase => ({
  ...emptyCase,
  claims: [claim('B', '2025-03-25', until, ended), claim('A', '2025-05-09', '2025-07-09')],
  receptions: [reception('A', '2025-05-09', { mode: 'designated', ownerThen: 'B', ownerThenUntil: until, ...said })],
});
const complained = (upheld: boolean): CaseHappening => ({ kind: 'complaint_ruled', about: 'B', upheld, at: instant('2025-05-10'), date: '2025-05-10' });
const whole = (agent: string) => ({ credit: { [agent]: 100 }, shares: { [agent]: 100 } });

describe('whose customer it is, by the customer management rules', () => {
  it.each<[string, CustomerCase, CaseMoment, string, object]>([
    ['S-20: refuses B, who is valid', passedOn('2025-05-25', { refused: ['B'], requested: 'A' }), deal('2025-05-15', 'A'), 'refused_valid', { credit: { A: 100 }, shares: { A: 80, B: 20 } }],
    ['S-21: refuses B, whose file has lapsed', passedOn('2025-05-08', { refused: ['B'], requested: 'A' }), deal('2025-05-15', 'A'), 'refused_lapsed', whole('A')],
    ['S-20 on the last valid day', passedOn('2025-05-09', { refused: ['B'] }), deal('2025-08-15', 'A'), 'refused_valid', { credit: { A: 100 }, shares: { A: 80, B: 20 } }],
    ['S-24: the complaint is upheld', { ...passedOn('2025-05-25', { refused: ['B'], complainsAbout: 'B' }), happenings: [complained(true)] }, deal('2025-05-15', 'A'), 'complaint_upheld', whole('A')],
    ['A17: it is not', { ...passedOn('2025-05-25', { refused: ['B'], complainsAbout: 'B' }), happenings: [complained(false)] }, deal('2025-05-15', 'A'), 'refused_valid', { credit: { A: 100 }, shares: { A: 80, B: 20 } }],
    ['S-27: asks for A', passedOn('2025-05-25', { requested: 'A' }), deal('2025-05-15', 'A'), 'requested_valid', { credit: { A: 50, B: 50 }, shares: { A: 50, B: 50 } }],
    ['S-29: a quarrel', { ...passedOn('2025-05-25', { requested: 'A' }), dispute: 'quarrel' }, deal('2025-05-15', 'A'), 'quarrel', { credit: { department: 100 }, shares: { department: 100 } }],
    ['S3-27: sought a discount', { ...emptyCase, claims: [claim('A', '2025-05-01', '2025-07-01')], happenings: [{ kind: 'discount_sought', from: 'B', at: instant('2025-05-02'), date: '2025-05-02' }] }, deal('2025-05-15', 'B'), 'discount', whole('A')],
    ['nobody\'s customer', emptyCase, deal('2025-05-15', 'C'), 'no_owner', whole('C')],
    ['a lapsed owner and another closer', { ...emptyCase, claims: [claim('A', '2025-01-01', '2025-03-01')] }, deal('2025-05-15', 'C'), 'lapsed_owner', whole('C')],
  ])('%s', (_, given, moment, row, expected) => {
    const decision = decideOwnership(given, moment, ownership);
    expect([decision.row, divided(decision)]).toEqual([row, expected]);
  });

  const assisted: CustomerCase = {
    ...emptyCase, claims: [claim('B', '2025-04-18', '2025-06-18')],
    receptions: [reception('C', '2025-05-09', { mode: 'assist', ownership: 'keep', ownerThen: 'B', ownerThenUntil: '2025-06-18', named: ['B'] })],
  };

  it('I-PREC: who helps an absent owner has half on the same day, a fifth later, and is told what one day made', () => {
    const later = decideOwnership(assisted, deal('2025-05-18', 'B'), ownership);
    expect(divided(later)).toEqual({ credit: { B: 100 }, shares: { B: 80, C: 20 } });
    expect(later.otherwise).toMatchObject([{ fact: 'closed', value: 'on_the_spot', row: 'assisted_same_day', shares: [{ agent: 'B', points: 5000 }, { agent: 'C', points: 5000 }] }]);
    expect(later.compared).toContainEqual({ fact: 'closed', data: { received: '2025-05-09', closed: '2025-05-18' } });
    expect(divided(decideOwnership(assisted, deal('2025-05-09', 'C'), ownership))).toEqual({ credit: { B: 100 }, shares: { B: 50, C: 50 } });
    expect(divided(decideOwnership(assisted, deal('2025-05-18', 'B'), rulesOf(presets['reception-rules'])))).toEqual(whole('B'));
  });

  it('S-28: what a relative began belongs to the first receiver, once the two are known to be one household', () => {
    const met: CustomerCase = {
      ...emptyCase, claims: [claim('A', '2025-03-09', '2025-05-09')], receptions: [reception('A', '2025-03-09')],
      relatives: [{ relation: 'spouse', owner: 'B', registeredAt: instant('2025-03-02'), untilDate: '2025-05-02' }],
    };
    const moment: CaseMoment = { kind: 'case', at: instant('2025-03-20'), date: '2025-03-20', closing: null };
    expect(decideOwnership(met, moment, ownership)).toMatchObject({ row: 'household_first_receiver', owner: 'B', ownerBefore: 'A' });
    const ruled = { ...met, claims: [...met.claims.map((each) => ({ ...each, endedAt: moment.at })), claim('B', '2025-03-20', '2025-05-20', { source: 'ruling' })] };
    expect(divided(decideOwnership(ruled, deal('2025-03-20', 'A'), ownership))).toEqual(whole('B'));
    const rule = (household: string) => changed({ values: { identity: { household_rule: { spouse: household } } as never } });
    expect(divided(decideOwnership(met, deal('2025-03-20', 'A'), rule('split_equal')))).toEqual({ credit: { A: 50, B: 50 }, shares: { A: 50, B: 50 } });
    expect(decideOwnership(met, deal('2025-03-20', 'C'), rule('closer_only'))).toMatchObject({ row: 'household_closer', owner: 'C' });
  });

  it('S-26: forgot, found in the files and valid: half each, the credit to whoever follows up (I-AORB)', () => {
    const found: CustomerCase = {
      ...passedOn('2025-06-12', { forgot: true, mode: 'in_turn' }), happenings: [{ kind: 'looked_up', by: 'A', found: 'B', at: instant('2025-05-09', '12:00'), date: '2025-05-09' }],
    };
    expect(divided(decideOwnership(found, deal('2025-05-14', 'A'), ownership))).toEqual({ credit: { A: 100 }, shares: { A: 50, B: 50 } });
    expect(divided(decideOwnership({ ...found, happenings: [] }, deal('2025-05-14', 'A'), ownership))).toEqual(whole('A'));
    const at = instant('2025-05-09', '12:30');
    const assignedToB: CustomerCase = {
      ...found, claims: [...found.claims.map((each) => ({ ...each, endedAt: at })), claim('B', '2025-05-09', '2025-07-09', { source: 'ruling', fromAt: at })],
      happenings: [...found.happenings, { kind: 'follow_up_assigned', to: 'B', at, date: '2025-05-09' }],
    };
    expect(divided(decideOwnership(assignedToB, deal('2025-05-14', 'B'), ownership))).toEqual({ credit: { B: 100 }, shares: { A: 50, B: 50 } });
  });

  it('S-32: who is brought by a customer belongs to that customer\'s agent', () => {
    const brought: CustomerCase = { ...emptyCase, referrers: [{ owner: 'B', askedFor: false, hasBought: true, at: instant('2025-05-09') }], claims: [claim('B', '2025-05-09', '2025-07-09')] };
    expect(decideOwnership(brought, deal('2025-05-20', 'B'), ownership)).toMatchObject({ row: 'referral', clause: '003 §(五)3(10)', owner: 'B' });
  });

  it('tests validity on the day the policy names (P66)', () => {
    const given = passedOn('2025-05-10', { refused: ['B'] });
    expect(decideOwnership(given, deal('2025-05-15', 'A'), ownership).facts.earlier_claim).toBe('valid');
    expect(decideOwnership(given, deal('2025-05-15', 'A'), changed({ values: { validity: { tested_on: 'deposit' } } })).facts.earlier_claim).toBe('lapsed');
  });

  it('says of every row before the deciding one why it did not match', () => {
    const { rulesNotMatched } = decideOwnership(passedOn('2025-05-08', { refused: ['B'] }), deal('2025-05-15', 'A'), ownership);
    expect(rulesNotMatched.map(({ row, fact, expected, actual }) => [row, fact, expected, actual])).toEqual([
      ['quarrel', 'dispute', 'quarrel|refusal', 'none'], ['complaint_upheld', 'complaint', 'upheld', 'none'], ['refused_valid', 'earlier_claim', 'valid', 'lapsed'],
    ]);
  });

  it('never divides more or less than the whole, whoever the case speaks of', () => {
    const agent = fc.constantFrom('A', 'B', 'C', 'D');
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2025-05-${String(n).padStart(2, '0')}`);
    const anyClaim = fc.record({ agent, fromDate: day, source: fc.constantFrom('visit', 'draw', 'ruling', 'pool'), until: fc.option(day), ends: fc.boolean() })
      .map(({ fromDate, until, ends, ...rest }) => claim(rest.agent, fromDate, until, { source: rest.source, endedAt: ends ? instant(fromDate, '12:00') : null }));
    const anyReception = fc.record({ receiver: agent, date: day, mode: fc.constantFrom('assist' as const, 'in_turn' as const, 'designated' as const), forgot: fc.boolean(), ownerThen: fc.option(agent), requested: fc.option(agent), refused: fc.array(agent, { maxLength: 2 }) })
      .map(({ receiver, date, ...said }) => reception(receiver, date, { ...said, ownership: said.mode === 'assist' ? 'keep' : 'receiver' }));
    const anyCase = fc.record({ claims: fc.array(anyClaim, { maxLength: 4 }), receptions: fc.array(anyReception, { maxLength: 4 }), closer: fc.option(agent), date: day, dispute: fc.constantFrom('none' as const, 'quarrel' as const) });
    fc.assert(fc.property(anyCase, fc.constantFrom('ownership-rules' as const, 'reception-rules' as const, 'call-rules' as const), ({ closer, date, ...given }, preset) => {
      const { credit, shares, otherwise } = decideOwnership({ ...emptyCase, ...given }, deal(date, closer), rulesOf(presets[preset]));
      for (const portions of [credit, shares, ...otherwise.flatMap((each) => [each.credit, each.shares])]) {
        expect(portions.reduce((sum, { points }) => sum + points, 0)).toBe(10_000);
        expect(portions.every(({ points }) => points > 0)).toBe(true);
      }
    }), { numRuns: 2_000, seed: 20251121 });
  });
});

describe('two claims on one customer (S3-20, P80)', () => {
  const side = (agent: string, registered: string, given: object = {}) =>
    ({ agent, registeredAt: instant(registered), entry: 1, validUntil: null, valid: true, wished: false, closed: false, escorted: false, contactsLogged: 0, ...given });

  it('S-34: the earliest registration wins', () => {
    expect(decideConflict([side('赵婷', '2025-03-04'), side('李强', '2025-03-03')], presets['ownership-rules'], 7, 1)).toMatchObject({ owner: '李强', principle: 'first_registration' });
  });

  it('follows the order the office ranks them in', () => {
    const wish = layOver(presets['ownership-rules'], { id: 'x', name: { zh: '甲', en: 'x' }, values: { attribution: { principle_order: ['customer_wish', 'first_registration'] } } });
    const decision = decideConflict([side('赵婷', '2025-03-04', { wished: true }), side('李强', '2025-03-03')], wish, 7, 1);
    expect(decision).toMatchObject({ owner: '赵婷', principle: 'customer_wish', principles: [{ principle: 'customer_wish', ahead: ['赵婷'] }] });
  });

  it('falls to the earlier register entry where no principle tells them apart', () => {
    expect(decideConflict([side('赵婷', '2025-03-03', { entry: 9 }), side('李强', '2025-03-03', { entry: 4 })], presets['ownership-rules'], 7, 1)).toMatchObject({ owner: '李强', principle: null });
  });

  it('is settled otherwise by who may overrule, and still says whom the principles named (P105)', () => {
    const decision = decideConflict([side('赵婷', '2025-03-04'), side('李强', '2025-03-03')], presets['ownership-rules'], 7, 1);
    expect(overrule(decision, '赵婷')).toMatchObject({ owner: '赵婷', overruled: '李强', principle: 'first_registration', principles: decision.principles });
    expect(overrule(decision, '李强')).toBe(decision);
  });
});
