/** What a person may be in an office. One employment carries one or more of them. */
export const roles = ['admin', 'manager', 'supervisor', 'desk', 'agent', 'finance', 'auditor'] as const;
export type Role = (typeof roles)[number];

/** Somebody's employment in one office. Nothing is deleted: who is gone keeps a row and a name. */
export const employmentStates = ['active', 'long_leave', 'left', 'transferred'] as const;
export type EmploymentState = (typeof employmentStates)[number];

/** States of who works in the office no more. */
export const goneStates: readonly EmploymentState[] = ['left', 'transferred'];
