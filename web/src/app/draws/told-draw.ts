import type { DrawView } from '@lunjie/contracts';
import { gradesOf } from '@lunjie/register';

/** One agent and the customers they got, best grade first. */
export interface AgentShare {
  readonly id: string;
  readonly name: string;
  readonly count: number;
  readonly grades: readonly { readonly grade: string; readonly count: number }[];
}

/** How many of each grade every agent got. */
export function sharesOf({ draw, customers }: DrawView): readonly AgentShare[] {
  const grades = gradesOf(customers).map(([grade]) => grade);
  return draw.agents.map(({ id, name }) => {
    const got = customers.filter(({ agent }) => agent?.id === id);
    return { id, name, count: got.length, grades: grades.map((grade) => ({ grade, count: got.filter((one) => one.grade === grade).length })) };
  });
}

/** Sixteen characters of a hash are enough to compare by eye; the whole stands beside it. */
export function shortHash(hash: string): string {
  return hash.slice(0, 16);
}
