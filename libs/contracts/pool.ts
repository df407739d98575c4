import type { PersonRef } from './arrival';

/** One customer of the shared pool (公海). */
export interface PoolRow {
  readonly customer: string;
  /** Surname and title; never the full name. */
  readonly label: string;
  readonly phoneMasked: string | null;
  /** The customer's grade as last written; null where nobody has. */
  readonly grade: string | null;
  /** Since when they are in the pool (epoch ms) and on which business date they leave it (P70 retention); null = they stay. */
  readonly since: number;
  readonly untilDate: string | null;
  /** Whose they were; only for managers and supervisors. */
  readonly previous: PersonRef | null;
  readonly lastContactAt: number | null;
  /** Until when the reader has to wait, having lost this customer (P70 cool-down); null where they need not. */
  readonly coolsDownUntil: number | null;
}

/** GET /api/offices/:officeId/pool?after=: longest in the pool first. */
export interface PoolPage {
  readonly customers: readonly PoolRow[];
  /** What to ask the next page with; null on the last. */
  readonly next: string | null;
  /** Who may claim (P70), whether the reader may, and how many more today; null = as many as they like. */
  readonly who: 'nobody' | 'agents' | 'manager';
  readonly mayClaim: boolean;
  readonly leftToday: number | null;
}

/**
 * POST /api/offices/:officeId/pool/:customerId/claim. An agent claims for themselves and sends nothing; where a manager
 * gives the customers out they say to whom. First to claim wins: 409 `pool_taken` names who has the customer.
 */
export interface PoolClaimRequest {
  readonly agentId?: string;
}

export interface PoolClaimAnswer {
  readonly customer: string;
  readonly agent: PersonRef;
  readonly until: string | null;
  readonly entry: number;
  readonly leftToday: number | null;
}
