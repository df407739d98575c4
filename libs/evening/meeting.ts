/** What is known of a day when somebody wants to enter minutes of it or close its meeting. Days as `YYYY-MM-DD` of the office. */
export interface MeetingDay {
  readonly date: string;
  readonly today: string;
  readonly wasOpened: boolean;
  readonly isClosed: boolean;
}

/**
 * Why minutes cannot be entered and the meeting not be closed; null where they can. A day that the next opening closed can
 * still have its meeting; what is closed stays as it is.
 */
export function meetingRefusal({ date, today, wasOpened, isClosed }: MeetingDay): 'evening_already_closed' | 'evening_not_yet' | 'evening_no_day' | null {
  if (isClosed) return 'evening_already_closed';
  if (date > today) return 'evening_not_yet';
  return wasOpened ? null : 'evening_no_day';
}
