import ExcelJS from 'exceljs';
import { Problem } from '../platform/errors/problem';
import { spreadsheetLines, type SheetBounds } from './spreadsheet';

const bounds: SheetBounds = {
  rows: 5_000, columns: 6, bytes: 4 * 1024 * 1024, inflated: 48 * 1024 * 1024, longestCell: 600,
  tooLarge: () => new Problem('import_too_large', 413, {}), unreadable: () => new Problem('import_unreadable', 400),
};

async function written(fill: (sheet: ExcelJS.Worksheet) => void): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook.addWorksheet('客户'));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

describe('a spreadsheet that is read', () => {
  it('gives every character as it was written, however long it is', async () => {
    const rows = Array.from({ length: 5_000 }, (_, index) => [`客户姓名${index}`, `置业顾问赵婷之${index % 97}`, '𠮷祥里，三房两厅']);
    const lines = await spreadsheetLines(await written((sheet) => sheet.addRows(rows)), bounds);
    expect(lines.map(({ cells }) => cells)).toEqual(rows);
    expect(lines.at(-1)?.line).toBe(5_000);
  });

  it('gives a date as a date, and the text of cells that are one once', async () => {
    const file = await written((sheet) => {
      sheet.addRow([new Date('2026-05-01T00:00:00Z'), 118.5, true]);
      sheet.addRow([]);
      sheet.addRow(['合并', '', '右']);
      sheet.mergeCells('A3:B3');
      sheet.getCell('A1').numFmt = 'yyyy-mm-dd';
    });
    expect(await spreadsheetLines(file, bounds)).toEqual([{ line: 1, cells: ['2026-05-01', '118.5', 'TRUE'] }, { line: 3, cells: ['合并', '', '右'] }]);
  });

  it('is refused where it has more cells than it may, though they are empty and small', async () => {
    const file = await written((sheet) => {
      for (let row = 1; row <= 5_000; row += 1) for (let column = 1; column <= 100; column += 1) sheet.getCell(row, column).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFFF00' } };
    });
    expect(file.length).toBeLessThan(bounds.bytes);
    await expect(spreadsheetLines(file, bounds)).rejects.toMatchObject({ code: 'import_too_large' });
  });
});
