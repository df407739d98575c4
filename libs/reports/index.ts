export { correctionsOf } from './corrections';
export { occurrencesOf, type LocalMoment, type Story, type TellingKind, type TellingLoss, type TellingVisit } from './customers-story';
export type { TellingDeal, TellingEvent, TellingReceipt, TellingUnit } from './deals-story';
export { figuresOf, isFigure, kindsOf, linesOf, ratiosOf, reportFigures, terms } from './figures';
export { untold, type Occurrence, type Traits } from './occurrence';
export { datesOf, daysAfter, daysIn, monthOf, partsOf, spanBefore, spanOf } from './periods';
export { areaBand, layoutOf, priceBand, profileOf, type FilledForm } from './profile';
export { summed, tallyOf, valueIn, weekday, type Tally } from './tally';
export { dueOn, reportedFrom, sheetsDue, type ScheduledPeriod, type SheetSchedule } from './schedule';
