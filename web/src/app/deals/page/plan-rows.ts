import type { InstalmentRequest } from '@lunjie/contracts';

/** A payment of the plan as it is being written. */
export interface PlanRow {
  readonly dueOn: string;
  readonly fen: number | null;
  readonly kind: 'own' | 'loan';
}

/** What is left of the price when the payments are taken off; 0 where the plan is the price, as it must be. */
export const leftOf = (priceFen: number, rows: readonly PlanRow[]): number => priceFen - rows.reduce((sum, { fen }) => sum + (fen ?? 0), 0);

/** The plan to be sent, or null while a payment has no day or no amount, or the plan is not the price. */
export function planOf(priceFen: number, rows: readonly PlanRow[]): readonly InstalmentRequest[] | null {
  const plan = rows.flatMap(({ dueOn, fen, kind }) => fen === null || fen <= 0 || dueOn === '' ? [] : [{ dueOn, fen, kind }]);
  return plan.length === rows.length && leftOf(priceFen, rows) === 0 ? plan : null;
}
