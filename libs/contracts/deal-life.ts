/**
 * How far a deal has come. `closed` is one that was entered as it stood, without a unit of the board; the last three are
 * over, and their unit is free again.
 */
export const dealStages = ['soft_deposit', 'firm_deposit', 'subscription', 'contract', 'delivered', 'closed', 'lapsed', 'cancelled', 'forfeited'] as const;
export type DealStage = (typeof dealStages)[number];

/** Stages in which a unit is this deal's and nobody else's. */
export const liveStages = ['soft_deposit', 'firm_deposit', 'subscription', 'contract', 'delivered'] as const satisfies readonly DealStage[];

/** What moves a deal on. */
export const dealActs = ['soft_deposit', 'firm_deposit', 'subscription', 'contract', 'delivery', 'exchange', 'name_change', 'cancellation', 'forfeiture', 'lapse'] as const;
export type DealAct = (typeof dealActs)[number];

/** What a step does to the commission of the deal: begins it, counts it anew for another unit, takes it back. */
export const commissionEffects = ['none', 'accrue', 'recompute', 'take_back'] as const;
export type CommissionEffect = (typeof commissionEffects)[number];

/** Everything the history of a deal tells (its acts, and what happened to its money). */
export const dealEventKinds = [...dealActs, 'closed', 'plan', 'receipt', 'receipt_withdrawn', 'demand', 'breach', 'settlement', 'accrual', 'reversal', 'release', 'clawback', 'adjustment'] as const;
export type DealEventKind = (typeof dealEventKinds)[number];

/** POST /api/offices/:officeId/units/:unitId/deposits: a soft or a firm deposit, or the firm one after the soft. */
export interface DepositRequest {
  readonly kind: 'soft' | 'firm';
  readonly customer: string;
  /** The agent it is taken by; an agent takes their own. Null where a manager closes. */
  readonly closer?: string | null;
  /** The agreed price in 分; without one the list price. */
  readonly priceFen?: number;
  /** What the customer is to pay now, in 分: finance receives it, nobody else. */
  readonly depositFen: number;
  /** Agents who each call the deal theirs: it is disputed from the start. */
  readonly claimedBy?: readonly string[];
}

/** POST …/deals/:dealId/firm-deposit: the firm deposit after the soft one. */
export interface FirmDepositRequest {
  readonly priceFen?: number;
  readonly depositFen: number;
}

/** POST …/deals/:dealId/contract. The instalments sum to the price; without any the whole price is due on the day. */
export interface ContractRequest {
  /** The signed contract's own number, as the office files it. */
  readonly contractNumber: string;
  readonly instalments?: readonly InstalmentRequest[];
}

export interface InstalmentRequest {
  /** Business date. */
  readonly dueOn: string;
  readonly fen: number;
  readonly kind: 'own' | 'loan';
}

/** POST …/deals/:dealId/exchange. */
export interface ExchangeRequest {
  readonly unit: string;
  readonly priceFen?: number;
  readonly reason: string;
}

/** POST …/deals/:dealId/name-change: in whose name it stands from now on; the customer whose case divides it stays. */
export interface NameChangeRequest {
  readonly buyer: string;
  readonly reason: string;
}

/** POST …/deals/:dealId/cancellation, /forfeiture, /delivery, /subscription. */
export interface DealReasonRequest {
  readonly reason: string;
}
