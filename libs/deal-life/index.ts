export { actsOf, isLive, nextStep, unitStateAt, type LifeAnswer, type LifeMoment, type LifeNow, type LifeRefusal, type LifeStep } from './life';
export { refusalOfUnit, unitActsOf, type UnitNow, type UnitReader } from './units';
export { arrearsOf, coveredBy, dateAfter, demandsDue, replanned, type Arrears, type Covered, type DemandKind, type Due, type DueDemand } from './arrears';
export { changeKinds, changesOf, type ChangeKind, type DealChange, type HistoryEvent } from './changes';
export { columnsOf, missingColumns, planUnits, termsOf, unitCode, type KnownUnit, type PlannedUnit, type SheetRow } from './unit-sheet';
export { namesIn, numberIn, rowsIn, sumIn, textIn, type Entered } from './registered';
export { moneyEntryKinds, RegisteredMoney, type RegisteredDeal } from './registered-deals';
export type { RegisteredDispute } from './registered-disputes';
export type { RegisteredUnit } from './registered-units';
