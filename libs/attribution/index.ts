export { daysBetween, hasLapsed, later, validUntil } from './validity';
export * from './claim-life';
export * from './claims-of-register';
export * from './contact';
export * from './expiry';
