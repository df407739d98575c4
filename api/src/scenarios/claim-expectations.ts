import { isDeepStrictEqual } from 'node:util';
import type { Check, Difference } from './expectations';

const asDate = (value: unknown): string => value instanceof Date ? value.toISOString().slice(0, 10) : String(value);

/** What is expected of claims: until when they live. */
export const claimChecks: Readonly<Record<string, Check>> = {
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
