import { lineOf, tallyOf } from '@lunjie/rotation';
import { isDeepStrictEqual } from 'node:util';
import { Floors } from '../floor/floors';
import { Customers } from '../customers/customers';
import { Transactions } from '../platform/database/transactions';
import type { Reading } from '../platform/database/tx';
import { Visits } from '../reception/visits';
import { claimChecks } from './claim-expectations';
import { dealChecks } from './deal-expectations';
import { penaltyChecks } from './penalty-events';
import type { Played } from './events';
import type { Stage } from './stage';

export interface Difference {
  /** The expectation it belongs to, as the file names it. */
  readonly expectation?: string;
  readonly what: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

export interface Seen {
  readonly stage: Stage;
  readonly played: Played;
  readonly reading: Reading;
}

type Expected = Readonly<Record<string, unknown>>;
export type Check = (seen: Seen, expected: unknown) => Promise<readonly Difference[]>;

/** Compares a map of names with what is so for each of them. */
function each(what: string, actualOf: (seen: Seen, name: string) => unknown): Check {
  return async (seen, expected) => {
    const differences: Difference[] = [];
    for (const [name, wanted] of Object.entries(expected as Expected)) {
      const actual = await actualOf(seen, name);
      if (!isDeepStrictEqual(actual, wanted)) differences.push({ what: `${what} ${name}`, expected: wanted, actual });
    }
    return differences;
  };
}

async function floorOf({ stage, reading }: Seen) {
  return (await stage.get(Floors).now(reading, stage.officeId)).floor;
}

async function queueOf(seen: Seen) {
  return (await floorOf(seen)).queues[seen.stage.scenario.queue];
}

async function receptions(seen: Seen, expected: unknown): Promise<readonly Difference[]> {
  const differences: Difference[] = [];
  const wanted = new Map((expected as Expected[]).map((entry) => [Number(entry['event']), entry]));
  for (const [event, { visit, client }] of seen.played.visits) {
    const { row } = await seen.stage.get(Visits).byId(seen.reading, seen.stage.officeId, visit);
    // What came by telephone is a reception of the line of calls, where the scenario is about that one.
    if (row.channel === 'call' && seen.stage.scenario.queue !== 'call') continue;
    const actual: Expected = {
      client, receiver: row.receiver?.name ?? null, mode: row.mode, counts: row.counts, handed_back_by: row.handedBackBy?.name,
    };
    const entry = wanted.get(event);
    wanted.delete(event);
    // Where nobody receives there is no reception; an entry with receiver null says just that.
    if (!entry && actual['receiver'] !== null) differences.push({ what: `event ${event}`, expected: 'no reception', actual });
    for (const [key, value] of Object.entries(entry ?? {})) {
      if (key !== 'event' && actual[key] !== value) differences.push({ what: `event ${event} ${key}`, expected: value, actual: actual[key] });
    }
  }
  for (const [event, entry] of wanted) differences.push({ what: `event ${event}`, expected: entry, actual: 'no reception' });
  return differences;
}

async function lineAfter(seen: Seen, expected: unknown): Promise<readonly Difference[]> {
  const actual = lineOf(await floorOf(seen), seen.stage.scenario.queue).map((id) => seen.stage.nameOf(id));
  return isDeepStrictEqual(actual, expected) ? [] : [{ what: 'line', expected, actual }];
}

async function creditsGranted(seen: Seen, name: string): Promise<number> {
  const { rows } = await seen.reading.run<{ kind: string; body: string }>(
    "SELECT kind, body FROM turn_posting WHERE office_id = ? AND agent_id = ? AND kind IN ('credit_granted', 'turn_reversed')", [seen.stage.officeId, seen.stage.agent(name)]);
  return rows.filter((row) => row.kind === 'credit_granted' || (JSON.parse(row.body) as { readonly makeup?: boolean }).makeup === true).length;
}

async function ownerOf({ stage, reading }: Seen, client: string): Promise<string> {
  const customer = await stage.get(Customers).byPhone(reading, stage.officeId, `+86${stage.phone(client)}`);
  return customer?.claim?.agentName ?? 'none';
}

async function registrations({ stage, reading }: Seen, client: string): Promise<number> {
  const { rows } = await reading.run<{ entries: number | string }>(
    "SELECT COUNT(*) AS entries FROM register_entry WHERE office_id = ? AND kind = 'registration' AND subject_id = ?", [stage.officeId, stage.customers.get(client) ?? '']);
  return Number(rows[0]?.entries ?? 0);
}

async function duties({ stage, reading }: Seen, expected: unknown): Promise<readonly Difference[]> {
  const { rows } = await reading.run<{ kind: string; by_person: string | null; to_whom: string | null; due_at: number | string; due_date: string | null; customer_id: string | null }>(
    `SELECT d.kind, d.by_person, d.to_whom, d.due_at, NULL AS due_date, v.customer_id FROM duty d LEFT JOIN visit v ON v.id = d.visit_id WHERE d.office_id = ?
     UNION ALL SELECT kind, agent_id, NULL, due_at, due_date, customer_id FROM follow_up_task WHERE office_id = ?`, [stage.officeId, stage.officeId]);
  const clientOf = (customer: string | null): string | null => [...stage.customers].find(([, id]) => id === customer)?.[0] ?? null;
  const actual = rows.map((row) => ({
    by: stage.nameOf(row.by_person), ...row.to_whom === null ? {} : { to: stage.nameOf(row.to_whom) ?? row.to_whom }, kind: row.kind, client: clientOf(row.customer_id),
    due: row.due_date ?? stage.written(Number(row.due_at)),
  }));
  return (expected as Expected[]).flatMap((wanted) =>
    actual.some((duty) => Object.entries(wanted).every(([key, value]) => (duty as Expected)[key] === value)) ? [] : [{ what: 'duty', expected: wanted, actual }]);
}

function rejected({ played }: Seen, expected: unknown): readonly Difference[] {
  return isDeepStrictEqual(played.rejected, expected) ? [] : [{ what: 'rejected events', expected, actual: played.rejected }];
}

async function audit({ stage, played, reading }: Seen, expected: unknown): Promise<readonly Difference[]> {
  const { rows } = await reading.run<{ kind: string; person_id: string | null; at: number | string }>('SELECT kind, person_id, at FROM audit_entry WHERE office_id = ?', [stage.officeId]);
  return (expected as Expected[]).flatMap((wanted) => {
    const found = rows.some((row) => row.kind === wanted['kind'] && stage.nameOf(row.person_id) === wanted['by'] && Number(row.at) === played.times.get(Number(wanted['event'])));
    return found ? [] : [{ what: 'audit entry', expected: wanted, actual: rows.map((row) => ({ kind: row.kind, by: stage.nameOf(row.person_id) })) }];
  });
}

async function classifiedAs({ stage, played, reading }: Seen, expected: unknown): Promise<readonly Difference[]> {
  const last = [...played.visits.values()].at(-1);
  const actual = last ? (await stage.get(Visits).byId(reading, stage.officeId, last.visit)).row.visitorClass : null;
  return actual === expected ? [] : [{ what: 'visitor class', expected, actual }];
}

async function claimDeadline({ stage, reading }: Seen, expected: unknown): Promise<readonly Difference[]> {
  const { rows } = await reading.run<{ data: string }>("SELECT data FROM happening WHERE office_id = ? AND kind = 'window_opened' ORDER BY entry_number DESC LIMIT 1", [stage.officeId]);
  const until = rows[0] ? (JSON.parse(rows[0].data) as { readonly until?: number }).until : undefined;
  const actual = until === undefined ? null : stage.fullyWritten(until);
  return actual === expected ? [] : [{ what: 'claim deadline', expected, actual }];
}

const checks: Readonly<Record<string, Check>> = {
  ...claimChecks,
  ...dealChecks,
  ...penaltyChecks,
  claim_deadline: claimDeadline,
  evidence: async ({ played }, expected) => isDeepStrictEqual(played.evidence, expected) ? [] : [{ what: 'evidence', expected, actual: played.evidence }],
  call_turn: async ({ played }, expected) => played.callTurns.at(-1) === expected ? [] : [{ what: 'call turn', expected, actual: played.callTurns.at(-1) ?? null }],
  receptions, line_after: lineAfter, duties, audit, classified_as: classifiedAs,
  rejected: async (seen, expected) => rejected(seen, expected),
  credits_after: each('make-up turns of', async (seen, name) => (await queueOf(seen))?.credits.filter((credit) => credit.agent === seen.stage.agent(name)).length ?? 0),
  credits_granted: each('make-up turns granted to', creditsGranted),
  counters_after: each('new customers of', async (seen, name) => { const queue = await queueOf(seen); return queue ? tallyOf(queue, seen.stage.agent(name)).newCustomers : 0; }),
  tally: each('counted receptions of', async (seen, name) => { const queue = await queueOf(seen); return queue ? tallyOf(queue, seen.stage.agent(name)).taken : 0; }),
  owner: each('owner of', ownerOf),
  registrations: each('registrations of', registrations),
};

/** Compares every expectation. One that belongs to a part still to come is named as missing, never passed over. */
export async function compare(stage: Stage, played: Played): Promise<{ readonly differences: readonly Difference[]; readonly missing: readonly string[] }> {
  const { expect } = stage.scenario;
  return stage.get(Transactions).read(async (reading) => {
    const seen: Seen = { stage, played, reading };
    const differences: Difference[] = [];
    const missing: string[] = [];
    for (const [key, expected] of Object.entries(expect)) {
      const check = checks[key];
      if (check) differences.push(...(await check(seen, expected)).map((difference) => ({ ...difference, expectation: key })));
      else missing.push(`expectation ${key}`);
    }
    if (!('rejected' in expect)) differences.push(...rejected(seen, []));
    return { differences, missing };
  });
}
