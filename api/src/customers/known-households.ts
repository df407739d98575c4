import { hasLapsed } from '@lunjie/attribution';
import { Injectable } from '@nestjs/common';
import type { Scene } from '../floor/scene';
import type { CustomerRecord } from './customer-records';

/** How a customer just entered points to one the office knows. */
export type PointsBy = 'alike' | 'relative';

/**
 * A known household entered again, under a relative's name or with a second phone, is pointed out to the manager: it is
 * how a customer is taken from the agent whose claim on them is valid. Nothing is decided by it.
 */
@Injectable()
export class KnownHouseholds {
  /** @param agent who has or receives the customer now; only another's valid claim is worth pointing out */
  pointOut(scene: Scene, customerId: string, agent: string | null, known: readonly CustomerRecord[], by: PointsBy): void {
    const others = known.flatMap(({ id, claim }) => claim && claim.agent !== agent && !hasLapsed(claim.until, scene.now.date) ? [{ customer: id, owner: claim.agent }] : []);
    if (others.length > 0) scene.enter({ kind: 'household_known', subject: customerId, content: { known: others, agent, by } });
  }
}
