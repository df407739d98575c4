export { actsOf, isLive, nextStep, unitStateAt, type LifeAnswer, type LifeMoment, type LifeNow, type LifeRefusal, type LifeStep } from './life';
export { refusalOfUnit, unitActsOf, type UnitNow, type UnitReader } from './units';
