import { inject, type Signal } from '@angular/core';
import type { KnownCustomer } from '@lunjie/contracts';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';

const dayMs = 86_400_000;

/** What the register knows of somebody, in words. */
export interface ToldKnown {
  readonly id: string;
  readonly label: string;
  readonly phone: string;
  readonly owner: string;
  readonly validity: string;
  readonly lapsed: boolean;
  readonly lastVisit: string;
}

/** Tells whose a customer is, until when with the days left, and when they came last. Needs an injection context and the words of `reception`. */
export function injectKnownInWords(today: Signal<string>): (known: KnownCustomer) => ToldKnown {
  const { t } = inject(Words);
  const moments = inject(Moments);
  const validity = ({ owner, validUntil, lapsed }: KnownCustomer): string => {
    if (!owner) return '';
    if (validUntil === null) return t(lapsed ? 'reception.known.lapsed' : 'reception.known.noEnd');
    const day = moments.day(validUntil);
    if (lapsed) return t('reception.known.lapsedOn', { day });
    return t('reception.known.validUntil', { day, days: Math.round((Date.parse(validUntil) - Date.parse(today())) / dayMs) });
  };
  return (known) => ({
    id: known.id, label: known.label || t('reception.someone'), phone: known.phoneMasked ?? '', lapsed: known.lapsed, validity: validity(known),
    owner: known.owner ? t('reception.known.owner', { name: known.owner.name }) : t('reception.known.noOwner'),
    lastVisit: known.lastVisit ? t('reception.known.lastVisit', { day: moments.day(known.lastVisit.slice(0, 10)), visits: known.visits }) : t('reception.known.neverVisited'),
  });
}
