export { centralInterval, chanceOf, exactUpTo, outcomesOf, type Outcomes } from './outcomes';
export { isOfKind, opportunityOf, standingTo, type Opportunity, type TurnInLine } from './opportunities';
export { makeupsSince, standingTurns } from './standing-turns';
export { chanceLimit, fairnessStatement, type AgentStatement, type FairnessStatement } from './statement';
