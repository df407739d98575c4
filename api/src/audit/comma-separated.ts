/** Excel reads a file without it in the machine's own code page, and Chinese turns to noise. */
export const byteOrderMark = '\uFEFF';

/** A sheet takes a cell that begins so for a formula and may carry it out. */
const formula = /^[=+\-@\t\r]/;

function cell(value: string): string {
  const inert = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** One line of an RFC 4180 file, with its line end; whatever a cell holds, a sheet shows it and computes nothing. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}
