import type { PersonRef } from './arrival';

export const planPeriods = ['day', 'week'] as const;
export type PlanPeriod = (typeof planPeriods)[number];

/** What an agent means to reach; null where they set themselves nothing. */
export const planTargetKinds = ['calls', 'contacts', 'visits', 'deals'] as const;
export type PlanTargetKind = (typeof planTargetKinds)[number];
export type PlanTargets = Readonly<Record<PlanTargetKind, number | null>>;

/** One version of a plan sheet; the newest counts. */
export interface PlanVersion {
  readonly version: number;
  readonly at: number;
  readonly entry: number;
  /** In order; empty where they were erased. */
  readonly lines: readonly string[];
  readonly targets: PlanTargets;
}

/** An agent's plan sheet (日/周计划表) with all its versions, newest first (003 §(九)). */
export interface PlanSheet {
  readonly agent: PersonRef;
  readonly period: PlanPeriod;
  /** The day, or the Monday of the week. */
  readonly date: string;
  readonly versions: readonly PlanVersion[];
}

/** GET /api/offices/:officeId/plans?date=: the day's and its week's; an agent's own for agents. */
export interface PlansView {
  readonly date: string;
  /** The Monday of the date's week. */
  readonly week: string;
  readonly plans: readonly PlanSheet[];
}

/** POST …/plans: a new version of one's own. `date` is any day of the period. */
export interface PlanRequest {
  readonly period: PlanPeriod;
  readonly date: string;
  readonly lines: readonly string[];
  readonly targets?: Readonly<Partial<Record<PlanTargetKind, number | null>>>;
}
