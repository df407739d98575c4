export { workingCalendar, isWorkingDay, nextWorkingDay, workingDayAfter, workingDaysBetween, workingMinutesBetween, afterWorkingMinutes, type LocalMoment, type WorkingCalendar, type WorkingDays } from './working-time';
export { callBackBy, dateAfter, instantOf, levelAt, nextContactOn, onWorkingDay, overdueFrom, type EscalationLevel, type EscalationTimes } from './due';
