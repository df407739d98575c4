export { PlayedDay, rosterOf } from './played-day';
export { readScenario, ScenarioFault, type Scenario, type ScenarioStep } from './scenario';
export { seeded } from './chance';
export { anyDocument, randomPolicy, randomRow } from './random-policies';
export { tryPolicies, type PolicyTrial } from './policy-trial';
export { trySplits } from './split-trial';
