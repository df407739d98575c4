const written = /^(\d{1,12})(?:\.(\d{0,6}))?(万)?$/u;

/**
 * What somebody typed in 元, in 分: `1,234.5`, `¥1234.50`, `158.6万`. Digit by digit, so that no 分 is lost to rounding.
 * Null where it is no amount, or finer than a 分.
 */
export function fenTyped(text: string): number | null {
  const [, whole, part = '', ten] = written.exec(text.replace(/[\s,，¥￥元]/gu, '')) ?? [];
  if (whole === undefined) return null;
  const places = ten === undefined ? 2 : 6;
  const digits = part.padEnd(places, '0');
  if (/[1-9]/.test(digits.slice(places))) return null;
  const fen = Number(whole + digits.slice(0, places));
  return Number.isSafeInteger(fen) ? fen : null;
}

/** How an amount in 分 stands in the field it is typed into: `1234.50`, `1234`. */
export function yuanTyped(fen: number): string {
  return fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2);
}
