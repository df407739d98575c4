import type { ClaimState } from '@lunjie/contracts';

/** How a claim stands, as lists and pages show it. */
export interface Standing {
  readonly state: ClaimState;
  readonly validUntil: string | null;
  readonly daysLeft: number | null;
}

export interface ToldValidity {
  readonly words: string;
  readonly tone: 'good' | 'soon' | 'over' | 'none';
}

const tones = { valid: 'good', lapsing: 'soon', lapsed: 'over', pool: 'none', none: 'none' } as const satisfies Record<ClaimState, ToldValidity['tone']>;

interface SpeechOfDays {
  readonly t: (key: string, values?: Record<string, unknown>) => string;
  readonly day: (date: string) => string;
}

/**
 * Until when, and how long that still is: both compared dates, as the verdict card tells them.
 * @param brief under a heading that says what the days are
 */
export function tellValidity({ state, validUntil, daysLeft }: Standing, { t, day }: SpeechOfDays, brief = false): ToldValidity {
  const tone = tones[state];
  if (state === 'pool' || state === 'none') return { tone, words: t(`customers.state.${state}`) };
  if (validUntil === null) return { tone, words: t(state === 'lapsed' ? 'customers.state.lapsed' : 'customers.validity.forever') };
  const key = brief ? 'customers.validity.brief' : 'customers.validity';
  if (state === 'lapsed') return { tone, words: t(`${key}.over`, { day: day(validUntil), days: Math.abs(daysLeft ?? 0) }) };
  if (daysLeft === 0) return { tone, words: t(`${key}.lastDay`, { day: day(validUntil) }) };
  return { tone, words: t(`${key}.left`, { day: day(validUntil), days: daysLeft }) };
}
