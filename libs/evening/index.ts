export { eveningFigures, type EveningMaterial } from './figures';
export { meetingRefusal, type MeetingDay } from './meeting';
export { isPlanOver, periodStart, weekOf } from './periods';
