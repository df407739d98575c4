import { Readable } from 'node:stream';
import { largestSheet, mostRows } from '@lunjie/contracts';
import ExcelJS from 'exceljs';
import { Problem } from '../platform/errors/problem';
import { ZipRefused, checkZip } from './zip-budget';

/** A head and the people; empty rows between them are not counted. */
const mostSheetRows = mostRows + 20;
const mostColumns = 40;
const longestCell = 500;
/** What the whole file may inflate to: an .xlsx of 500 people needs a few hundred KiB. */
const mostInflated = 8 * 1024 * 1024;

/**
 * The cells of a spreadsheet's first sheet that holds any, as text; empty rows are left out. Only values: of a formula
 * its stored result, of an error nothing.
 * @throws Problem 413 `sheet_too_large`, 400 `sheet_unreadable`
 */
export async function cellsOf(file: Readable): Promise<string[][]> {
  const whole = await collected(file);
  try {
    await checkZip(whole, mostInflated);
    return await read(whole);
  } catch (error) {
    if (error instanceof Problem) throw error;
    if (error instanceof ZipRefused && error.reason === 'too_large') throw tooLarge();
    throw new Problem('sheet_unreadable', 400);
  }
}

async function collected(file: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of file as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestSheet) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function read(whole: Buffer): Promise<string[][]> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookReader(Readable.from([whole]), { worksheets: 'emit', sharedStrings: 'cache', hyperlinks: 'ignore', styles: 'ignore', entries: 'ignore' });
  // Some writers put the list of sheets behind the sheets, which the reader does not expect.
  Object.assign(workbook, { model: { sheets: [] } });
  let rows: string[][] = [];
  // To the end, also once the first sheet was read: only so does the reader take away what it put aside.
  for await (const sheet of workbook) if (rows.length === 0) rows = await rowsOf(sheet);
  return rows;
}

async function rowsOf(sheet: ExcelJS.stream.xlsx.WorksheetReader): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const row of sheet) {
    const cells: string[] = [];
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      const text = textOf(cell.value);
      if (text === '') return;
      if (column > mostColumns) throw tooLarge();
      while (cells.length < column) cells.push('');
      cells[column - 1] = text;
    });
    if (cells.length > 0) rows.push(cells);
    if (rows.length > mostSheetRows) throw tooLarge();
  }
  return rows;
}

function textOf(value: ExcelJS.CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return [...value.trim()].slice(0, longestCell).join('');
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if ('richText' in value) return textOf(value.richText.map(({ text }) => text).join(''));
  if ('result' in value) return textOf(value.result);
  if ('text' in value) return textOf(value.text);
  return '';
}

function tooLarge(): Problem {
  return new Problem('sheet_too_large', 413, { rows: mostRows, columns: mostColumns });
}
