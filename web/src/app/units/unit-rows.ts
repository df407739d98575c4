import type { UnitFacts } from '@lunjie/contracts';
import { fenTyped } from '../shared/money/typed-amount';

/** Columns of the unit ledger (销售台账), in its order. */
export const unitColumns = ['building', 'entrance', 'floor', 'room', 'layout', 'grossArea', 'netArea', 'listPrice', 'batch', 'propertyType', 'measuredGross', 'measuredNet'] as const;
export type UnitColumn = (typeof unitColumns)[number];

/** How offices head them, in either language; compared without spaces, brackets and capitals. */
const headings: Readonly<Record<UnitColumn, readonly string[]>> = {
  building: ['楼栋', '楼号', '栋', 'building'],
  entrance: ['单元', 'entrance'],
  floor: ['楼层', '层', 'floor'],
  room: ['房号', '室号', 'room', 'unit'],
  layout: ['户型', 'layout'],
  grossArea: ['建筑面积', '面积', '预测建筑面积', 'grossarea', 'area'],
  netArea: ['套内面积', '预测套内面积', 'netarea'],
  listPrice: ['标准总价', '总价', 'listprice', 'price'],
  batch: ['批次', '推售批次', 'release'],
  propertyType: ['物业类型', '业态', 'propertytype'],
  measuredGross: ['实测建筑面积', '实测面积', 'measuredgrossarea'],
  measuredNet: ['实测套内面积', 'measurednetarea'],
};

/** A row as it was read: the unit, or what of it cannot be read. */
export interface UnitRow {
  readonly cells: Readonly<Record<UnitColumn, string>>;
  readonly unit: UnitFacts | null;
  readonly faults: readonly UnitColumn[];
}

/** Cells of a .csv: apart by commas, or by tabs as a spreadsheet copies them. */
export function separated(text: string): string {
  const [first = ''] = text.split('\n');
  return first.includes('\t') ? text : text.replace(/("(?:[^"]|"")*")|,/g, (_, quoted: string | undefined) => quoted ?? '\t');
}

/** The units a sheet means; without a heading the usual order is taken. */
export function unitRowsOf(cells: readonly (readonly string[])[]): readonly UnitRow[] {
  const meant = (cells[0] ?? []).map(columnOf);
  const headed = meant.includes('room') && meant.includes('building');
  const order: readonly (UnitColumn | null)[] = headed ? meant : unitColumns;
  return (headed ? cells.slice(1) : cells).map((row) => rowOf((column) => (row[order.indexOf(column)] ?? '').trim()));
}

function columnOf(heading: string): UnitColumn | null {
  const plain = heading.toLowerCase().replace(/[（(].*$/u, '').replace(/\s/gu, '');
  return unitColumns.find((column) => headings[column].includes(plain)) ?? null;
}

function rowOf(at: (column: UnitColumn) => string): UnitRow {
  const cells = Object.fromEntries(unitColumns.map((column) => [column, at(column)])) as Record<UnitColumn, string>;
  const hundredths = (text: string): number | null => fenTyped(text.replace(/[㎡m²]/gu, ''));
  const floor = /^-?\d{1,3}$/.test(cells.floor) ? Number(cells.floor) : null;
  const [grossArea, netArea, listPriceFen] = [hundredths(cells.grossArea), hundredths(cells.netArea), fenTyped(cells.listPrice)];
  const [measuredGross, measuredNet] = [cells.measuredGross, cells.measuredNet].map((text) => text === '' ? undefined : hundredths(text));
  const part = /^[^\s-]{1,20}$/u;
  const faults: UnitColumn[] = [
    ...part.test(cells.building) ? [] : ['building' as const], ...cells.entrance === '' || part.test(cells.entrance) ? [] : ['entrance' as const], ...floor === null ? ['floor' as const] : [], ...part.test(cells.room) ? [] : ['room' as const],
    ...cells.layout === '' ? ['layout' as const] : [], ...!grossArea ? ['grossArea' as const] : [], ...!netArea || netArea > (grossArea ?? 0) ? ['netArea' as const] : [], ...!listPriceFen ? ['listPrice' as const] : [],
    ...cells.batch.length > 20 ? ['batch' as const] : [], ...cells.propertyType.length > 20 ? ['propertyType' as const] : [], ...measuredGross === null || measuredGross === 0 ? ['measuredGross' as const] : [],
    ...measuredNet === null || measuredNet === 0 || (measuredGross && measuredNet && measuredNet > measuredGross) ? ['measuredNet' as const] : [],
  ];
  const unit = faults.length > 0 || floor === null || grossArea === null || netArea === null || listPriceFen === null ? null
    : { building: cells.building, entrance: cells.entrance === '' ? null : cells.entrance, floor, room: cells.room, layout: cells.layout, grossArea, netArea, listPriceFen,
      ...cells.batch === '' ? {} : { batch: cells.batch }, ...cells.propertyType === '' ? {} : { propertyType: cells.propertyType }, ...measuredGross ? { measuredGross } : {}, ...measuredNet ? { measuredNet } : {},
    };
  return { cells, unit, faults };
}
