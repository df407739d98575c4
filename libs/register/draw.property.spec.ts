import type { DrawEntry, DrawList, DrawRecord } from '@lunjie/contracts';
import fc from 'fast-check';
import { canonicalList, digestOf, drawFrom, faultOfDraw, firstPrevious, gradesOf, hashOf, listHashOf, SeededChance } from './index';

const seedOf = (number: number): string => digestOf({ seed: number });

const list = fc.record({
  customers: fc.uniqueArray(fc.record({ id: fc.uuid(), grade: fc.constantFrom('A', 'B', 'C', '-') }), { minLength: 1, maxLength: 40, selector: ({ id }) => id }),
  agents: fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 7 }),
}).map(({ customers, agents }): DrawList => canonicalList({ office: 'office', draw: 'draw', from: 'wang', reason: 'left', customers, agents }));

const entry = (number: number, kind: string, content: unknown): DrawEntry => {
  const made = { officeId: 'office', number, at: number * 1000, kind, by: 'manager', subject: 'draw', corrects: null, content, commitment: null, previous: firstPrevious };
  return { ...made, hash: hashOf(made) };
};

function recordOf(drawn: DrawList, seed: string): DrawRecord {
  const listHash = listHashOf(drawn);
  const result = drawFrom(drawn, seed);
  return {
    format: 'lunjie-draw-1', list: drawn, listHash, seed, result, names: { agents: {}, customers: {} },
    published: entry(7, 'draw_published', { listHash, customers: drawn.customers.length }),
    drawn: entry(9, 'draw_drawn', { listHash, seed, result: digestOf(result) }),
  };
}

/** Pearson's statistic of how often each of equally likely cells was hit. */
function chiSquare(hits: readonly number[]): number {
  const expected = hits.reduce((sum, hit) => sum + hit, 0) / hits.length;
  return hits.reduce((sum, hit) => sum + (hit - expected) ** 2 / expected, 0);
}

describe('a verifiable draw', () => {
  it('gives every customer to one of the agents, each agent\'s share of every grade and of all differing by at most one', () => {
    fc.assert(fc.property(list, fc.nat(), (drawn, number) => {
      const result = drawFrom(drawn, seedOf(number));
      expect(result.map(({ customer }) => customer)).toEqual(drawn.customers.map(({ id }) => id).toSorted());
      const agentOf = new Map(result.map(({ customer, agent }) => [customer, agent]));
      for (const customers of [drawn.customers, ...gradesOf(drawn.customers).map(([, graded]) => graded)]) {
        const shares = drawn.agents.map((agent) => customers.filter(({ id }) => agentOf.get(id) === agent).length);
        expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
      }
    }), { seed: 33, numRuns: 300 });
  });

  it('is recomputed from its record by anybody', () => {
    fc.assert(fc.property(list, fc.nat(), (drawn, number) => {
      const record = recordOf(drawn, seedOf(number));
      expect(faultOfDraw(JSON.parse(JSON.stringify(record)) as DrawRecord)).toBeNull();
    }), { seed: 33, numRuns: 100 });
  });

  it('does not depend on the order in which the list was gathered', () => {
    fc.assert(fc.property(list, fc.nat(), (drawn, number) => {
      const gathered = canonicalList({ ...drawn, customers: drawn.customers.toReversed(), agents: drawn.agents.toReversed() });
      expect(listHashOf(gathered)).toBe(listHashOf(drawn));
      expect(drawFrom(gathered, seedOf(number))).toEqual(drawFrom(drawn, seedOf(number)));
    }), { seed: 33, numRuns: 100 });
  });

  it('is uniform over many seeds: every customer is as likely any agent\'s (χ² below the 0.999 quantile)', () => {
    const customers = ['A', 'A', 'A', 'B', '-'].map((grade, index) => ({ id: `customer${index}`, grade }));
    const drawn = canonicalList({ office: 'office', draw: 'draw', from: 'wang', reason: 'left', customers, agents: ['chen', 'li', 'zhao'] });
    const hits = new Map(customers.map(({ id }) => [id, new Map(drawn.agents.map((agent) => [agent, 0]))]));
    for (let number = 0; number < 6_000; number += 1) {
      for (const { customer, agent } of drawFrom(drawn, seedOf(number))) hits.get(customer)?.set(agent, (hits.get(customer)?.get(agent) ?? 0) + 1);
    }
    // Two degrees of freedom: 13.82 is passed once in a thousand; the seeds are fixed, so it passes always or never.
    for (const each of hits.values()) expect(chiSquare([...each.values()])).toBeLessThan(13.82);
  });

  it('draws every order of four equally often', () => {
    const orders = new Map<string, number>();
    for (let number = 0; number < 12_000; number += 1) {
      const order = new SeededChance(seedOf(number)).shuffled(['a', 'b', 'c', 'd']).join('');
      orders.set(order, (orders.get(order) ?? 0) + 1);
    }
    expect(orders.size).toBe(24);
    // 23 degrees of freedom: 49.73 is passed once in a thousand.
    expect(chiSquare([...orders.values()])).toBeLessThan(49.73);
  });

  it('has no modulo bias: three sides fall alike though 2³² is no multiple of them, and a rejected word is drawn anew', () => {
    const chance = new SeededChance(seedOf(1));
    const sides = 3 * 2 ** 30;
    // A plain remainder would give the lower third of this range twice as often as the rest.
    const thirds = [0, 0, 0];
    for (let drawn = 0; drawn < 9_000; drawn += 1) {
      const third = Math.floor(chance.below(sides) / 2 ** 30);
      thirds[third] = (thirds[third] ?? 0) + 1;
    }
    expect(chiSquare(thirds)).toBeLessThan(13.82);
  });

  describe('names what was tampered with', () => {
    const customers = Array.from({ length: 9 }, (_, index) => ({ id: `customer${index}`, grade: index < 4 ? 'A' : 'B' }));
    const record = recordOf(canonicalList({ office: 'office', draw: 'draw', from: 'wang', reason: 'long_leave', customers, agents: ['li', 'zhao', 'chen'] }), seedOf(4));
    const [first, second] = record.result;
    const swapped = [{ customer: first?.customer ?? '', agent: 'li' }, { customer: second?.customer ?? '', agent: first?.agent === 'li' ? 'zhao' : 'chen' }, ...record.result.slice(2)];
    const drawn = record.drawn as DrawEntry;

    it.each<[string, Partial<DrawRecord>]>([
      ['format_unknown', { format: 'lunjie-draw-0' as DrawRecord['format'] }],
      ['list_not_canonical', { list: { ...record.list, agents: record.list.agents.toReversed() } }],
      ['list_hash_differs', { list: { ...record.list, customers: record.list.customers.slice(1) } }],
      ['published_entry_differs', { published: { ...record.published, at: 1 } }],
      ['published_other_list', { published: entry(7, 'draw_published', { listHash: seedOf(1) }) }],
      ['not_drawn', { seed: null, drawn: null }],
      ['drawn_entry_differs', { drawn: { ...drawn, number: 10 } }],
      ['drawn_before_published', { drawn: entry(6, 'draw_drawn', drawn.content) }],
      ['drawn_other_list', { drawn: entry(9, 'draw_drawn', { ...drawn.content as object, listHash: seedOf(1) }) }],
      ['drawn_other_seed', { seed: seedOf(5) }],
      ['result_differs', { result: swapped }],
    ])('%s', (fault, change) => {
      expect(faultOfDraw(record)).toBeNull();
      expect(faultOfDraw({ ...record, ...change })).toBe(fault);
    });
  });
});
