import { parse } from 'yaml';

/** A line of a scenario as written: times, a type and whatever the type needs. */
export type ScenarioStep = Readonly<Record<string, unknown>> & { readonly type: string };

/** A scenario file (scenarios/FORMAT.md), its words checked, its meaning left to whoever plays it. */
export interface Scenario {
  readonly id: string;
  readonly policy: string;
  readonly source: string;
  readonly because: string;
  /** The business date, `YYYY-MM-DD`. */
  readonly date: string;
  readonly line: readonly string[];
  readonly absent: Readonly<Record<string, string>>;
  readonly busy: Readonly<Record<string, string>>;
  readonly counters: Readonly<Record<string, number>>;
  readonly hours: Readonly<Record<string, string>> | null;
  readonly queue: 'visit' | 'call';
  readonly config: Readonly<Record<string, unknown>>;
  readonly history: readonly ScenarioStep[];
  readonly events: readonly ScenarioStep[];
  readonly expect: Readonly<Record<string, unknown>>;
}

/** A scenario that cannot be read; the message names the word that is not known. */
export class ScenarioFault extends Error {}

const fields = ['id', 'source', 'because', 'policy', 'interpretation', 'date', 'line', 'absent', 'busy', 'counters', 'hours', 'queue', 'config', 'history', 'events', 'expect', 'note'];
const historyTypes = ['register', 'visit', 'call', 'deal', 'owned', 'slip', 'transfer', 'evening_minutes', 'meaningful_contact', 'follow_up_records', 'channel_report', 'site_visit', 'contract'];
const eventTypes = [
  'arrive', 'call', 'out', 'back', 'leave', 'claim_not_counted', 'notify', 'discover_owner', 'archive_lookup', 'assign_follow_up', 'complaint_verified',
  'link_household', 'contact', 'deal', 'dispute', 'negotiation', 'department_mediation', 'random_draw', 'edit_attempt', 'slip_issued', 'violation_verified',
  'broadcast', 'claim', 'consent', 'claim_from_pool', 'activity',
];
const expectations = [
  'receptions', 'line_after', 'credits_after', 'credits_granted', 'counters_after', 'tally', 'owner', 'performance', 'performance_split', 'split', 'payout',
  'claim', 'claim_deadline', 'classified_as', 'evidence', 'duties', 'penalties', 'rejected', 'registrations', 'audit', 'draw', 'recycle_date_after_event',
  'final_expiry', 'call_turn',
];

function known(words: readonly string[], given: Iterable<string>, what: string): void {
  for (const word of given) if (!words.includes(word)) throw new ScenarioFault(`unknown ${what}: ${word}`);
}

function record(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value)) throw new ScenarioFault(`${what} must be a map`);
  return value as Readonly<Record<string, unknown>>;
}

function steps(value: unknown, types: readonly string[], what: string): readonly ScenarioStep[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new ScenarioFault(`${what} must be a list`);
  return value.map((entry: unknown) => {
    const step = record(entry, what);
    if (typeof step['type'] !== 'string') throw new ScenarioFault(`${what} without a type`);
    known(types, [step['type']], `${what} type`);
    return step as ScenarioStep;
  });
}

function text(value: unknown, what: string): string {
  if (typeof value !== 'string' || value === '') throw new ScenarioFault(`${what} is missing`);
  return value;
}

/**
 * Reads one scenario file.
 * @throws ScenarioFault naming the first word the format does not know, or what is missing
 */
export function readScenario(yaml: string): Scenario {
  const root = record(parse(yaml), 'the scenario');
  known(fields, Object.keys(root), 'field');
  const expect = record(root['expect'], 'expect');
  known(expectations, Object.keys(expect), 'expectation');
  const queue = root['queue'] ?? 'visit';
  if (queue !== 'visit' && queue !== 'call') throw new ScenarioFault(`unknown queue: ${String(queue)}`);
  return {
    id: text(root['id'], 'id'), policy: text(root['policy'], 'policy'), source: String(root['source'] ?? ''), because: String(root['because'] ?? ''),
    date: text(root['date'], 'date'), line: (root['line'] ?? []) as string[],
    absent: record(root['absent'], 'absent') as Record<string, string>, busy: record(root['busy'], 'busy') as Record<string, string>,
    counters: record(root['counters'], 'counters') as Record<string, number>,
    hours: root['hours'] === undefined ? null : record(root['hours'], 'hours') as Record<string, string>, queue,
    config: record(root['config'], 'config'), history: steps(root['history'], historyTypes, 'history'), events: steps(root['events'], eventTypes, 'event'), expect,
  };
}
