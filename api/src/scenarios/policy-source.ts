import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPolicy, layOver, presets, type PolicyDocument, type PolicyOverlay, type PresetId } from '@lunjie/policy';
import { ScenarioFault } from '@lunjie/testing';
import { parse } from 'yaml';

/** Another office's rules that nobody has written down as a document yet. */
export class UnwrittenPolicy extends ScenarioFault {}

function isPreset(name: string): name is PresetId {
  return Object.hasOwn(presets, name);
}

function written(name: string, folders: readonly string[]): unknown {
  for (const folder of folders) {
    for (const ending of ['json', 'yaml', 'yml']) {
      const file = join(folder, `${name}.${ending}`);
      if (existsSync(file)) return parse(readFileSync(file, 'utf8'));
    }
  }
  throw new UnwrittenPolicy(`part still to come: policy ${name}`);
}

function checked(candidate: unknown, name: string): PolicyDocument {
  const check = checkPolicy(candidate);
  if (check.ok) return check.policy;
  throw new ScenarioFault(`policy ${name}: ${check.faults.slice(0, 5).map((fault) => `${fault.path} ${fault.code}`).join('; ')}`);
}

const inDays = (amount: unknown): unknown => ({ amount, unit: 'day' });

/** What another product calls a value, as far as its own examples are played: where it belongs, and how it is written there. */
const aliases: Readonly<Record<string, readonly [path: string, written: (value: unknown) => unknown]>> = {
  default_protection_days: ['validity.visit', inDays], refresh_days_on_activity: ['validity.refresh_by', inDays], max_protection_days: ['validity.hard_cap', inDays],
};

/** `makeup.quantity: x` means the same as `makeup: {quantity: x}`. */
function nested(config: Readonly<Record<string, unknown>>): Record<string, Record<string, unknown>> {
  const groups: Record<string, Record<string, unknown>> = {};
  for (const [given, stated] of Object.entries(config)) {
    const [key, written] = aliases[given] ?? [given, (same: unknown) => same];
    const value = written(stated);
    const [group = '', name] = key.split('.');
    groups[group] = { ...groups[group], ...(name === undefined ? (typeof value === 'object' && value !== null ? value as Record<string, unknown> : { [key]: value }) : { [name]: value }) };
  }
  return groups;
}

/**
 * The policy a scenario names: a preset, a whole document, or a document that says what differs from its `base` preset;
 * the scenario's `config` laid over it.
 * @throws ScenarioFault for a policy nobody wrote or one with faults
 */
export function policyFor(name: string, config: Readonly<Record<string, unknown>>, folders: readonly string[]): PolicyDocument {
  let policy: PolicyDocument;
  if (isPreset(name)) policy = presets[name];
  else {
    const document = written(name, folders) as Readonly<Record<string, unknown>> | null;
    const base = document?.['base'];
    if (typeof base === 'string') {
      if (!isPreset(base)) throw new ScenarioFault(`policy ${name}: unknown base ${base}`);
      const { base: _base, ...overlay } = document as { readonly base: string };
      policy = checked(layOver(presets[base], overlay as unknown as PolicyOverlay), name);
    } else policy = checked(document, name);
  }
  if (Object.keys(config).length === 0) return policy;
  return checked(layOver(policy, { id: policy.id, name: policy.name, values: nested(config) }), name);
}
