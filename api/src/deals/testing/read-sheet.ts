import ExcelJS from 'exceljs';

/** The cells of a file as whoever opens it reads them, row by row from the first. A comma or a quotation mark within a cell is no matter of these. */
export async function readSheet(bytes: Buffer, format: 'xlsx' | 'csv'): Promise<readonly (readonly string[])[]> {
  if (format === 'csv') return bytes.toString('utf8').replace(/^\u{FEFF}/u, '').trimEnd().split('\r\n').map((line) => line.split(','));
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  const [sheet] = workbook.worksheets;
  const rows: string[][] = [];
  sheet?.eachRow({ includeEmpty: true }, (row, number) => {
    const width = number === 1 ? 1 : sheet.columnCount;
    rows.push(Array.from({ length: width }, (_, index) => row.getCell(index + 1).text));
  });
  return rows;
}
