import { checkKinds, type CheckKind, type CheckRequest, type FindingOutcome, type FindingSlip, type FindingRequest, type Role } from '@lunjie/contracts';
import type { PenaltyRow, PolicyValues } from '@lunjie/policy';

/** What makes a check no check, and of which finding (its place, from 1). */
export interface CheckFault {
  readonly code: 'check_in_future' | 'check_nobody' | 'check_empty' | 'check_place_unknown' | 'check_item_unknown' | 'check_finding_unfit';
  readonly data: Readonly<Record<string, string | number>>;
}

/** The part of a finding a correction may say anew. */
export type Finding = Pick<FindingRequest, 'result' | 'brings' | 'slip'>;

/** A slip is for what was not met, praise for what was, and both are somebody's; a slip stands in the schedule and takes away no deal, for a check is about none. */
function fitsOutcome({ result, brings, slip }: Finding, agent: string | null, schedule: readonly PenaltyRow[]): boolean {
  if (brings === 'nothing') return slip === null;
  if (agent === null) return false;
  if (brings === 'praise') return result === 'met' && slip === null;
  const rows = slip === null ? [] : schedule.filter(({ trigger }) => trigger === slip.trigger);
  const isGraded = rows.some(({ severity }) => severity !== 'any');
  return result === 'not_met' && rows.length > 0 && !rows.some(({ forfeit_deal }) => forfeit_deal) && isGraded === (slip?.severity != null);
}

/**
 * Why a check cannot be entered; null where it can.
 * @param now epoch ms
 */
export function faultOfCheck(check: CheckRequest, { items, places }: PolicyValues['checks'], schedule: readonly PenaltyRow[], now: number): CheckFault | null {
  const fault = (code: CheckFault['code'], data: CheckFault['data'] = {}): CheckFault => ({ code, data });
  if (check.checkedAt > now) return fault('check_in_future');
  if (check.agents.length === 0) return fault('check_nobody');
  if (check.findings.length === 0) return fault('check_empty');
  if (!places.some(({ id }) => id === check.place)) return fault('check_place_unknown');
  for (const [index, finding] of check.findings.entries()) {
    const isListed = items.some(({ id, kinds }) => id === finding.item && kinds.includes(check.kind));
    const isAbout = finding.agent === null || check.agents.includes(finding.agent);
    if (!isListed) return fault('check_item_unknown', { number: index + 1 });
    if (!isAbout || !fitsOutcome(finding, finding.agent, schedule)) return fault('check_finding_unfit', { number: index + 1 });
  }
  return null;
}

/** The kinds somebody publishes as they enter them: a mystery visit waits to be published, whoever enters it. */
export function publishedAtOnce(roles: readonly Role[], { published_by: by }: PolicyValues['checks']): readonly CheckKind[] {
  return checkKinds.filter((kind) => kind === 'spot_check' && by.some((role) => roles.includes(role)));
}

/** What stands after corrections: the last one says it. */
export function standing(finding: Finding, corrections: readonly Finding[]): Finding {
  return corrections.at(-1) ?? finding;
}

/**
 * Why a finding cannot be corrected so; null where it can. What was published and brought a slip or praise keeps it: a slip
 * falls by its appeal (P107), never by a correction.
 */
export function refusalOfCorrection(now: Finding, correction: Finding, { agent, hasBrought }: { readonly agent: string | null; readonly hasBrought: boolean }, schedule: readonly PenaltyRow[]): 'check_finding_unfit' | 'check_brought' | null {
  if (hasBrought && (correction.brings !== now.brings || slipText(correction.slip) !== slipText(now.slip))) return 'check_brought';
  // What stands although the finding falls is said as it is: only the result changes.
  return hasBrought || fitsOutcome(correction, agent, schedule) ? null : 'check_finding_unfit';
}

const slipText = (slip: FindingSlip | null): string => slip === null ? '' : `${slip.trigger} ${slip.severity ?? ''}`;

/** What publishing brings about: the findings that bring something, in their order. */
export function broughtBy(findings: readonly { readonly number: number; readonly agent: string | null; readonly now: Finding }[]): readonly { readonly number: number; readonly agent: string; readonly brings: Exclude<FindingOutcome, 'nothing'>; readonly slip: FindingSlip | null }[] {
  return findings.flatMap(({ number, agent, now: { brings, slip } }) => agent === null || brings === 'nothing' ? [] : [{ number, agent, brings, slip }]);
}

/** How many of the items that were looked at were met. */
export function tallyOf(findings: readonly Pick<Finding, 'result'>[]): { readonly met: number; readonly looked: number } {
  return { met: findings.filter(({ result }) => result === 'met').length, looked: findings.length };
}
