import type { SheetLine } from '../staff/spreadsheet';

/** What parts the cells of a text: tabs of pasted cells, the commas or semicolons of a file. */
export type Separator = ',' | ';' | '\t';

/**
 * The text of a file. Excel in China saves .csv in the machine's own code page; what is no UTF-8 is read as that.
 */
export function textIn(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** Whichever the first line has most of. */
export function separatorOf(text: string): Separator {
  const first = text.slice(0, text.search(/\r?\n|$/));
  const count = (separator: Separator): number => first.split(separator).length;
  return ([',', ';', '\t'] as const).reduce((best, each) => count(each) > count(best) ? each : best);
}

/**
 * The rows of a separated text (RFC 4180; a quote inside a cell that does not begin with one is a quote). Empty lines
 * are left out, and every row keeps the line on which it begins.
 * @param most answers one row more where there are more
 */
export function separatedLines(text: string, separator: Separator, most: number): readonly SheetLine[] {
  const rows: SheetLine[] = [];
  let line = 1;
  let begins = 1;
  let cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  const endRow = (): void => {
    cells.push(cell.trim());
    while (cells.at(-1) === '') cells.pop();
    if (cells.length > 0) rows.push({ line: begins, cells });
    cells = [];
    cell = '';
  };
  for (let at = 0; at < text.length && rows.length <= most; at += 1) {
    const letter = text[at] ?? '';
    if (letter === '\n') line += 1;
    if (isQuoted) {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (letter === '"' && cell === '') isQuoted = true;
    else if (letter === separator) {
      cells.push(cell.trim());
      cell = '';
    } else if (letter === '\n') {
      endRow();
      begins = line;
    } else if (letter !== '\r') cell += letter;
  }
  endRow();
  return rows;
}
