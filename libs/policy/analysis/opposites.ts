import type { OpposedPart } from '@lunjie/contracts';
import type { ReceptionRow } from '../tables';

/**
 * What two rows decide the opposite way, so that somebody loses by which of them stands first: one uses up a turn and the
 * other does not; one has somebody receive and the other nobody; one leaves the customer whose they were and the other
 * gives them to somebody. Another person who receives, or a turn that counts only when due, is another outcome but no
 * opposite one.
 */
export function opposedParts(one: ReceptionRow, other: ReceptionRow): readonly OpposedPart[] {
  const opposed: OpposedPart[] = [];
  if ((one.counts === 'yes' && other.counts === 'no') || (one.counts === 'no' && other.counts === 'yes')) opposed.push('counts');
  if ((one.receiver.length === 0) !== (other.receiver.length === 0)) opposed.push('receiver');
  if ((one.ownership === 'keep' && gives(other)) || (other.ownership === 'keep' && gives(one))) opposed.push('ownership');
  return opposed;
}

function gives({ ownership }: ReceptionRow): boolean {
  return ownership !== 'keep' && ownership !== 'none';
}
