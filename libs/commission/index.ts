export { amountsOf, type Amount } from './amounts';
