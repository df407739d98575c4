import { doorDuty } from '../door';
import type { Floor } from '../floor';
import type { PostingBody } from '../postings';
import type { Rules } from '../rules';
import { settleMissed, type CreditEnds } from './absence';
import { Refusal } from './refusal';

/**
 * The next goes to the door and whoever stands there comes back, with the turns missed there made up where the office
 * makes them up (P11).
 * @param agent whom the asker saw as the next: somebody else may have gone meanwhile
 * @throws Refusal `no_door_duty`, `not_next_at_door`
 */
export function relieveDoor(floor: Floor, rules: Rules, agent: string, ends: CreditEnds): readonly PostingBody[] {
  const duty = doorDuty(floor, rules);
  if (duty === null) throw new Refusal('no_door_duty');
  if (duty.next !== agent) throw new Refusal('not_next_at_door');
  return [
    ...(duty.standing === null ? [] : [{ kind: 'back' as const, agent: duty.standing.agent }, ...settleMissed(floor, rules, duty.standing.agent, 'door_duty', ends)]),
    { kind: 'out', agent, reason: 'door_duty', expectedBackAt: null },
    { kind: 'door_duty', agent },
  ];
}
