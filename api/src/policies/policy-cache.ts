import { presets, type PolicyDocument } from '@lunjie/policy';
import { Injectable } from '@nestjs/common';
import type { Reading } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';

/** Rules with their number. */
export interface PolicyInForce {
  readonly version: number;
  readonly policy: PolicyDocument;
}

const mostKept = 64;

/**
 * Documents by the id of their version, parsed once. A version never changes, so what is remembered is never
 * stale; which version is in force is not remembered here.
 */
@Injectable()
export class PolicyCache {
  private readonly kept = new Map<string, PolicyInForce>();

  /** The version's document, frozen: every decision shares it. */
  async read(reading: Reading, id: string): Promise<PolicyInForce> {
    const known = this.kept.get(id) ?? (await load(reading, id));
    // Moved to the end: the least recently used stands first and goes first.
    this.kept.delete(id);
    this.kept.set(id, known);
    if (this.kept.size > mostKept) this.kept.delete(this.kept.keys().next().value ?? '');
    return known;
  }
}

async function load(reading: Reading, id: string): Promise<PolicyInForce> {
  const { rows } = await reading.run<{ version: number; document: string }>('SELECT version, document FROM policy_version WHERE id = ?', [id]);
  const row = rows[0];
  if (!row) throw new Problem('policy_missing', 404);
  return frozen({ version: row.version, policy: completed(JSON.parse(row.document) as PolicyDocument) });
}

/** A version from before the product knew a value has the standard's: nothing was said against it. */
function completed(policy: PolicyDocument): PolicyDocument {
  const given: Readonly<Record<string, object | undefined>> = policy.values;
  const values = Object.fromEntries(Object.entries(presets.standard.values).map(([group, standard]) => [group, { ...standard, ...given[group] }]));
  return { ...policy, values: values as unknown as PolicyDocument['values'] };
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}
