import type { Readable } from 'node:stream';
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

/** Of a cell whose text is shared, with the row around it and room for empty ones; and what styles and themes have. */
const tagsOfACell = 12;
const otherTags = 100_000;

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
    await checkZip(whole, { bytes: bounds.inflated, tags: otherTags + bounds.rows * bounds.columns * tagsOfACell });
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

/** Whole, not as a stream: ExcelJS's streaming reader cuts Chinese characters apart where its chunks end, and may come to the cells before their texts. */
async function read(whole: Buffer, bounds: SheetBounds): Promise<readonly SheetLine[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Uint8Array.from(whole).buffer, { ignoreNodes: ['dataValidations', 'conditionalFormatting', 'extLst', 'drawing', 'legacyDrawing', 'tableParts', 'pageSetup', 'headerFooter'] });
  for (const sheet of workbook.worksheets) {
    const rows = rowsOf(sheet, bounds);
    if (rows.length > 0) return rows;
  }
  return [];
}

function rowsOf(sheet: ExcelJS.Worksheet, { rows: most, columns, longestCell, tooLarge }: SheetBounds): readonly SheetLine[] {
  const rows: SheetLine[] = [];
  sheet.eachRow({ includeEmpty: false }, (row, line) => {
    const cells: string[] = [];
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      // Of cells that are one, only the first holds the text.
      const text = cell.master === cell ? textOf(cell.value, longestCell) : '';
      if (text === '') return;
      if (column > columns) throw tooLarge();
      while (cells.length < column) cells.push('');
      cells[column - 1] = text;
    });
    if (cells.length > 0) rows.push({ line, cells });
    if (rows.length > most) throw tooLarge();
  });
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
