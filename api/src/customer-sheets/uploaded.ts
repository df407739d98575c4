import type { Readable } from 'node:stream';
import { largestImport, mostImportColumns, mostImported, sheetType, tabSeparatedType } from '@lunjie/contracts';
import { Problem } from '../platform/errors/problem';
import { bytesOf, spreadsheetLines, type SheetBounds, type SheetLine } from '../staff/spreadsheet';
import { separatedLines, separatorOf, textIn } from './separated';

const bounds: SheetBounds = {
  // The heading is no customer.
  rows: mostImported + 1, columns: mostImportColumns, bytes: largestImport, inflated: 48 * 1024 * 1024, longestCell: 600,
  tooLarge: () => new Problem('import_too_large', 413, { rows: mostImported, columns: mostImportColumns, mebibytes: largestImport / 1024 / 1024 }),
  unreadable: () => new Problem('import_unreadable', 400),
};

/**
 * The rows of a file or of what was pasted.
 * @param type the body's content type
 * @throws Problem 413 `import_too_large`, 400 `import_unreadable`, 422 `import_empty`
 */
export async function uploadedLines(file: Readable, type: string): Promise<readonly SheetLine[]> {
  const bytes = await bytesOf(file, bounds);
  const lines = type === sheetType ? await spreadsheetLines(bytes, bounds) : textLines(bytes, type === tabSeparatedType);
  if (lines.length === 0) throw new Problem('import_empty', 422);
  return lines;
}

function textLines(bytes: Buffer, isPasted: boolean): readonly SheetLine[] {
  const text = textIn(bytes);
  // A spreadsheet renamed to .csv, or any other file that is no text.
  if (text.includes('\0')) throw bounds.unreadable();
  const rows = separatedLines(text, isPasted && text.includes('\t') ? '\t' : separatorOf(text), bounds.rows);
  if (rows.length > bounds.rows || rows.some(({ cells }) => cells.length > bounds.columns)) throw bounds.tooLarge();
  return rows.map(({ line, cells }) => ({ line, cells: cells.map((cell) => [...cell].slice(0, bounds.longestCell).join('')) }));
}
