import { unitSheetFields, unitSheetFieldTexts, type UnitFacts, type UnitSheetField, type UnitSheetRow, type UnitState, type UnitTerms } from '@lunjie/contracts';

/** A row of the file with its line. */
export interface SheetRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A unit the board has, as far as a price list says anything of it. */
export interface KnownUnit extends Required<UnitFacts> {
  readonly id: string;
  readonly code: string;
  readonly state: UnitState;
}

/** A row and what is to be done with it. */
export interface PlannedUnit extends UnitSheetRow {
  readonly facts: UnitFacts | null;
  /** The unit that is changed. */
  readonly known: string | null;
}

const otherNames: Readonly<Record<UnitSheetField, readonly string[]>> = {
  building: ['栋', '楼号', '幢'], entrance: ['门栋'], floor: ['层'], room: ['室号'], layout: ['房型'], gross_area: ['建面', '预测建筑面积'], net_area: ['套内', '预测套内面积'], list_price: ['总价', 'price'], batch: ['推售批次', 'batch'], property_type: ['业态'], measured_gross: ['实测面积', '实测建面'], measured_net: ['实测套内'],
};
const optional: readonly UnitSheetField[] = ['entrance', 'batch', 'property_type', 'measured_gross', 'measured_net'];

/** 完整房号: building, entrance where there is one, room. */
export const unitCode = ({ building, entrance, room }: Pick<UnitFacts, 'building' | 'entrance' | 'room'>): string => [building, entrance, room].filter((part) => part != null && part !== '').join('-');

/** What a price list says of a unit, in the order in which the register keeps it; what is not said is null. */
export const termsOf = ({ layout, grossArea, netArea, listPriceFen, batch, propertyType, measuredGross = null, measuredNet = null }: Omit<UnitFacts, 'building' | 'entrance' | 'floor' | 'room'>): UnitTerms => ({
  layout, grossArea, netArea, listPriceFen, batch: batch || null, propertyType: propertyType || null, measuredGross, measuredNet,
});

/** What each column means by its heading; the unit in brackets behind it is left out. */
export function columnsOf(heading: readonly string[]): ReadonlyMap<UnitSheetField, number> {
  const plain = heading.map((cell) => cell.replace(/[（(].*$/u, '').trim().toLowerCase());
  return new Map(unitSheetFields.flatMap((field) => {
    const names = [unitSheetFieldTexts[field].zh, unitSheetFieldTexts[field].en.toLowerCase(), ...otherNames[field]];
    const index = plain.findIndex((cell) => names.includes(cell));
    return index < 0 ? [] : [[field, index] as const];
  }));
}

/** Columns the heading must name and does not. */
export const missingColumns = (columns: ReadonlyMap<UnitSheetField, number>): readonly UnitSheetField[] => unitSheetFields.filter((field) => !columns.has(field) && !optional.includes(field));

/** A number with thousands marks, in hundredths; null for anything else and for what is not above 0. */
function hundredths(text: string): number | null {
  const plain = text.replace(/[,，\s]/gu, '');
  if (!/^\d{1,13}(\.\d+)?$/.test(plain)) return null;
  const value = Math.round(Number(plain) * 100);
  return value > 0 ? value : null;
}

type Faults = UnitSheetRow['faults'][number][];

function factsOf({ cells }: SheetRow, columns: ReadonlyMap<UnitSheetField, number>, faults: Faults): UnitFacts | null {
  const cell = (field: UnitSheetField): string => (cells[columns.get(field) ?? -1] ?? '').trim();
  for (const field of unitSheetFields) if (cell(field) === '' && !optional.includes(field)) faults.push({ field, reason: 'is_missing' });
  for (const [field, most] of [['building', 20], ['entrance', 10], ['room', 20], ['layout', 40], ['batch', 20], ['property_type', 20]] as const) {
    if (cell(field).length > most) faults.push({ field, reason: 'too_long' });
    else if (!['layout', 'batch', 'property_type'].includes(field) && /[\s-]/u.test(cell(field))) faults.push({ field, reason: 'has_hyphen' });
  }
  if (cell('floor') !== '' && !/^-?\d{1,3}$/.test(cell('floor'))) faults.push({ field: 'floor', reason: 'is_no_number' });
  const [grossArea, netArea, listPriceFen, measuredGross = 0, measuredNet = 0] = (['gross_area', 'net_area', 'list_price', 'measured_gross', 'measured_net'] as const).map((field) => {
    const value = hundredths(cell(field));
    if (value === null && cell(field) !== '') faults.push({ field, reason: 'is_no_number' });
    return value ?? 0;
  });
  if (grossArea !== undefined && netArea !== undefined && netArea > grossArea) faults.push({ field: 'net_area', reason: 'net_above_gross' });
  if (measuredGross > 0 && measuredNet > measuredGross) faults.push({ field: 'measured_net', reason: 'net_above_gross' });
  // What the list has no column for stays as it is.
  const listed = <T>(field: UnitSheetField, value: T): T | undefined => columns.has(field) ? value : undefined;
  if (faults.length > 0 || grossArea === undefined || netArea === undefined || listPriceFen === undefined) return null;
  return { building: cell('building'), entrance: cell('entrance') || null, floor: Number(cell('floor')), room: cell('room'), layout: cell('layout'), grossArea, netArea, listPriceFen, ...known({
    batch: listed('batch', cell('batch') || null), propertyType: listed('property_type', cell('property_type') || null), measuredGross: listed('measured_gross', measuredGross || null), measuredNet: listed('measured_net', measuredNet || null),
  }) };
}

/** Without what is undefined. */
const known = <T extends object>(given: { readonly [K in keyof T]: T[K] | undefined }): Partial<T> => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<T>;

const changed: readonly (keyof UnitFacts)[] = ['layout', 'grossArea', 'netArea', 'listPriceFen', 'batch', 'propertyType', 'measuredGross', 'measuredNet'];

/**
 * What becomes of each row of a price list: areas in square metres, prices in yuan. Pure.
 * @param rows behind the heading
 */
export function planUnits(rows: readonly SheetRow[], columns: ReadonlyMap<UnitSheetField, number>, known: readonly KnownUnit[]): readonly PlannedUnit[] {
  const units = new Map(known.map((unit) => [unit.code, unit]));
  const seen = new Set<string>();
  return rows.map((row): PlannedUnit => {
    const faults: Faults = [];
    const facts = factsOf(row, columns, faults);
    if (facts === null) return { row: row.line, outcome: 'faulty', code: '', faults, facts, known: null };
    const code = unitCode(facts);
    const unit = units.get(code);
    const differs = unit !== undefined && changed.some((name) => facts[name] !== undefined && unit[name] !== facts[name]);
    if (seen.has(code)) faults.push({ field: null, reason: 'repeated' });
    else if (differs && !['available', 'held', 'withheld'].includes(unit.state)) faults.push({ field: null, reason: 'in_a_deal' });
    seen.add(code);
    return { row: row.line, outcome: faults.length > 0 ? 'faulty' : unit === undefined ? 'enter' : differs ? 'change' : 'same', code, faults, facts, known: unit?.id ?? null };
  });
}
