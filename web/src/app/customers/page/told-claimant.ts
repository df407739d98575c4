import type { Claimant, ConflictDecision } from '@lunjie/contracts';
import { valueWords } from '@lunjie/policy';
import type { Moments } from '../../shared/clock/moments';
import type { Language } from '../../shared/language/languages';

type Tell = (key: string, values?: Record<string, unknown>) => string;

/** One side of a conflict in words: when they were registered, how long that holds, what else speaks for them. */
export function tellClaimant({ registeredAt, validUntil, valid, wished, closed, escorted, contactsLogged }: Claimant, t: Tell, moments: Pick<Moments, 'time' | 'day'>) {
  const said = Object.entries({ wished, closed, escorted }).flatMap(([fact, holds]) => holds ? [t(`claims.conflict.${fact}`)] : []);
  return {
    registered: registeredAt === null ? t('claims.conflict.unregistered') : t('claims.conflict.registered', { at: moments.time(registeredAt) }),
    validity: validUntil === null ? t(valid ? 'customers.validity.forever' : 'customers.state.none') : t(valid ? 'claims.conflict.valid' : 'claims.conflict.lapsed', { day: moments.day(validUntil) }),
    more: [...said, t('claims.conflict.logged', { count: contactsLogged })].join(t('verdict.label.list')),
  };
}

/** By which principle the claims were told apart. */
export function tellPrinciple({ principle }: Pick<ConflictDecision, 'principle'>, t: Tell, language: Language): string {
  const known: Readonly<Record<string, Readonly<Record<Language, string>>>> = valueWords.attribution.principle_order.options;
  return principle === null ? t('claims.conflict.alike') : t('claims.conflict.by', { principle: known[principle]?.[language] ?? principle });
}
