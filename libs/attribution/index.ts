export { daysBetween, hasLapsed, later, validUntil } from './validity';
export * from './claim-life';
export * from './claims-of-register';
export * from './contact';
export * from './expiry';
export { emptyCase, type CaseClaim, type CaseHappening, type CaseMoment, type CaseReception, type CaseReferrer, type CaseRelative, type CustomerCase } from './case';
export { situationOf } from './ownership-facts';
export { compileOwnership, decideOwnership, type OwnershipRules } from './decide-ownership';
export { decideConflict, overrule } from './conflict';
