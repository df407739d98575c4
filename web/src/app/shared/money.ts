/** An amount in 分 as it is read: yuan with thousands separators, and 分 only where there are any. */
export function yuan(fen: number, locale: string): string {
  const cents = fen % 100 === 0 ? 0 : 2;
  return (fen / 100).toLocaleString(locale, { minimumFractionDigits: cents, maximumFractionDigits: cents });
}
