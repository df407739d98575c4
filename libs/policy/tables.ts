import {
  agentParts, approvals, choiceFacts, numberFacts, ownershipChoiceFacts, ownershipEffects, ownershipNumberFacts, payees, selectors, uncountedModes,
  type AgentPart, type Approval, type ChoiceFact, type NumberFact, type OwnershipChoiceFact, type OwnershipEffect, type OwnershipNumberFact, type Payee,
  type Selector, type UncountedMode,
} from '@lunjie/contracts';
import { durationUnits, type Duration } from './fields';
import type { JsonSchema } from './json-schema';

/** `free`, one of `[free, busy]`, or anything but: `{ not: [absent] }`. */
export type ChoiceCondition = string | readonly string[] | { readonly not: readonly string[] };
export type NumberCondition = { readonly at_least?: number; readonly at_most?: number; readonly is_null?: boolean };

export type Conditions =
  & { readonly [F in ChoiceFact]?: ChoiceCondition }
  & { readonly [F in NumberFact]?: NumberCondition };

/** One reception rule: in this situation, this person receives, in this mode, and it counts or not. The first row that matches decides. */
export interface ReceptionRow {
  readonly id: string;
  readonly clause: string;
  /** The visitor class this rule gives (P20). */
  readonly class: string;
  readonly when: Conditions;
  /** Tried in order; the first who can receive does. Empty: nobody receives. */
  readonly receiver: readonly Selector[];
  readonly counts: 'yes' | 'no' | 'if_due';
  /** The mode of a reception that does not count. */
  readonly mode: UncountedMode;
  readonly ownership: OwnershipEffect;
  /** Where the wished-for person is on site but receiving: go on to the next choice, wait for them, or receive in parallel. */
  readonly busy: 'pass' | 'wait' | 'parallel';
}

export type OwnershipConditions =
  & { readonly [F in OwnershipChoiceFact]?: ChoiceCondition }
  & { readonly [F in OwnershipNumberFact]?: NumberCondition };

/** One payee's share. A range may be negotiated between its bounds (P81l); `percent` is what holds until then. */
export interface ShareRule {
  readonly payee: Payee;
  readonly percent: number;
  readonly from?: number;
  readonly to?: number;
}

/** One ownership rule: in this situation, the customer is theirs, these have the credit and these share the commission. */
export interface OwnershipRow {
  readonly id: string;
  readonly clause: string;
  readonly when: OwnershipConditions;
  /** Whose customer it is from now on; `none` leaves them nobody's. */
  readonly owner: AgentPart | 'none';
  readonly credit: readonly ShareRule[];
  readonly shares: readonly ShareRule[];
  readonly approval: Approval;
}

/** One penalty rule: what a verified violation, or the n-th slip, brings. */
export interface PenaltyRow {
  readonly id: string;
  readonly clause: string;
  readonly trigger: string;
  readonly severity: 'any' | 'ordinary' | 'serious';
  /** From this slip on; null = not counted in slips. */
  readonly slips: number | null;
  readonly suspend: Duration | null;
  readonly lose_turns: number;
  readonly fine_yuan: number;
  readonly day_base_pay_percent: number;
  readonly month_base_pay_percent: number;
  readonly month_bonus_percent: number;
  readonly points: number;
  readonly forfeit_deal: boolean;
  readonly escalation: 'none' | 'demotion_review' | 'dismissal' | 'expulsion';
}

export interface PolicyTables {
  readonly reception: readonly ReceptionRow[];
  readonly ownership: readonly OwnershipRow[];
  readonly penalties: readonly PenaltyRow[];
}

const rowId: JsonSchema = { type: 'string', pattern: '^[a-z][a-z0-9_]{1,59}$' };
const clause: JsonSchema = { type: 'string', minLength: 1, maxLength: 60 };

function choiceCondition(values: readonly string[]): JsonSchema {
  const one: JsonSchema = { enum: [...values] };
  const several: JsonSchema = { type: 'array', items: one, minItems: 1, uniqueItems: true };
  return { anyOf: [one, several, { type: 'object', additionalProperties: false, required: ['not'], properties: { not: several } }] };
}

const numberCondition: JsonSchema = {
  type: 'object', additionalProperties: false, minProperties: 1,
  properties: { at_least: { type: 'number' }, at_most: { type: 'number' }, is_null: { type: 'boolean' } },
};

function row(properties: Record<string, JsonSchema>): JsonSchema {
  return { type: 'array', maxItems: 300, items: { type: 'object', additionalProperties: false, required: Object.keys(properties), properties } };
}

const amount: JsonSchema = { type: 'number', minimum: 0, maximum: 10_000_000 };
const percent: JsonSchema = { type: 'number', minimum: 0, maximum: 100 };

/** The conditions a row may state over a table's vocabulary. */
function conditionsOver(choices: Readonly<Record<string, readonly string[]>>, numbers: readonly string[]): JsonSchema {
  return {
    type: 'object', additionalProperties: false,
    properties: {
      ...Object.fromEntries(Object.entries(choices).map(([fact, values]) => [fact, choiceCondition(values)])),
      ...Object.fromEntries(numbers.map((fact) => [fact, numberCondition])),
    },
  };
}

const shares: JsonSchema = {
  type: 'array', minItems: 1, maxItems: payees.length,
  items: { type: 'object', additionalProperties: false, required: ['payee', 'percent'], properties: { payee: { enum: [...payees] }, percent, from: percent, to: percent } },
};

/** JSON Schema of the three decision tables over the fixed vocabulary. */
export const tablesSchema: JsonSchema = {
  type: 'object', additionalProperties: false, required: ['reception', 'ownership', 'penalties'],
  properties: {
    reception: row({
      id: rowId, clause, class: { type: 'string', minLength: 1, maxLength: 60 },
      when: conditionsOver(choiceFacts, numberFacts),
      receiver: { type: 'array', items: { enum: [...selectors] }, uniqueItems: true },
      counts: { enum: ['yes', 'no', 'if_due'] },
      mode: { enum: [...uncountedModes] },
      ownership: { enum: [...ownershipEffects] },
      busy: { enum: ['pass', 'wait', 'parallel'] },
    }),
    ownership: row({
      id: rowId, clause,
      when: conditionsOver(ownershipChoiceFacts, ownershipNumberFacts),
      owner: { enum: [...agentParts, 'none'] }, credit: shares, shares, approval: { enum: [...approvals] },
    }),
    penalties: row({
      id: rowId, clause, trigger: { type: 'string', minLength: 1, maxLength: 60 }, severity: { enum: ['any', 'ordinary', 'serious'] },
      slips: { anyOf: [{ type: 'integer', minimum: 1, maximum: 20 }, { type: 'null' }] },
      suspend: { anyOf: [
        { type: 'object', additionalProperties: false, required: ['amount', 'unit'], properties: { amount: { type: 'integer', minimum: 1, maximum: 1000 }, unit: { enum: [...durationUnits] } } },
        { type: 'null' },
      ] },
      lose_turns: { type: 'integer', minimum: 0, maximum: 20 }, fine_yuan: amount,
      day_base_pay_percent: percent, month_base_pay_percent: percent, month_bonus_percent: percent,
      points: { type: 'number', minimum: 0, maximum: 1000 }, forfeit_deal: { type: 'boolean' },
      escalation: { enum: ['none', 'demotion_review', 'dismissal', 'expulsion'] },
    }),
  },
};
