import type { DrawAssignment } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import type { Scene } from '../floor/scene';

/** Customers of somebody who goes were given to others (P91). */
export interface Succession {
  readonly from: string;
  readonly given: readonly DrawAssignment[];
}

/** Tells whoever keeps deals that customers have new agents, within the same act: giving customers out knows nothing of deals. */
@Injectable()
export class SuccessionNews {
  private readonly heard: ((scene: Scene, news: Succession) => Promise<void>)[] = [];

  onSuccession(hears: (scene: Scene, news: Succession) => Promise<void>): void {
    this.heard.push(hears);
  }

  async succeeded(scene: Scene, news: Succession): Promise<void> {
    for (const hears of this.heard) await hears(scene, news);
  }
}
