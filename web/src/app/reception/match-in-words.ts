import type { CustomerMatch } from '@lunjie/contracts';

/** Why somebody may be who is about to be registered: the strongest reason, and for a relative whose. */
export function matchInWords({ reasons, relative }: CustomerMatch, t: (key: string, values?: Record<string, unknown>) => string): string {
  const reason = reasons[0];
  if (reason === undefined) return '';
  if (reason === 'relative_of_match' && relative) return t('reception.match.relative_of_match', { of: relative.of.label || t('reception.someone'), relation: t(`reception.relation.${relative.relation}`) });
  return t(`reception.match.${reason}`);
}
