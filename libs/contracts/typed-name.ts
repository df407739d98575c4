/** Whether somebody typed a name to confirm something: its letters and digits, whatever stands between them (云栖花园 · 城西). */
export function isTypedName(typed: string, name: string): boolean {
  const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return plain(typed) !== '' && plain(typed) === plain(name);
}
