/** Everything the statistics count (来人来电统计), in the order of the sheets. A kind that was written once is never renamed. */
export const occurrenceKinds = [
  'first_call', 'repeat_call', 'first_visit', 'visit_after_call', 'return_visit', 'unreceived_visit', 'other_visit', 'soft_deposit', 'firm_deposit', 'contract',
  'subscription_cancelled', 'contract_cancelled', 'exchange', 'receipt', 'refund', 'lost',
] as const;
export type OccurrenceKind = (typeof occurrenceKinds)[number];

/** By what a sheet can be laid out. `all` has the one value '', `day` business dates, `hour` weekday and hour (`1-09`: Monday from nine). */
export const reportDimensions = ['all', 'day', 'hour', 'agent', 'team', 'channel', 'home_area', 'age', 'purpose', 'layout', 'area', 'price', 'grade', 'reason'] as const;
export type ReportDimension = (typeof reportDimensions)[number];

/** Dimensions a sheet can be narrowed to one value of. */
export const reportFilters = ['agent', 'team', 'channel', 'home_area', 'age', 'purpose', 'layout', 'area', 'price', 'grade'] as const satisfies readonly ReportDimension[];
export type ReportFilter = (typeof reportFilters)[number];

export const reportPeriods = ['day', 'week', 'month', 'range'] as const;
export type ReportPeriod = (typeof reportPeriods)[number];

/** What stands in a line of a sheet. Areas in hundredths of a square metre, money in 分. */
export interface ReportFigures {
  readonly calls: number;
  readonly firstCalls: number;
  readonly visits: number;
  readonly firstVisits: number;
  readonly returnVisits: number;
  /** First visits of customers who had called before. */
  readonly visitsAfterCall: number;
  /** Came, and were received by nobody. */
  readonly unreceived: number;
  /** Not buyers: competitors, owners with a question, somebody asking the way. */
  readonly otherVisits: number;
  readonly softDeposits: number;
  readonly firmDeposits: number;
  readonly contracts: number;
  readonly subscriptionsCancelled: number;
  readonly contractsCancelled: number;
  readonly exchanges: number;
  /** 净签约, in units, area and money. */
  readonly netContracts: number;
  readonly netArea: number;
  readonly netFen: number;
  /** Of the contracts signed. */
  readonly contractArea: number;
  readonly contractFen: number;
  readonly receivedFen: number;
  readonly refundedFen: number;
  readonly netReceivedFen: number;
  readonly lost: number;
}
export type ReportFigure = keyof ReportFigures;

/** Ratios in basis points; null where there is nothing to divide by. */
export interface ReportRatios {
  /** 转访率: first visits after a call to first calls. */
  readonly callToVisit: number | null;
  /** 成交率: firm deposits to first visits. */
  readonly closing: number | null;
}

/** A business date to another, both included. */
export interface ReportSpan {
  readonly from: string;
  readonly to: string;
}

/** One value of a dimension, in this period and in the one before. */
export interface ReportLine {
  /** A code, an id, a date or a written word; '' where nothing was said. */
  readonly value: string;
  readonly now: ReportFigures;
  readonly before: ReportFigures;
}

/** GET /api/offices/:officeId/reports?period=&date=&from=&to= and one value a filter: the statistics of a period. */
export interface ReportView {
  readonly period: ReportPeriod;
  readonly span: ReportSpan;
  readonly previous: ReportSpan;
  /** The office's business date now; a span that reaches it is not over. */
  readonly today: string;
  /** The register's entry up to which it is counted. */
  readonly countedTo: number;
  readonly total: ReportLine;
  /** Of a day's sheet: 本周, 本月 and 累计 up to that day; null for other periods. */
  readonly upTo: { readonly week: ReportFigures; readonly month: ReportFigures; readonly ever: ReportFigures } | null;
  /** Every dimension but `all`. For an agent only their own line of `agent`, and `day`. */
  readonly lines: Readonly<Partial<Record<ReportDimension, readonly ReportLine[]>>>;
  /** Names of the agents and teams spoken of, by id. */
  readonly names: Readonly<Record<string, string>>;
}

/** What was counted, by itself. */
export interface OccurrenceRow {
  readonly kind: OccurrenceKind;
  readonly date: string;
  readonly entry: number;
  readonly agent: { readonly id: string; readonly name: string } | null;
  readonly customer: { readonly id: string; readonly label: string } | null;
  /** The deal it happened to. */
  readonly deal: string | null;
  readonly unit: string | null;
  readonly area: number;
  readonly fen: number;
}

/** GET …/reports/rows?figure=&… : what stands behind a figure, the latest first; with `upTo` everything up to that date (累计). */
export interface ReportRows {
  readonly rows: readonly OccurrenceRow[];
  /** How many there are in all; more than are listed. */
  readonly inAll: number;
}

/** One office's line in the company's sheet. */
export interface CompanyLine extends Omit<ReportLine, 'value'> {
  readonly office: { readonly id: string; readonly name: string };
}

/** GET /api/reports?period=week|month&date= : all the offices one may see, by office and in sum. */
export interface CompanyReport {
  readonly period: 'week' | 'month';
  readonly span: ReportSpan;
  readonly previous: ReportSpan;
  /** When the office that was counted longest ago was counted (epoch ms); null where none was. */
  readonly countedAt: number | null;
  readonly total: Omit<ReportLine, 'value'>;
  readonly offices: readonly CompanyLine[];
  readonly channels: readonly ReportLine[];
}

/** What was counted in one of the company's offices. */
export interface CompanyRow extends OccurrenceRow {
  readonly office: { readonly id: string; readonly name: string };
}

/** GET /api/reports/rows?period=&date=&figure=&office=&channel= : what stands behind a figure of the company's sheet, the latest first. */
export interface CompanyRows {
  readonly rows: readonly CompanyRow[];
  readonly inAll: number;
}

/** Figures that read otherwise now than on a sheet that was stored: what was registered, corrected or undone since. */
export interface ReportCorrection {
  readonly dimension: ReportDimension;
  readonly value: string;
  readonly figure: ReportFigure;
  readonly then: number;
  readonly now: number;
}

/** A sheet as it was stored when its period was over. */
export interface StoredSheetRow {
  readonly id: string;
  readonly period: Exclude<ReportPeriod, 'range'>;
  readonly span: ReportSpan;
  readonly madeAt: number;
  /** The entry that fixes it. */
  readonly entry: number;
  /** SHA-256 of its content, as the entry holds it. */
  readonly digest: string;
}

/** GET …/reports/sheets/:sheetId: the sheet, unchanged, and what reads otherwise by now. */
export interface StoredSheet extends StoredSheetRow {
  readonly view: ReportView;
  readonly corrections: readonly ReportCorrection[];
}

/** GET …/reports/sheets?period=: the latest first. */
export interface StoredSheets {
  readonly sheets: readonly StoredSheetRow[];
}

/** A stored sheet in the list, with how many of its figures read otherwise by now. */
export interface StoredSheetLine extends StoredSheetRow {
  readonly corrected: number;
}

/** GET …/reports/stored?period=&before= : the stored sheets, the latest stored first. */
export interface StoredSheetPage {
  readonly sheets: readonly StoredSheetLine[];
  /** What `before` of the next page is; null on the last. */
  readonly next: number | null;
}
