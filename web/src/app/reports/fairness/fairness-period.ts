import { dateFrom, moved, spanOf, type Span } from '../../turns/period';

/** The periods a statement is asked for; `own` has its days in the address. */
export const fairnessPeriods = ['today', 'week', 'last_week', 'month', 'own'] as const;
export type FairnessPeriod = (typeof fairnessPeriods)[number];

/** The days of a period; none of them is after today where the period has begun. */
export function daysOf(period: FairnessPeriod, today: string, own: { readonly from: string | undefined; readonly to: string | undefined }): Span {
  switch (period) {
    case 'today': return { from: today, to: today };
    case 'week': return { from: spanOf('week', today).from, to: today };
    case 'last_week': return spanOf('week', moved('week', today, -1));
    case 'month': return { from: `${today.slice(0, 8)}01`, to: today };
    case 'own': {
      const to = dateFrom(own.to, today);
      const from = dateFrom(own.from, to);
      return from <= to ? { from, to } : { from: to, to: from };
    }
  }
}
