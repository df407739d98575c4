import { fieldTexts } from '@lunjie/contracts';
import { checkPolicy, layOver, presets, type PolicyDocument, type PolicyFault, type PolicyOverlay, type PresetId } from '@lunjie/policy';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock';
import { Problem, type FieldError } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { Writes } from '../platform/idempotency/writes';
import { Policies, type PolicyInForce } from './policies';

/** Rules as an admin sends them: a whole document, a preset as it is, or what differs from a preset. */
export interface Publication {
  readonly document?: unknown;
  readonly preset?: PresetId | undefined;
  readonly overlay?: unknown;
  /** Epoch ms, not before now; at once if left out. */
  readonly effectiveFrom?: number | undefined;
  readonly note: string;
}

/** Takes rules of unknown origin and publishes them when they hold. */
@Injectable()
export class Publishing {
  constructor(
    private readonly clock: Clock,
    private readonly writes: Writes,
    private readonly policies: Policies,
  ) {}

  /**
   * Publishes a version for the office of the request.
   * @throws Problem 422 `policy_faulty` with every fault's path and code, 422 `policy_in_past`, 400 `policy_unclear`
   */
  publish(write: WriteContext, { effectiveFrom, note, ...given }: Publication, by: string): Promise<PolicyInForce> {
    const policy = sound(candidateOf(given));
    const { officeId } = write;
    return this.writes.run(write, async (tx) => {
      const now = this.clock.now();
      // What was decided stands under the rules it was decided by: none are put under it afterwards.
      if (effectiveFrom !== undefined && effectiveFrom < now) throw new Problem('policy_in_past', 422);
      const version = await this.policies.publish(tx, { officeId, policy, note, by, at: now, effectiveFrom });
      return { version, policy };
    });
  }
}

function candidateOf({ document, preset, overlay }: Pick<Publication, 'document' | 'preset' | 'overlay'>): unknown {
  if (document !== undefined && preset === undefined && overlay === undefined) return document;
  if (document !== undefined || preset === undefined) throw new Problem('policy_unclear', 400);
  if (overlay === undefined) return presets[preset];
  const faults = overlayFaults(overlay);
  if (faults.length > 0) throw faulty(faults);
  return layOver(presets[preset], overlay as PolicyOverlay);
}

const overlayParts = ['id', 'name', 'values', 'tables', 'before'];
const tableNames = ['reception', 'ownership', 'penalties'];

/** What laying over would trip on or silently lose; what the overlay says is checked afterwards. */
function overlayFaults(overlay: unknown): PolicyFault[] {
  if (!isRecord(overlay)) return [wrongType('/', 'object')];
  const { values = {}, tables = {}, before = {} } = overlay;
  const faults = unknownParts(overlay, overlayParts, '');
  if (!isRecord(values)) faults.push(wrongType('/values', 'object'));
  else for (const [group, given] of Object.entries(values)) if (!isRecord(given)) faults.push(wrongType(`/values/${group}`, 'object'));
  for (const [path, given] of [['/tables', tables], ['/before', before]] as const) {
    if (!isRecord(given)) faults.push(wrongType(path, 'object'));
    else {
      faults.push(...unknownParts(given, tableNames, path));
      for (const [table, rows] of Object.entries(given)) if (!Array.isArray(rows)) faults.push(wrongType(`${path}/${table}`, 'array'));
    }
  }
  return faults;
}

function unknownParts(given: Record<string, unknown>, known: readonly string[], path: string): PolicyFault[] {
  return Object.keys(given).filter((part) => !known.includes(part)).map((part) => ({ path: `${path}/${part}`, code: 'additionalProperties', data: {} }));
}

function wrongType(path: string, type: string): PolicyFault {
  return { path, code: 'type', data: { type } };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sound(candidate: unknown): PolicyDocument {
  const check = checkPolicy(candidate);
  if (check.ok) return check.policy;
  throw faulty(check.faults);
}

function faulty(faults: readonly PolicyFault[]): Problem {
  return new Problem('policy_faulty', 422, { count: faults.length, faults }, faults.map(fieldError));
}

function fieldError({ path, code, data }: PolicyFault): FieldError {
  return { path, code: `policy_${code}` in fieldTexts ? `policy_${code}` : 'other', data };
}
