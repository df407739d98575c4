export { daysBetween, hasLapsed, later, validUntil } from './validity';
