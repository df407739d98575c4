export { PlayedDay, rosterOf } from './played-day';
export { readScenario, ScenarioFault, type Scenario, type ScenarioStep } from './scenario';
