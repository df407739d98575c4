import { computed, inject, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, type ParamMap, type Params } from '@angular/router';
import { reportDimensions, reportFilters, reportPeriods, type ReportFigure, type ReportFilter, type ReportPeriod, type ReportSpan } from '@lunjie/contracts';
import { daysAfter, isFigure, spanBefore, spanOf } from '@lunjie/reports';

const isDay = /^\d{4}-\d\d-\d\d$/;

/** Of which days a figure is opened: the sheet's own, the ones before, its week or month up to its day, or everything up to it. */
export const openedSpans = ['now', 'before', 'week', 'month', 'ever'] as const;
export type OpenedSpan = (typeof openedSpans)[number];

/** By what a line is told apart: on the company's sheet by office too. */
export const lineDimensions = [...reportDimensions, 'office'] as const;
export type LineDimension = (typeof lineDimensions)[number];

/** A figure whose rows are listed: of the whole sheet, or of one line. */
export interface Opened {
  readonly figure: ReportFigure;
  readonly span: OpenedSpan;
  readonly line: { readonly dimension: LineDimension; readonly value: string } | null;
}

/** What the address says of the sheet. */
export interface ReportAddress {
  readonly period: ReportPeriod;
  readonly span: ReportSpan;
  readonly narrowed: Readonly<Partial<Record<ReportFilter, string>>>;
  readonly opened: Opened | null;
  /** Whether the sheet is looked at as it was stored. */
  readonly asStored: boolean;
  /** Whether it shall go to the printer once it is there. */
  readonly toPrint: boolean;
}

/** @param today the office's date, which is meant where the address names none */
export function addressFrom(params: ParamMap, today: string): ReportAddress {
  const given = (name: string): string | null => {
    const text = params.get(name);
    return text !== null && isDay.test(text) ? text : null;
  };
  const period = reportPeriods.find((one) => one === params.get('period')) ?? 'day';
  const [from, to] = [given('from') ?? daysAfter(today, -6), given('to') ?? today];
  const span = period === 'range' ? { from, to: to < from ? from : to } : spanOf(period, given('date') ?? today);
  const narrowed = Object.fromEntries(reportFilters.flatMap((filter) => params.has(filter) ? [[filter, params.get(filter) ?? '']] : []));
  return { period, span, narrowed, opened: openedFrom(params), asStored: params.get('as') === 'stored', toPrint: params.get('then') === 'print' };
}

function openedFrom(params: ParamMap): Opened | null {
  const figure = params.get('open') ?? '';
  if (!isFigure(figure)) return null;
  const dimension = lineDimensions.find((one) => one === params.get('by'));
  return { figure, span: openedSpans.find((one) => one === params.get('in')) ?? 'now', line: dimension === undefined ? null : { dimension, value: params.get('of') ?? '' } };
}

/** What a link to a figure's rows adds to the address. */
export function toOpen({ figure, span, line }: Opened): Params {
  return { open: figure, in: span === 'now' ? null : span, by: line?.dimension ?? null, of: line?.value ?? null };
}

/** What leaves the rows. */
export const toClose: Params = { open: null, in: null, by: null, of: null };

/** The period some steps away, as the address names it. */
export function stepped({ period, span }: Pick<ReportAddress, 'period' | 'span'>, by: -1 | 1): Params {
  const before = spanBefore(period, span);
  if (period !== 'range') return { date: by === -1 ? before.from : daysAfter(span.to, 1) };
  if (by === -1) return { from: before.from, to: before.to };
  const days = Math.round((Date.parse(span.to) - Date.parse(span.from)) / 86_400_000) + 1;
  return { from: daysAfter(span.to, 1), to: daysAfter(span.to, days) };
}

const asked = (query: Readonly<Record<string, string>>): string => new URLSearchParams(query).toString();

/** What is read of the office for a sheet. */
export function sheetPath({ period, span, narrowed }: ReportAddress): string {
  return `reports?${asked({ ...period === 'range' ? { period, ...span } : { period, date: span.from }, ...narrowed })}`;
}

/** What is read of the office for the rows behind a figure; null where none is opened. */
export function rowsPath(address: ReportAddress): string | null {
  const { opened, narrowed } = address;
  if (opened === null) return null;
  const line = opened.line === null || opened.line.dimension === 'all' || opened.line.dimension === 'office' ? {} : { [opened.line.dimension]: opened.line.value };
  const days: Readonly<Record<string, string>> = opened.span === 'ever' ? { period: 'day', upTo: address.span.to } : { period: 'range', ...openedSpan(address, opened.span) };
  return `reports/rows?${asked({ ...days, figure: opened.figure, ...narrowed, ...line })}`;
}

/** What is read of the company for the rows behind a figure of its sheet; null where none is opened. */
export function companyRowsPath({ period, span, opened }: Pick<ReportAddress, 'period' | 'span' | 'opened'>): string | null {
  if (opened === null) return null;
  const line = opened.line?.dimension === 'office' || opened.line?.dimension === 'channel' ? { [opened.line.dimension]: opened.line.value } : {};
  return `/reports/rows?${asked({ period, date: span.from, figure: opened.figure, ...line })}`;
}

/** The days a figure is opened of. */
export function openedSpan({ period, span }: Pick<ReportAddress, 'period' | 'span'>, of: Exclude<OpenedSpan, 'ever'>): ReportSpan {
  if (of === 'now') return span;
  return of === 'before' ? spanBefore(period, span) : { from: spanOf(of, span.to).from, to: span.to };
}

/** The address of the page, as it changes. Needs an injection context. */
export function injectReportAddress(today: Signal<string>): Signal<ReportAddress> {
  const route = inject(ActivatedRoute);
  const params = toSignal(route.queryParamMap, { initialValue: route.snapshot.queryParamMap });
  return computed(() => addressFrom(params(), today()));
}
