import type { DrawAssignment, DrawCustomer, DrawEntry, DrawFault, DrawList, DrawRecord } from '@lunjie/contracts';
import { SeededChance } from './chance';
import { digestOf, hashOf } from './entry';

/** The grade of a customer nobody has graded. */
export const ungraded = '-';

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** A list in canonical form: customers by grade and id, agents by id, nobody twice. */
export function canonicalList(list: DrawList): DrawList {
  const customers = [...new Map(list.customers.map(({ id, grade }): [string, DrawCustomer] => [id, { id, grade }])).values()];
  return {
    office: list.office, draw: list.draw, from: list.from, reason: list.reason,
    customers: customers.sort((one, other) => byText(one.grade, other.grade) || byText(one.id, other.id)),
    agents: [...new Set(list.agents)].sort(byText),
  };
}

/** SHA-256 (hex) of a list in canonical JSON: what is published before the seed is drawn. */
export function listHashOf(list: DrawList): string {
  return digestOf(list);
}

/** The customers of a list by grade, best first, those without a grade last. */
export function gradesOf(customers: readonly DrawCustomer[]): readonly (readonly [grade: string, customers: readonly DrawCustomer[]])[] {
  const grades = [...new Set(customers.map(({ grade }) => grade))].sort((one, other) => Number(one === ungraded) - Number(other === ungraded) || byText(one, other));
  return grades.map((grade) => [grade, customers.filter((customer) => customer.grade === grade)] as const);
}

/**
 * Deals customers to agents in their order, grade after grade and without starting over, so that each agent's share of
 * every grade, and of all together, differs from another's by at most one.
 */
export function deal(grades: readonly (readonly DrawCustomer[])[], agents: readonly string[]): readonly DrawAssignment[] {
  return grades.flat().map(({ id }, index) => ({ customer: id, agent: agents[index % agents.length] as string }));
}

/**
 * The result of a draw: the agents are put in a drawn order, then each grade's customers, then they are dealt. Every agent
 * is as likely to get a customer as every other. Sorted by customer.
 * @param list in canonical form
 * @param seed 32 bytes in hex
 */
export function drawFrom(list: DrawList, seed: string): readonly DrawAssignment[] {
  const chance = new SeededChance(seed);
  const agents = chance.shuffled(list.agents);
  const grades = gradesOf(list.customers).map(([, customers]) => chance.shuffled(customers));
  return deal(grades, agents).toSorted((one, other) => byText(one.customer, other.customer));
}

const same = (one: unknown, other: unknown): boolean => digestOf(one) === digestOf(other);

function contentOf({ content }: DrawEntry): Readonly<Record<string, unknown>> {
  return (typeof content === 'object' && content !== null ? content : {}) as Readonly<Record<string, unknown>>;
}

function entryHolds(entry: DrawEntry): boolean {
  return hashOf(entry) === entry.hash;
}

/**
 * Recomputes a draw from its published record and names the first thing that does not hold; null where all does: the list
 * is the one whose hash was entered first, the seed was entered after it, and the result is what list and seed give.
 */
export function faultOfDraw(record: DrawRecord): DrawFault | null {
  const { list, listHash, published, drawn, seed } = record;
  const format: string = record.format;
  if (format !== 'lunjie-draw-1') return 'format_unknown';
  if (!same(list, canonicalList(list))) return 'list_not_canonical';
  if (listHashOf(list) !== listHash) return 'list_hash_differs';
  if (!entryHolds(published) || published.kind !== 'draw_published') return 'published_entry_differs';
  if (contentOf(published)['listHash'] !== listHash || published.subject !== list.draw || published.officeId !== list.office) return 'published_other_list';
  if (seed === null || drawn === null) return 'not_drawn';
  if (!entryHolds(drawn) || drawn.kind !== 'draw_drawn') return 'drawn_entry_differs';
  if (drawn.number <= published.number || drawn.at < published.at) return 'drawn_before_published';
  if (contentOf(drawn)['listHash'] !== listHash || drawn.subject !== list.draw || drawn.officeId !== list.office) return 'drawn_other_list';
  if (contentOf(drawn)['seed'] !== seed) return 'drawn_other_seed';
  const result = drawFrom(list, seed);
  return same(result, record.result) && contentOf(drawn)['result'] === digestOf(result) ? null : 'result_differs';
}
