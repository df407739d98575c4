/** Width of a name in ems: a Chinese character is one, a Latin letter little more than half. For type that fills its box. */
export function letterWidths(name: string): number {
  return [...name].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e7f ? 1 : 0.62), 0);
}
