import type { Group } from '../fields';

/** Rulebook S3-39 … S3-47: units, deposits, contracts and what may be changed of them. */
export const deals = {
  hold_for: { kind: 'duration', rule: 'S3-46', nullable: true },
  soft_deposit_for: { kind: 'duration', rule: 'S3-16', nullable: true },
  sign_within: { kind: 'duration', rule: 'S3-16', nullable: true },
  subscription_copies: { kind: 'record', rule: 'S3-47', of: {
    customer: { kind: 'number', rule: 'S3-47', min: 0, max: 9 },
    finance: { kind: 'number', rule: 'S3-47', min: 0, max: 9 },
    sales: { kind: 'number', rule: 'S3-47', min: 0, max: 9 },
  } },
  overdue_notice_after: { kind: 'duration', rule: 'S3-40' },
  overdue_breach_after: { kind: 'duration', rule: 'S3-40' },
  exchange: { kind: 'choice', rule: 'S3-39', options: ['none', 'not_cheaper', 'any'] },
  exchange_after_contract: { kind: 'flag', rule: 'S3-39' },
  name_change_fee_yuan: { kind: 'number', rule: 'S3-39', min: 0, max: 1_000_000 },
  cancellation: { kind: 'choice', rule: 'S3-41', options: ['none', 'before_contract', 'any'] },
  forfeited_commission: { kind: 'choice', rule: 'P144', options: ['taken_back', 'kept'] },
} as const satisfies Group;
