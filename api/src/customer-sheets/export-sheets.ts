import { Writable } from 'node:stream';
import { exportCellTexts, exportColumnTexts, type CustomerListRow, type ExportColumn, type ExportFormat, type Language } from '@lunjie/contracts';
import ExcelJS from 'exceljs';
import { byteOrderMark, csvLine } from '../audit/comma-separated';

/** A sheet that is written row by row into a file nobody holds as a whole. */
export interface SheetWriter {
  /** Writes rows, and waits until they are kept. */
  rows(cells: readonly (readonly string[])[]): Promise<void>;
  /** Ends the file. */
  end(): Promise<void>;
}

/** Where the bytes of the file go, part by part in their order. */
export type KeepsPart = (part: Buffer) => Promise<void>;

/** What one customer's row shows: nothing that the list's row does not. */
export function cellsOfRow(row: CustomerListRow, columns: readonly ExportColumn[], language: Language): readonly string[] {
  const words = (texts: Readonly<Record<string, Readonly<Record<Language, string>>>>, value: string | null): string => value === null ? '' : texts[value]?.[language] ?? value;
  const cells: Readonly<Record<ExportColumn, string>> = {
    name: row.name ?? row.label, phone: row.phoneMasked ?? '', gender: words(exportCellTexts.gender, row.gender), grade: row.grade ?? '', owner: row.owner?.name ?? '',
    state: words(exportCellTexts.state, row.state), valid_until: row.validUntil ?? '', source: words(exportCellTexts.source, row.source), registered_on: row.registeredOn,
    last_contact_on: row.lastContactOn ?? '', visits: String(row.visits),
  };
  return columns.map((column) => cells[column]);
}

export const headOf = (columns: readonly ExportColumn[], language: Language): readonly string[] => columns.map((column) => exportColumnTexts[column][language]);

const partSize = 384 * 1024;

/** Collects what a writer gives into parts of one size; the writer waits while a part is kept. */
class Parts extends Writable {
  private held: Buffer[] = [];
  private size = 0;

  constructor(private readonly keep: KeepsPart) {
    super();
  }

  override _write(chunk: Buffer, _: string, done: (error?: Error | null) => void): void {
    this.held.push(chunk);
    this.size += chunk.length;
    if (this.size < partSize) done();
    else this.hand(done);
  }

  override _final(done: (error?: Error | null) => void): void {
    this.hand(done);
  }

  private hand(done: (error?: Error | null) => void): void {
    const part = Buffer.concat(this.held);
    this.held = [];
    this.size = 0;
    this.keep(part).then(() => done(), (error: unknown) => done(error instanceof Error ? error : new Error(String(error))));
  }
}

/**
 * Begins a sheet. Who took it along, when and from which office stands in its first row, and in an .xlsx on every printed
 * page. Cells are texts: a spreadsheet computes none of them, whatever they begin with.
 */
export function sheetWriter(format: ExportFormat, keep: KeepsPart, { watermark, head }: { readonly watermark: string; readonly head: readonly string[] }): SheetWriter {
  const parts = new Parts(keep);
  const failed = new Promise<never>((_, refuse) => parts.once('error', refuse));
  // Told by whoever waits next; by itself it is nobody's.
  failed.catch(() => undefined);
  const ended = new Promise<void>((resolve) => parts.once('close', resolve));
  return format === 'csv' ? csvWriter(parts, failed, ended, watermark, head) : excelWriter(parts, failed, ended, watermark, head);
}

function csvWriter(parts: Parts, failed: Promise<never>, ended: Promise<void>, watermark: string, head: readonly string[]): SheetWriter {
  const write = (text: string): Promise<void> => Promise.race([failed, new Promise<void>((resolve) => parts.write(Buffer.from(text), () => resolve()))]);
  let isBegun = false;
  const begin = (): string => isBegun ? '' : byteOrderMark + csvLine([watermark]) + csvLine(head);
  return {
    rows: async (cells) => {
      const text = begin() + cells.map(csvLine).join('');
      isBegun = true;
      await write(text);
    },
    end: async () => {
      parts.end(Buffer.from(begin()));
      await Promise.race([failed, ended]);
    },
  };
}

function excelWriter(parts: Parts, failed: Promise<never>, ended: Promise<void>, watermark: string, head: readonly string[]): SheetWriter {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: parts, useStyles: true, useSharedStrings: false });
  const sheet = workbook.addWorksheet('Lunjie', { headerFooter: { oddHeader: `&L${watermark.replaceAll('&', '&&')}`, oddFooter: `&L${watermark.replaceAll('&', '&&')}&R&P / &N` }, views: [{ state: 'frozen', ySplit: 2 }] });
  sheet.columns = head.map(() => ({ width: 16, style: { numFmt: '@' } }));
  sheet.addRow([watermark]).commit();
  const headRow = sheet.addRow([...head]);
  headRow.font = { bold: true };
  headRow.commit();
  return {
    rows: async (cells) => {
      for (const row of cells) sheet.addRow([...row]).commit();
      // The writer has no bounds of its own: one turn of the loop lets what it has flow.
      await Promise.race([failed, new Promise<void>((resolve) => setImmediate(resolve))]);
    },
    end: async () => {
      await Promise.race([failed, workbook.commit().then(() => ended)]);
    },
  };
}
