export { broughtBy, faultOfCheck, publishedAtOnce, refusalOfCorrection, standing, tallyOf, type CheckFault, type Finding } from './decide-check';
export { seesHidden, sightOf, type CheckReader, type CheckSeen } from './sight';
