import type { ConductReport, Counted } from '@lunjie/contracts';
import type { Amounts } from '../../shared/money/amounts';
import type { Moments } from '../../shared/clock/moments';
import type { Words } from '../../shared/language/words';

/** What the blocks are put into words with. */
export interface Speech {
  readonly t: Words['t'];
  readonly amounts: Amounts;
  readonly moments: Moments;
}

/** One figure above a block's tables: what it was in the period before, and the entries behind it. */
export interface ToldSum {
  readonly label: string;
  readonly now: string;
  readonly before: string;
  readonly behind: Counted | null;
}

/** A row; `sub` belongs to the row above, `before` is the period before. */
export interface ToldRow {
  readonly label: string;
  readonly cells: readonly string[];
  readonly kind: 'plain' | 'sum' | 'sub' | 'before';
}

export interface ToldTable {
  readonly caption: string;
  readonly first: string;
  readonly columns: readonly string[];
  readonly rows: readonly ToldRow[];
  /** The last column holds words and may break. */
  readonly endsInWords: boolean;
}

/** One subject of the sheet. Empty blocks are folded to their title. */
export interface ToldBlock {
  readonly id: 'claims' | 'disputes' | 'commission' | 'followUps' | 'waiting' | 'requests';
  readonly empty: boolean;
  readonly sums: readonly ToldSum[];
  readonly tables: readonly ToldTable[];
}

export type Told = Pick<ConductReport, 'now' | 'before' | 'names'>;

const dayMs = 86_400_000;

/** A length in minutes and hours, from two days on in days; a dash where there is none. */
export function length(ms: number | null, { t, moments }: Speech): string {
  if (ms === null) return '–';
  return ms < 2 * dayMs ? moments.elapsed(0, ms) : t('conduct.days', { days: (ms / dayMs).toFixed(1) });
}

/** Of how many one is, in whole percent. */
export const percent = (part: number, whole: number): string => whole === 0 ? '–' : `${Math.round((part / whole) * 100)}%`;

export const nameOf = ({ names }: Told, agent: string, { t }: Speech): string => names[agent] || t('conduct.somebody');

export function sum(label: string, now: Counted | number, before: Counted | number): ToldSum {
  const number = (figure: Counted | number): string => String(typeof figure === 'number' ? figure : figure.number);
  return { label, now: number(now), before: number(before), behind: typeof now === 'number' || now.number === 0 ? null : now };
}

export const row = (label: string, cells: readonly (string | number)[], kind: ToldRow['kind'] = 'plain'): ToldRow => ({ label, cells: cells.map(String), kind });
