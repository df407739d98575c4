import type { RulingRow } from '@lunjie/contracts';

/** What a ruling changed, in one sentence: whose the customer was and is. */
export function tellChange({ ownerBefore, owner, state }: Pick<RulingRow, 'ownerBefore' | 'owner' | 'state'>, t: (key: string, values?: Record<string, unknown>) => string): string {
  const nobody = t('claims.ruling.nobody');
  const name = owner?.name ?? nobody;
  if (state === 'proposed') return t('claims.ruling.wouldBe', { name });
  if (ownerBefore?.id === owner?.id) return t('claims.ruling.stays', { name });
  return t('claims.ruling.changed', { name, before: ownerBefore?.name ?? nobody });
}
