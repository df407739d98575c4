import type { ReportCorrection, ReportDimension, ReportFigure, ReportLine, ReportView } from '@lunjie/contracts';
import { figuresOf, reportFigures } from './figures';

const empty = figuresOf([]);

/** What reads otherwise now than on a sheet that was stored: each figure of each line, with both numbers. */
export function correctionsOf(then: Pick<ReportView, 'total' | 'lines'>, now: Pick<ReportView, 'total' | 'lines'>): readonly ReportCorrection[] {
  const dimensions = [...new Set([...Object.keys(then.lines), ...Object.keys(now.lines)])] as ReportDimension[];
  return [
    ...ofLine('all', then.total, now.total),
    ...dimensions.flatMap((dimension) => {
      const [before, after] = [byValue(then.lines[dimension]), byValue(now.lines[dimension])];
      return [...new Set([...before.keys(), ...after.keys()])].flatMap((value) => ofLine(dimension, before.get(value) ?? nothing(value), after.get(value) ?? nothing(value)));
    }),
  ];
}

const nothing = (value: string): ReportLine => ({ value, now: empty, before: empty });
const byValue = (lines: readonly ReportLine[] = []): ReadonlyMap<string, ReportLine> => new Map(lines.map((line) => [line.value, line]));

function ofLine(dimension: ReportDimension, then: ReportLine, now: ReportLine): readonly ReportCorrection[] {
  return reportFigures.filter((figure) => then.now[figure] !== now.now[figure])
    .map((figure: ReportFigure) => ({ dimension, value: then.value, figure, then: then.now[figure], now: now.now[figure] }));
}
