import { layOver, presets, type PolicyFault, type PolicyOverlay, type PresetId } from '@lunjie/policy';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { Writes } from '../platform/idempotency/writes';
import { Drafts } from './drafts';
import { neverByItself, Policies, type PolicyInForce } from './policies';
import { faulty, sound } from './sound';

/** Rules as an admin sends them: a whole document, a preset as it is, what differs from a preset, or the saved draft. */
export interface Publication {
  readonly document?: unknown;
  readonly preset?: PresetId | undefined;
  readonly overlay?: unknown;
  /** The saved draft at this revision; it is gone afterwards. */
  readonly draftRevision?: number | undefined;
  /** Epoch ms, not before now; at once if left out. */
  readonly effectiveFrom?: number | undefined;
  /** In force only on the dates a period gives it. */
  readonly forPeriodsOnly?: boolean | undefined;
  readonly note: string;
}

/** Takes rules of unknown origin and publishes them when they hold. */
@Injectable()
export class Publishing {
  constructor(
    private readonly clock: Clock,
    private readonly writes: Writes,
    private readonly policies: Policies,
    private readonly drafts: Drafts,
  ) {}

  /**
   * Publishes a version for the office of the request.
   * @throws Problem 422 `policy_undecided`, `policy_faulty` with every fault's path and code, `policy_in_past`,
   * `policy_note_missing` for a draft; 400 `policy_unclear`; 409 `draft_changed`
   */
  publish(write: WriteContext, { effectiveFrom, forPeriodsOnly = false, note, draftRevision, ...given }: Publication, by: string): Promise<PolicyInForce> {
    const written = Object.values(given).some((part) => part !== undefined);
    if ((draftRevision !== undefined && written) || (forPeriodsOnly && effectiveFrom !== undefined)) throw new Problem('policy_unclear', 400);
    if (draftRevision !== undefined && note.trim() === '') throw new Problem('policy_note_missing', 422);
    const sent = draftRevision === undefined ? sound(candidateOf(given)) : null;
    const { officeId } = write;
    return this.writes.run(write, async (tx) => {
      const now = this.clock.now();
      // What was decided stands under the rules it was decided by: none are put under it afterwards.
      if (effectiveFrom !== undefined && effectiveFrom < now) throw new Problem('policy_in_past', 422);
      const policy = sent ?? sound(await this.drafts.take(tx, write, draftRevision ?? 0));
      const version = await this.policies.publish(tx, { officeId, policy, note, by, at: now, effectiveFrom: forPeriodsOnly ? neverByItself : effectiveFrom });
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
