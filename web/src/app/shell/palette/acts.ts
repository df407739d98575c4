import type { AbsenceReason, DayState, MyDayView, Role } from '@lunjie/contracts';
import { themes, type ThemeChoice } from '../../shared/theme/theme';

/** Everything the palette can do. Wording: `help.act`, spellings: `help.spelled.act`. */
export const actNames = [
  'sign_in', 'back', 'out', 'sign_out', 'arrival', 'day_open', 'day_close', 'notices', 'tour', 'tour_resume', 'reset', 'install',
  'language', 'theme_auto', 'theme_light', 'theme_dark', 'keys', 'letters_off', 'letters_on', 'log_out',
] as const;
export type ActName = (typeof actNames)[number];

export interface Act {
  readonly name: ActName;
  /** Why somebody goes out. */
  readonly reason?: AbsenceReason;
}

/** What decides which acts make sense now. */
export interface Situation {
  readonly roles: readonly Role[];
  /** Null where it was not read, or for who is no agent. */
  readonly me: Pick<MyDayView, 'state' | 'out' | 'absenceReasons'> | null;
  readonly day: DayState | null;
  readonly theme: ThemeChoice;
  readonly letters: boolean;
  readonly isDemo: boolean;
  readonly tourStopped: boolean;
  readonly installable: boolean;
}

/** The acts somebody may do now, the likeliest first. What the server would refuse anyway is not offered. */
export function actsFor(situation: Situation): readonly Act[] {
  return [...ownDay(situation), ...floor(situation), ...always(situation)];
}

function ownDay({ me }: Situation): readonly Act[] {
  switch (me?.state) {
    case 'not_signed_in': return [{ name: 'sign_in' }];
    case 'out': return me.out?.reason === 'awaiting_release' ? [] : [{ name: 'back' }];
    case 'in_line':
    case 'up_now': return [...me.absenceReasons.map(({ reason }): Act => ({ name: 'out', reason })), { name: 'sign_out' }];
    default: return [];
  }
}

function floor({ roles, day }: Situation): readonly Act[] {
  const is = (...some: readonly Role[]) => roles.some((role) => some.includes(role));
  if (!is('desk', 'manager', 'supervisor')) return [];
  if (day === 'not_opened') return [{ name: 'day_open' }];
  if (day !== 'open') return [];
  return is('manager', 'supervisor') ? [{ name: 'arrival' }, { name: 'day_close' }] : [{ name: 'arrival' }];
}

function always({ roles, theme, letters, isDemo, tourStopped, installable }: Situation): readonly Act[] {
  return [
    { name: 'notices' },
    ...isDemo ? [{ name: tourStopped ? 'tour_resume' : 'tour' } as const] : [],
    { name: 'language' },
    ...themes.filter((choice) => choice !== theme).map((choice): Act => ({ name: `theme_${choice}` })),
    { name: 'keys' },
    { name: letters ? 'letters_off' : 'letters_on' },
    ...installable ? [{ name: 'install' } as const] : [],
    ...isDemo && roles.includes('admin') ? [{ name: 'reset' } as const] : [],
    { name: 'log_out' },
  ];
}
