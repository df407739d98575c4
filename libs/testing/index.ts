export { PlayedDay, rosterOf } from './played-day';
