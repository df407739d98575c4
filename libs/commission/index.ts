export { amountsOf, type Amount } from './amounts';
export { accountsOf, releasablePoints, releasesOf, reversalOf, takenBack, type Account, type Posting, type Reached } from './accounts';
export { departedFrom, departurePostings, isPaidAfterLeaving, type DealProgress, type PaidOn } from './departure';
export { divide, type PayeeAmount } from './division';
export { broughtTo, creditIn, monthCommissions, type MonthDeal } from './month-tiers';
export { commissionOf, rateFor } from './rate';
export { successionPostings } from './succession';
export { splitVerdict, type NameOf } from './verdict';
