export { dueOf, promiseOf, tellNext } from './clocks';
export { stepOf, type RequestState } from './steps';
export { mayNamePraised, mayOf, mayRead, mayReadWords, type Reader, type Seen } from './rights';
