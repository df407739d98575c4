export { agreedOwner, clockOf, decides, disputeFreezes, mayRule, ownTeamBars, rolesOn, stepAfter } from './ladder';
export { disputeFacts, likeness } from './precedents';
