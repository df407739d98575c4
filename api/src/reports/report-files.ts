import { reportBlockTexts, reportColumnTexts, reportSheetTexts as said, reportValueTexts, sheetType, type ExportFormat, type Language, type ReportDimension, type ReportFigure, type ReportFigures, type ReportView } from '@lunjie/contracts';
import { ratiosOf, reportFigures } from '@lunjie/reports';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit';
import type { Who } from '../auth/who';
import { sheetWriter } from '../customer-sheets/export-sheets';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import type { Narrowed } from './counted';
import { ReportSheets } from './report-sheets';
import { ReportViews, type AskedPeriod } from './report-views';

/** Figures in hundredths: square metres and 元 with two decimals. */
const hundredths: readonly ReportFigure[] = ['netArea', 'contractArea', 'netFen', 'contractFen', 'receivedFen', 'refundedFen', 'netReceivedFen'];
const percent = (points: number | null): string => points === null ? '' : `${(points / 100).toFixed(2)}%`;
const blocks = Object.keys(reportBlockTexts) as readonly (keyof typeof reportBlockTexts)[];

/** A sheet's rows as a file writes them: which block, which value, which period, then every figure and the ratios. */
export function reportCells(view: ReportView, language: Language): readonly (readonly string[])[] {
  const figures = (line: ReportFigures): readonly string[] => {
    const { callToVisit, closing } = ratiosOf(line);
    return [...reportFigures.map((name) => hundredths.includes(name) ? (line[name] / 100).toFixed(2) : String(line[name])), percent(callToVisit), percent(closing)];
  };
  const [now, before] = [`${said.now[language]} ${view.span.from} – ${view.span.to}`, `${said.before[language]} ${view.previous.from} – ${view.previous.to}`];
  const value = (dimension: ReportDimension, code: string): string => code === '' ? said.notSaid[language] : view.names[code] ?? reportValueTexts[dimension]?.[code]?.[language] ?? code;
  const upTo = view.upTo === null ? [] : (['week', 'month', 'ever'] as const).map((name) => [said.sum[language], '', said[name][language], ...figures(view.upTo?.[name] ?? view.total.now)]);
  return [
    [said.sum[language], '', now, ...figures(view.total.now)], [said.sum[language], '', before, ...figures(view.total.before)], ...upTo,
    ...blocks.flatMap((block) => (view.lines[block] ?? []).flatMap((line) => [
      [reportBlockTexts[block][language], value(block, line.value), now, ...figures(line.now)], [reportBlockTexts[block][language], value(block, line.value), before, ...figures(line.before)],
    ])),
  ];
}

/** A file with its type and name. */
export interface ReportFile {
  readonly bytes: Buffer;
  readonly type: string;
  readonly name: string;
}

/** The sheet of a period as a file, with the figures its page shows; who took it is recorded. */
@Injectable()
export class ReportFiles {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly views: ReportViews,
    private readonly sheets: ReportSheets,
  ) {}

  /** @throws Problem 422 `report_span` */
  async file(officeId: string, asked: AskedPeriod, narrowed: Narrowed, who: Pick<Who, 'person' | 'roles'>, format: ExportFormat, language: Language): Promise<ReportFile> {
    return this.written(officeId, await this.views.view(officeId, asked, narrowed, who), who, format, language);
  }

  /** A stored sheet as a file, as it was stored. @throws Problem 404 `sheet_not_found` */
  async stored(officeId: string, sheet: string, who: Pick<Who, 'person'>, format: ExportFormat, language: Language): Promise<ReportFile> {
    return this.written(officeId, (await this.sheets.sheet(officeId, sheet)).view, who, format, language);
  }

  private async written(officeId: string, view: ReportView, who: Pick<Who, 'person'>, format: ExportFormat, language: Language): Promise<ReportFile> {
    const title = view.period === 'day' ? said.daily[language] : said.analysis[language];
    const parts: Buffer[] = [];
    const writer = sheetWriter(format, async (part) => { parts.push(part); }, {
      watermark: `${title} ${view.span.from} – ${view.span.to} · ${who.person.name}`,
      head: [said.kind[language], said.what[language], said.period[language], ...Object.values(reportColumnTexts).map((texts) => texts[language])],
    });
    await writer.rows(reportCells(view, language));
    await writer.end();
    await this.transactions.transaction((tx) => this.audit.record(tx, { officeId, personId: who.person.id, kind: 'report_exported', data: { period: view.period, from: view.span.from, to: view.span.to, format }, at: this.clock.now() }));
    return { bytes: Buffer.concat(parts), type: format === 'xlsx' ? sheetType : 'text/csv; charset=utf-8', name: `lunjie-report-${view.span.from}-${view.span.to}.${format}` };
  }
}
