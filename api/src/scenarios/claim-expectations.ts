import { isDeepStrictEqual } from 'node:util';
import { faultOfDraw } from '@lunjie/register';
import { DrawRecords } from '../attribution/draw-records';
import type { Check, Difference } from './expectations';

const asDate = (value: unknown): string => value instanceof Date ? value.toISOString().slice(0, 10) : String(value);

/** The last draw: whose customers went to whom, each of them really, and whether its record recomputes to the same. */
const draw: Check = async ({ stage, played, reading }, expected) => {
  const id = played.draws.at(-1) ?? '';
  const record = await stage.get(DrawRecords).record(reading, stage.officeId, id);
  const { rows } = await reading.run<{ customer_id: string; agent_id: string }>("SELECT customer_id, agent_id FROM claim WHERE office_id = ? AND source = 'draw' AND ended_at IS NULL ORDER BY customer_id", [stage.officeId]);
  const isCarriedOut = isDeepStrictEqual(rows.map((row) => ({ customer: row.customer_id, agent: row.agent_id })), record.result);
  const clientOf = new Map([...stage.customers].map(([name, customer]) => [customer, name]));
  const actual: Readonly<Record<string, unknown>> = {
    customers: record.list.customers.map((customer) => clientOf.get(customer.id) ?? '').sort(), among: record.list.agents.map((agent) => stage.nameOf(agent) ?? '').sort(),
    reproducible: faultOfDraw(record) === null && isCarriedOut,
  };
  return Object.entries(expected as Readonly<Record<string, unknown>>).flatMap(([key, value]): Difference[] => {
    const wanted = Array.isArray(value) ? [...value as string[]].sort() : value;
    return isDeepStrictEqual(actual[key], wanted) ? [] : [{ what: `draw ${key}`, expected: wanted, actual: actual[key] }];
  });
};

/** What is expected of claims: until when they live, and who has them after a draw. */
export const claimChecks: Readonly<Record<string, Check>> = {
  draw,
  recycle_date_after_event: async ({ played }, expected) => Object.entries(expected as Readonly<Record<string, unknown>>).flatMap(([event, wanted]): Difference[] => {
    const actual = played.lastDays.get(Number(event)) ?? null;
    return isDeepStrictEqual(actual, asDate(wanted)) ? [] : [{ what: `last day after event ${event}`, expected: asDate(wanted), actual }];
  }),
  final_expiry: async ({ stage, reading }, expected) => {
    const { rows: [claim] } = await reading.run<{ hard_until: string | null }>("SELECT hard_until FROM claim WHERE office_id = ? AND kind = 'claim' AND ended_at IS NULL", [stage.officeId]);
    const actual = claim?.hard_until ?? null;
    return actual === asDate(expected) ? [] : [{ what: 'last day whatever happens', expected: asDate(expected), actual }];
  },
};
