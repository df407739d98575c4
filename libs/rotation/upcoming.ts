import type { Holds } from './availability';
import { receive } from './acts/reception';
import { decideReception } from './decide-reception';
import type { Arrival } from './facts';
import type { Floor, OfficeMoment } from './floor';
import { fold } from './fold';
import type { Posting } from './postings';
import type { Rules } from './rules';

/** Whom one of the next new visitors would go to. */
export interface Upcoming {
  readonly agent: string;
  readonly by: 'turn' | 'makeup';
}

/**
 * Who the next new visitors would go to if they came now, one after the other and each to somebody else: every one takes
 * a turn of a line nobody keeps, so that teams who take turns are told in turn (P03).
 * @param places how many
 */
export function upcoming(floor: Floor, rules: Rules, now: OfficeMoment, places: number, holds: Holds = {}): readonly Upcoming[] {
  const up: Upcoming[] = [];
  let then = floor;
  while (up.length < places) {
    const arrival: Arrival = { request: { says: { firstVisit: 'yes' } }, owner: null, daysSinceContact: null, referrerOwners: [], holds: { ...holds, notAccepted: [...holds.notAccepted ?? [], ...up.map(({ agent }) => agent)] } };
    const decision = decideReception(then, arrival, rules, now);
    if (decision.chosen === null) break;
    up.push({ agent: decision.chosen, by: decision.by === 'makeup' ? 'makeup' : 'turn' });
    const visit = `next ${up.length}`;
    then = fold(receive(then, arrival, decision, rules, { visit, reception: visit }, now).map((body): Posting => ({ ...body, at: now.at })), then);
  }
  return up;
}
