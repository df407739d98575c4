import type { CheckKind, CheckRequest, CheckResult, FindingOutcome, FindingSlip, PenaltyTrigger, Severity } from '@lunjie/contracts';

/** What was tapped of one item; nothing of it where the item was not looked at. */
export interface DraftFinding {
  readonly result: CheckResult;
  /** Null: about the place. */
  readonly agent: string | null;
  readonly brings: FindingOutcome;
  readonly trigger: string | null;
  readonly severity: Severity | null;
  /** In 元, as it is typed. */
  readonly pay: Readonly<Partial<Record<PenaltyTrigger['pay'][number], number>>>;
  readonly words: string;
}

export interface CheckDraft {
  readonly kind: CheckKind;
  readonly place: string | null;
  readonly agents: readonly string[];
  readonly findings: Readonly<Record<string, DraftFinding>>;
  readonly remarks: string;
}

export const emptyDraft: CheckDraft = { kind: 'spot_check', place: null, agents: [], findings: {}, remarks: '' };

/** A tap on a result: what it was about stays, what no longer fits it falls. @param agents who is checked: the only one is who it is about */
export function withResult(before: DraftFinding | undefined, result: CheckResult, agents: readonly string[]): DraftFinding {
  const agent = before ? before.agent : agents.length === 1 ? agents[0] ?? null : null;
  return { result, agent, brings: 'nothing', trigger: null, severity: null, pay: {}, words: before?.words ?? '' };
}

/** The slip of a finding in 分; null while something the schedule asks for is missing. */
export function slipOf({ trigger, severity, pay }: DraftFinding, triggers: readonly PenaltyTrigger[]): FindingSlip | null {
  const row = triggers.find((one) => one.trigger === trigger);
  if (!row || (row.graded && severity === null)) return null;
  return { trigger: row.trigger, severity: row.graded ? severity : null, ...Object.fromEntries(row.pay.map((part) => [part, Math.round((pay[part] ?? 0) * 100)])) };
}

/** Whether one finding says all that sending it takes. */
export function isWhole(finding: DraftFinding, triggers: readonly PenaltyTrigger[]): boolean {
  return finding.brings === 'nothing' || (finding.agent !== null && (finding.brings === 'praise' || slipOf(finding, triggers) !== null));
}

/** A check as it is sent, its findings in the order of the office's list; null while something is missing. @param checkedAt epoch ms */
export function requestOf({ kind, place, agents, findings, remarks }: CheckDraft, items: readonly string[], triggers: readonly PenaltyTrigger[], checkedAt: number): CheckRequest | null {
  const said = items.flatMap((item) => findings[item] ? [{ item, finding: findings[item] }] : []);
  if (place === null || agents.length === 0 || said.length === 0 || said.some(({ finding }) => !isWhole(finding, triggers))) return null;
  return {
    kind, place, agents, checkedAt, remarks: remarks.trim() || null,
    findings: said.map(({ item, finding }) => ({ item, result: finding.result, agent: finding.agent, brings: finding.brings, words: finding.words.trim() || null, slip: finding.brings === 'slip' ? slipOf(finding, triggers) : null })),
  };
}

/** Takes somebody out of what was checked: what was found of them is about the place until somebody else is named. */
export function withAgents(draft: CheckDraft, agents: readonly string[]): CheckDraft {
  const findings = Object.fromEntries(Object.entries(draft.findings).map(([item, finding]) => [item, finding.agent === null || agents.includes(finding.agent) ? finding : { ...finding, agent: null, brings: 'nothing' as const, trigger: null }]));
  return { ...draft, agents, findings };
}
