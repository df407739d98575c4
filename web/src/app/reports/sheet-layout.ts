import type { ReportDimension, ReportFigure, ReportFigures, ReportLine } from '@lunjie/contracts';

/** A row of the daily sheet (forms no. 11), rows of one subject together. */
export interface DailyGroup {
  readonly group: string;
  readonly figures: readonly ReportFigure[];
}

/** 来电 新访 复访 小定 大定 签约 退房 换房 净签约 (套数 面积 金额) 回款, in the order of the paper. */
export const dailyGroups: readonly DailyGroup[] = [
  { group: 'calls', figures: ['calls'] },
  { group: 'visits', figures: ['firstVisits', 'returnVisits'] },
  { group: 'deposits', figures: ['softDeposits', 'firmDeposits'] },
  { group: 'contracts', figures: ['contracts'] },
  { group: 'cancelled', figures: ['subscriptionsCancelled', 'contractsCancelled'] },
  { group: 'exchanges', figures: ['exchanges'] },
  { group: 'net', figures: ['netContracts', 'netArea', 'netFen'] },
  { group: 'money', figures: ['receivedFen', 'refundedFen', 'netReceivedFen'] },
];

/** A column of the weekly and monthly sheet (forms no. 12); one with a share has 数量 and 比例. */
export interface AnalysisColumn {
  readonly figure: ReportFigure;
  readonly hasShare: boolean;
}

export interface AnalysisGroup {
  readonly group: string;
  readonly columns: readonly AnalysisColumn[];
}

const shared = (figure: ReportFigure): AnalysisColumn => ({ figure, hasShare: true });
const plain = (figure: ReportFigure): AnalysisColumn => ({ figure, hasShare: false });

/** The columns before the rates, and after them. */
export const analysisGroups: readonly AnalysisGroup[] = [
  { group: 'calls', columns: [shared('calls')] },
  { group: 'firstVisits', columns: [shared('firstVisits')] },
  { group: 'returnVisits', columns: [shared('returnVisits')] },
  { group: 'deposits', columns: [plain('softDeposits'), plain('firmDeposits')] },
  { group: 'contracts', columns: [shared('contracts')] },
  { group: 'cancelled', columns: [plain('subscriptionsCancelled'), plain('contractsCancelled')] },
  { group: 'net', columns: [plain('netContracts'), plain('netFen')] },
  { group: 'lost', columns: [shared('lost')] },
];

/** The blocks of the weekly and monthly sheet, in the order of the paper. */
export const analysisBlocks = ['channel', 'home_area', 'age', 'purpose', 'layout', 'area', 'price', 'grade', 'reason', 'agent', 'team'] as const satisfies readonly ReportDimension[];
export type AnalysisBlock = (typeof analysisBlocks)[number];

/** The columns of an agent's line in the daily sheet. */
export const agentFigures: readonly ReportFigure[] = dailyGroups.flatMap(({ figures }) => figures);

/** Whether anything stands in a line of some columns. */
export const saysAnything = (figures: ReportFigures, columns: readonly ReportFigure[]): boolean => columns.some((figure) => figures[figure] !== 0);

/** A part of a whole in basis points; null where there is no whole. */
export const shareOf = (part: number, whole: number): number | null => whole <= 0 ? null : Math.round((part * 10_000) / whole);

/**
 * 第…名 of agents, by contracts signed, then by their amount (forms no. 12). Equals share a place; whoever signed nothing has none.
 */
export function ranked(lines: readonly ReportLine[]): ReadonlyMap<string, number> {
  const signed = lines.filter(({ value, now }) => value !== '' && now.contracts > 0).toSorted((one, other) => better(one.now, other.now));
  return new Map(signed.map(({ value, now }) => [value, signed.findIndex((first) => better(first.now, now) === 0) + 1]));
}

const better = (one: ReportFigures, other: ReportFigures): number => other.contracts - one.contracts || other.contractFen - one.contractFen;
