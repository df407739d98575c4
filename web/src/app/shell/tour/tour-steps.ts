import type { Role } from '@lunjie/contracts';

/** Whom the tour is for: its words stand under `help.tour`. */
export const tourGuests = ['desk', 'agent', 'manages', 'admin', 'reads'] as const;
export type TourGuest = (typeof tourGuests)[number];

export interface TourStep {
  /** Its words, below the guest's. */
  readonly name: string;
  /** The page it is on. */
  readonly page: string;
  /** What it explains: something small enough to stand beside. Where it is not there, the step stands alone. */
  readonly anchor: string;
}

const bell: TourStep = { name: 'bell', page: '/board', anchor: 'lj-notice-bell button' };
const palette: TourStep = { name: 'palette', page: '/board', anchor: 'lj-header-tools .find' };
const board: TourStep = { name: 'board', page: '/board', anchor: 'lj-up-band' };
const nav: TourStep = { name: 'nav', page: '/board', anchor: 'header nav' };

export const tourSteps: Readonly<Record<TourGuest, readonly TourStep[]>> = {
  desk: [
    { name: 'arrival', page: '/desk', anchor: 'lj-arrival-form lj-choice-chips' },
    { name: 'proposal', page: '/desk', anchor: 'lj-proposal-panel' },
    { name: 'line', page: '/desk', anchor: 'lj-line-panel h2' },
    { name: 'register', page: '/desk', anchor: 'lj-day-register h2' },
  ],
  agent: [
    { name: 'state', page: '/me', anchor: 'lj-state-card' },
    { name: 'turns', page: '/me', anchor: 'lj-my-turns h2' },
    { ...bell, page: '/me' },
  ],
  manages: [board, nav, bell, palette],
  admin: [board, nav, palette],
  reads: [board, nav, palette],
};

const guestOf: readonly (readonly [Role, TourGuest])[] = [
  ['desk', 'desk'], ['agent', 'agent'], ['manager', 'manages'], ['supervisor', 'manages'], ['admin', 'admin'],
];

export function tourGuestFor(roles: readonly Role[]): TourGuest {
  return guestOf.find(([role]) => roles.includes(role))?.[1] ?? 'reads';
}
