export { agreedOwner, clockOf, decides, disputeFreezes, mayRule, rolesOn, stepAfter } from './ladder';
export { disputeFacts, likeness } from './precedents';
