export { PlayedDay, rosterOf } from './played-day';
export { readScenario, ScenarioFault, type Scenario, type ScenarioStep } from './scenario';
export { randomPolicy, randomRow, seeded } from './random-policies';
