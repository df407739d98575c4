export { agreedOwner, clockOf, decides, disputeFreezes, mayRecord, mayRule, ownTeamBars, rolesOn, stepAfter } from './ladder';
export { disputeFacts, likeness } from './precedents';
