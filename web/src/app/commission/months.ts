/** The month so many on: `2026-12` after `2026-11`. */
export function monthPlus(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}

/** A month from an address; the month of a business date where it names none, or one that is still to come. */
export function monthFrom(text: string | undefined, today: string): string {
  const here = today.slice(0, 7);
  return text !== undefined && /^20\d\d-(0[1-9]|1[0-2])$/.test(text) && text <= here ? text : here;
}
