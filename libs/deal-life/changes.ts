import type { DealEventKind } from '@lunjie/contracts';

/** One thing that happened to a deal, as its history has it. */
export interface HistoryEvent {
  readonly kind: DealEventKind;
  readonly at: number;
  readonly entry: number;
  readonly data: Readonly<Record<string, string | number | boolean | null>>;
}

/** What form 16 is filled in for. */
export const changeKinds = ['exchange', 'name_change', 'cancellation'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** An exchange, a change of name or a cancellation with what it did to the money; all amounts in 分. */
export interface DealChange<E extends HistoryEvent> {
  readonly event: E;
  readonly kind: ChangeKind;
  /** The unit before; after an exchange the new one, null otherwise. */
  readonly unit: string | null;
  readonly newUnit: string | null;
  /** Of an exchange what the new unit costs more, negative for less. */
  readonly differenceFen: number | null;
  readonly feeFen: number;
  /** What the customer had paid by then; fees are no part of it. */
  readonly paidFen: number;
  /** What it undid of the commission (negative), counted anew, and took back of what was released (negative). */
  readonly reversedFen: number;
  readonly accruedFen: number;
  readonly clawedBackFen: number;
}

/** What an act enters behind itself. */
const consequences: readonly DealEventKind[] = ['plan', 'accrual', 'reversal', 'release', 'clawback', 'adjustment'];
const amount = (value: string | number | boolean | null | undefined): number => typeof value === 'number' ? value : 0;
const text = (value: string | number | boolean | null | undefined): string | null => typeof value === 'string' ? value : null;
const isChange = (kind: DealEventKind): kind is ChangeKind => changeKinds.some((one) => one === kind);

/**
 * The changes of a deal that form 16 records, read off its history.
 * @param history in the order of the register
 * @param unit that of the deal now, for one whose history names none
 */
export function changesOf<E extends HistoryEvent>(history: readonly E[], unit: string | null): readonly DealChange<E>[] {
  let here = text(history.find(({ data }) => text(data['unit']) !== null)?.data['unit']) ?? text(history.find(({ kind }) => kind === 'exchange')?.data['from']) ?? unit;
  let paidFen = 0;
  const changes: DealChange<E>[] = [];
  for (const [index, event] of history.entries()) {
    const { kind, at, data } = event;
    if ((kind === 'receipt' || kind === 'receipt_withdrawn') && data['kind'] !== 'fee') paidFen += amount(data['fen']);
    if (!isChange(kind)) continue;
    const behind = history.slice(index + 1);
    const end = behind.findIndex((one) => one.at !== at || !consequences.includes(one.kind));
    const own = end < 0 ? behind : behind.slice(0, end);
    const sum = (of: DealEventKind): number => own.reduce((total, one) => one.kind === of ? total + amount(one.data['fen']) : total, 0);
    const newUnit = kind === 'exchange' ? text(data['to']) : null;
    changes.push({
      event, kind, unit: here, newUnit, differenceFen: kind === 'exchange' && typeof data['differenceFen'] === 'number' ? data['differenceFen'] : null, feeFen: kind === 'name_change' ? amount(data['feeFen']) : 0, paidFen,
      reversedFen: sum('reversal'), accruedFen: sum('accrual'), clawedBackFen: sum('clawback'),
    });
    here = newUnit ?? here;
  }
  return changes;
}
