export { workingCalendar, isWorkingDay, nextWorkingDay, workingDayAfter, workingDaysBetween, workingMinutesBetween, afterWorkingMinutes, type LocalMoment, type WorkingCalendar, type WorkingDays } from './working-time';
export { callBackBy, dateAfter, instantOf, levelAt, nextContactOn, onWorkingDay, overdueFrom, quietUntil, type QuietHours, type EscalationLevel, type EscalationTimes } from './due';
export { overdueOutside } from './quiet-hours';
