import { choiceFacts, type ChoiceFact, type ReceptionFacts } from '@lunjie/contracts';
import { analyse, canOccur, layOver, presets, type PolicyDocument, type ReceptionRow } from '@lunjie/policy';
import { PlayedDay, randomRow, rosterOf, seeded } from '@lunjie/testing';
import fc from 'fast-check';
import { compileRules, decidingRow } from './rules';

const people = ['requested', 'requested_presence', 'requested_due', 'owner', 'owner_presence', 'owner_due', 'refuses', 'complains'] as const satisfies readonly ChoiceFact[];
const plain: ReceptionFacts = {
  channel: 'visit', hours: 'open', purpose: 'visit', first_visit: 'yes', earlier_contact: 'none', named: 'none', named_presence: 'none',
  requested: 'none', requested_presence: 'none', requested_due: 'no', refuses: 'none', complains: 'none', owner: 'none', owner_presence: 'none', owner_due: 'no',
  brought_by: 'none', referrer_owner_presence: 'none', recognised: 'no', escorted: 'no', channel_report: 'none', units_wanted: null, party_size: null, days_since_contact: null,
};

function withRows(reception: readonly ReceptionRow[], away: boolean): PolicyDocument {
  return layOver(presets.standard, { id: 'x', name: { zh: '甲', en: 'x' }, tables: { reception },
    values: away ? {} : { rotation: { unavailable_when: ['busy'] } } });
}

/** Every arrival over the facts the small tables ask for, laid out one by one. */
function everyArrival(policy: PolicyDocument): readonly ReceptionFacts[] {
  let arrivals: ReceptionFacts[] = [plain];
  for (const fact of [...people, 'named', 'named_presence'] as const) {
    arrivals = arrivals.flatMap((begun) => choiceFacts[fact].map((value): ReceptionFacts => ({ ...begun, [fact]: value })));
    if (fact === 'complains') arrivals = arrivals.filter((facts) => canOccur(facts, policy));
  }
  return arrivals.filter((facts) => canOccur(facts, policy)).flatMap((facts) => [null, 1, 2, 3, 4, 5, 6].map((units) => ({ ...facts, units_wanted: units })));
}

const asked = [...people, 'named', 'named_presence', 'units_wanted'];
const arrivalsOf = new Map([true, false].map((away) => [away, everyArrival(withRows([], away))]));

interface Laid {
  readonly undecided: boolean;
  readonly deciding: ReadonlySet<string>;
  readonly pairs: ReadonlySet<string>;
}

function areOpposed(one: ReceptionRow, other: ReceptionRow): boolean {
  const counting = new Set([one.counts, other.counts]);
  const owning = [one.ownership, other.ownership];
  return (counting.has('yes') && counting.has('no')) || (one.receiver.length > 0) !== (other.receiver.length > 0)
    || (owning.includes('keep') && owning.some((effect) => !['keep', 'none'].includes(effect)));
}

function laidOut(policy: PolicyDocument, arrivals: readonly ReceptionFacts[]): Laid {
  const rows = policy.tables.reception;
  const [deciding, pairs] = [new Set<string>(), new Set<string>()];
  // Which rows an arrival matches, as bits: arrivals that match the same rows are one to the table.
  const alone = rows.map((row) => compileRules({ ...policy, tables: { ...policy.tables, reception: [row] } }, 1));
  const matched = new Set(arrivals.map((facts) => alone.reduce((bits, rule, index) => decidingRow(rule, facts).row === null ? bits : bits | (1 << index), 0)));
  const within = (one: number, other: number): boolean => [...matched].every((bits) => (bits & (1 << one)) === 0 || (bits & (1 << other)) !== 0);
  for (const bits of matched) {
    const [first, ...later] = rows.flatMap((row, index) => (bits & (1 << index)) === 0 ? [] : [{ row, index }]);
    if (!first) continue;
    deciding.add(first.row.id);
    for (const { row, index } of later) {
      if (areOpposed(first.row, row) && !within(first.index, index) && !within(index, first.index)) pairs.add(`${first.row.id} ${row.id}`);
    }
  }
  return { undecided: matched.has(0), deciding, pairs };
}

describe('the analysis of a reception table', () => {
  it('finds what laying out every arrival finds, on small tables', () => {
    fc.assert(fc.property(fc.nat(), fc.integer({ min: 1, max: 6 }), fc.boolean(), (seed, size, away) => {
      const next = seeded(seed);
      const policy = withRows(Array.from({ length: size }, (_, index) => randomRow(next, `row_${index}`, asked, 3)), away);
      const laid = laidOut(policy, arrivalsOf.get(away) ?? []);
      const { undecided, unreachable, orderDecides, complete } = analyse(policy);
      const rules = compileRules(policy, 1);
      expect(complete || undecided.length === 20).toBe(true);
      expect(undecided.length > 0).toBe(laid.undecided);
      for (const { facts } of undecided) expect([decidingRow(rules, facts).row, canOccur(facts, policy)]).toEqual([null, true]);
      const lastWord = policy.tables.reception.filter((row, index) => index === size - 1 && Object.keys(row.when).length === 0).map(({ id }) => id);
      expect(unreachable.map(({ row }) => row)).toEqual(policy.tables.reception.map(({ id }) => id).filter((id) => !laid.deciding.has(id) && !lastWord.includes(id)));
      expect(new Set(orderDecides.map(({ first, second }) => `${first} ${second}`))).toEqual(laid.pairs);
      for (const { first, second, example } of orderDecides) {
        expect(canOccur(example.facts, policy)).toBe(true);
        expect(decidingRow(rules, example.facts).row?.id).toBe(first);
        expect(decidingRow(compileRules({ ...policy, tables: { ...policy.tables, reception: policy.tables.reception.filter(({ id }) => id === second) } }, 1), example.facts).row?.id).toBe(second);
      }
    }), { numRuns: 25 });
  });

  it('covers every undecided arrival: with a row for each kind found, none is left', () => {
    fc.assert(fc.property(fc.nat(), (seed) => {
      const next = seeded(seed);
      const policy = withRows(Array.from({ length: 3 }, (_, index) => randomRow(next, `row_${index}`, ['channel', 'hours', 'purpose', 'party_size'], 2)), true);
      const { undecided, complete } = analyse(policy);
      if (!complete) return;
      const rules = compileRules(policy, 1);
      const left = choiceFacts.channel.flatMap((channel) => choiceFacts.hours.flatMap((hours) => choiceFacts.purpose.flatMap((purpose) => [null, 1, 2, 3, 4, 5, 6].map((size) => ({ ...plain, channel, hours, purpose, party_size: size })))))
        .filter((facts) => decidingRow(rules, facts).row === null);
      expect(left.length > 0).toBe(undecided.length > 0);
    }), { numRuns: 200 });
  });
});

describe('the combinations of facts that can occur', () => {
  const names = ['a', 'b', 'c', 'd'];
  const someone = fc.constantFrom(...names, null);

  it('include whatever an arrival on a real floor brings', () => {
    fc.assert(fc.property(fc.boolean(), fc.array(fc.record({
      out: fc.constantFrom(...names, null, null), back: someone, named: fc.subarray(names), forgotName: fc.boolean(), requests: someone, refuses: fc.subarray(names), complainsAbout: someone,
      owner: someone, lapsed: fc.boolean(), customerOf: someone, channel: fc.constantFrom('visit' as const, 'call' as const), firstVisit: fc.constantFrom('yes' as const, 'no' as const, 'unclear' as const), ends: fc.boolean(),
    }), { maxLength: 12 }), (away, arrivals) => {
      const policy = withRows(presets.standard.tables.reception, away);
      const day = new PlayedDay(rosterOf(names), policy);
      arrivals.forEach(({ out, back, owner, lapsed, customerOf, channel, ends, ...says }, minute) => {
        try {
          if (out !== null) day.out(600 + minute, out);
          if (back !== null) day.back(600 + minute, back);
        } catch (error) {
          if (!(error instanceof Error) || error.name !== 'Refusal') throw error;
        }
        const reception = day.arrive(600 + minute, { channel, broughtBy: { customerOf }, says }, owner === null ? null : { owner, validUntil: null, lapsed });
        expect([day.last.facts, canOccur(day.last.facts, policy)]).toEqual([day.last.facts, true]);
        if (ends && day.floor.receptions[reception]) day.end(600 + minute, reception);
      });
    }), { numRuns: 300 });
  });
});
