import { Injectable } from '@nestjs/common';
import type { Scene } from '../floor/scene';

/** Whoever keeps deals: takes one away, and gives it back. */
export interface DealKeeper {
  /** @throws Problem 404 `deal_not_found` for one that is not the agent's, or over */
  forfeit(scene: Scene, dealId: string, agentId: string): Promise<void>;
  restore(scene: Scene, dealId: string): Promise<void>;
}

/** Forfeits deals by penalties, within the same act: penalties know nothing of how deals are kept. */
@Injectable()
export class Forfeits {
  private readonly keepers: DealKeeper[] = [];

  keptBy(keeper: DealKeeper): void { this.keepers.push(keeper); }

  async forfeit(scene: Scene, dealId: string, agentId: string): Promise<void> {
    for (const keeper of this.keepers) await keeper.forfeit(scene, dealId, agentId);
  }

  async restore(scene: Scene, dealId: string): Promise<void> {
    for (const keeper of this.keepers) await keeper.restore(scene, dealId);
  }
}
