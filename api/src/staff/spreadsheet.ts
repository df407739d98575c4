import { Readable } from 'node:stream';
import { largestSheet, mostRows } from '@lunjie/contracts';
import ExcelJS from 'exceljs';
import { Problem } from '../platform/errors/problem';
import { ZipRefused, checkZip } from './zip-budget';

/** How much of a file is taken, and how it is said where it is more. */
export interface SheetBounds {
  readonly rows: number;
  readonly columns: number;
  /** Of the file, and of everything it inflates to. */
  readonly bytes: number;
  readonly inflated: number;
  /** What is longer is cut off. */
  readonly longestCell: number;
  readonly tooLarge: () => Problem;
  readonly unreadable: () => Problem;
}

/** A row of a sheet with its line in the file. */
export interface SheetLine {
  readonly line: number;
  readonly cells: readonly string[];
}

const mostColumns = 40;
/** A head and the people; empty rows between them are not counted. An .xlsx of 500 people inflates to a few hundred KiB. */
const peopleBounds: SheetBounds = {
  rows: mostRows + 20, columns: mostColumns, bytes: largestSheet, inflated: 8 * 1024 * 1024, longestCell: 500,
  tooLarge: () => new Problem('sheet_too_large', 413, { rows: mostRows, columns: mostColumns }), unreadable: () => new Problem('sheet_unreadable', 400),
};

/**
 * The cells of a spreadsheet's first sheet that holds any, as text; empty rows are left out. Only values: of a formula
 * its stored result, of an error nothing.
 * @throws Problem 413 `sheet_too_large`, 400 `sheet_unreadable`
 */
export async function cellsOf(file: Readable): Promise<readonly (readonly string[])[]> {
  const lines = await spreadsheetLines(await bytesOf(file, peopleBounds), peopleBounds);
  return lines.map(({ cells }) => cells);
}

/** The same with the line of each row. @throws Problem as the bounds say */
export async function spreadsheetLines(whole: Buffer, bounds: SheetBounds): Promise<readonly SheetLine[]> {
  try {
    await checkZip(whole, bounds.inflated);
    return await read(whole, bounds);
  } catch (error) {
    if (error instanceof Problem) throw error;
    if (error instanceof ZipRefused && error.reason === 'too_large') throw bounds.tooLarge();
    throw bounds.unreadable();
  }
}

/** A body that nobody has read yet, up to its bound. */
export async function bytesOf(file: Readable, { bytes, tooLarge }: Pick<SheetBounds, 'bytes' | 'tooLarge'>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of file as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > bytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function read(whole: Buffer, bounds: SheetBounds): Promise<readonly SheetLine[]> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookReader(Readable.from([whole]), { worksheets: 'emit', sharedStrings: 'cache', hyperlinks: 'ignore', styles: 'ignore', entries: 'ignore' });
  // Some writers put the list of sheets behind the sheets, which the reader does not expect.
  Object.assign(workbook, { model: { sheets: [] } });
  let rows: readonly SheetLine[] = [];
  // To the end, also once the first sheet was read: only so does the reader take away what it put aside.
  for await (const sheet of workbook) if (rows.length === 0) rows = await rowsOf(sheet, bounds);
  return rows;
}

async function rowsOf(sheet: ExcelJS.stream.xlsx.WorksheetReader, { rows: most, columns, longestCell, tooLarge }: SheetBounds): Promise<readonly SheetLine[]> {
  const rows: SheetLine[] = [];
  for await (const row of sheet) {
    const cells: string[] = [];
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      const text = textOf(cell.value, longestCell);
      if (text === '') return;
      if (column > columns) throw tooLarge();
      while (cells.length < column) cells.push('');
      cells[column - 1] = text;
    });
    if (cells.length > 0) rows.push({ line: row.number, cells });
    if (rows.length > most) throw tooLarge();
  }
  return rows;
}

function textOf(value: ExcelJS.CellValue | undefined, longest: number): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return [...value.trim()].slice(0, longest).join('');
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if ('richText' in value) return textOf(value.richText.map(({ text }) => text).join(''), longest);
  if ('result' in value) return textOf(value.result, longest);
  if ('text' in value) return textOf(value.text, longest);
  return '';
}
