import { choiceFacts, type ChoiceFact, type ReceptionFacts } from '@lunjie/contracts';
import { presetIds, presets, type ChoiceCondition, type ReceptionRow } from '@lunjie/policy';
import fc from 'fast-check';
import { compileRules, decidingRow } from './rules';

const facts = Object.keys(choiceFacts) as ChoiceFact[];

function allowed(fact: ChoiceFact, condition: ChoiceCondition | undefined): readonly string[] {
  if (condition === undefined) return choiceFacts[fact];
  if (typeof condition === 'string') return [condition];
  return 'not' in condition ? choiceFacts[fact].filter((value) => !condition.not.includes(value)) : condition;
}

/** Arrivals in which a row's own conditions hold and everything else may be anything. */
function arrivalsFor({ when }: ReceptionRow): fc.Arbitrary<ReceptionFacts> {
  const choices = Object.fromEntries(facts.map((fact) => [fact, fc.constantFrom(...allowed(fact, when[fact]))]));
  const numbers = Object.fromEntries((['units_wanted', 'party_size', 'days_since_contact'] as const).map((fact) =>
    [fact, when[fact]?.is_null === true ? fc.constant(null) : fc.integer({ min: when[fact]?.at_least ?? 0, max: when[fact]?.at_most ?? 100 })]));
  return fc.record({ ...choices, ...numbers }) as unknown as fc.Arbitrary<ReceptionFacts>;
}

describe.each(presetIds)('the reception table of %s', (preset) => {
  const policy = presets[preset];
  const rules = compileRules(policy, 1);
  const classes = new Map(policy.values.counting.classes.map((entry) => [entry.id, entry]));

  it.each(policy.tables.reception.map((row) => [row.id, row] as const))('%s cites its clause, names its visitors in both languages, and decides some arrival', (id, row) => {
    expect(row.clause).toMatch(/^(\d{3} §|SN-\d)/);
    expect(classes.get(row.class)).toMatchObject({ zh: expect.stringMatching(/\p{Script=Han}/u), en: expect.stringMatching(/^[A-Z]/) });
    const arrivals = fc.sample(arrivalsFor(row), { numRuns: 2_000, seed: 5 });
    expect(arrivals.some((arrival) => decidingRow(rules, arrival).row?.id === id)).toBe(true);
  });
});
