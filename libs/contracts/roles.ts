/** What a person may be in an office. One employment carries one or more of them. */
export const roles = ['admin', 'manager', 'supervisor', 'desk', 'agent', 'finance', 'auditor'] as const;
export type Role = (typeof roles)[number];

/** An agent's employment in one office. Nothing is deleted: a leaver keeps a row and a name. */
export const employmentStates = ['active', 'long_leave', 'left'] as const;
export type EmploymentState = (typeof employmentStates)[number];
