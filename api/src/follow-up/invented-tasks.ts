import { Chance } from '../demo/chance';
import type { Ids } from '../platform/clock/ids';

const day = 86_400_000;

/** An office whose customers are to be followed up. */
interface FollowedUp {
  readonly office: string;
  readonly owned: readonly { readonly customer: string; readonly agent: string }[];
  readonly now: number;
}

/** Invents open follow-ups as rows, customer by customer in turn: the same seed the same, due in 1 to 60 days. */
export function inventTasks(seed: string, ids: Ids, { office, owned, now }: FollowedUp): () => Readonly<Record<string, unknown>> {
  const chance = new Chance(seed);
  let number = 0;
  return () => {
    const { customer, agent } = owned[number % owned.length] ?? { customer: '', agent: '' };
    number += 1;
    const dueAt = now + chance.between(1, 60) * day + chance.between(0, day - 1);
    return {
      id: ids.next(), office_id: office, customer_id: customer, agent_id: agent, kind: chance.of(['cadence', 'cadence', 'agreed', 'call_back']), due_date: new Date(dueAt - day).toISOString().slice(0, 10), due_at: dueAt,
      created_at: now - chance.between(0, 30) * day, entry_number: 0, level: 0, next_look_at: dueAt,
    };
  };
}
