import { Injectable } from '@nestjs/common';
import type { Scene } from '../floor/scene';

/** Claims of several agents on one customer, or on one deal, have met. */
export interface ClaimsMet {
  readonly customer: string;
  readonly parties: readonly string[];
  readonly kind: 'registered_twice' | 'deal_claimed';
  readonly deal: string | null;
}

/** A conflict was settled outside the case that was opened about it. */
export interface ConflictSettled {
  readonly customer: string;
  readonly owner: string | null;
  readonly outcome: 'agreed' | 'owner' | 'quarrel' | 'refusal';
}

/** A deal closed with a customer who is in dispute. */
export interface DisputedDeal {
  readonly customer: string;
  readonly deal: string;
}

type Hears<News> = (scene: Scene, news: News) => Promise<void>;

/** Tells whoever keeps disputes that claims have met, within the same act: registering and closing deals know nothing of disputes. */
@Injectable()
export class ConflictNews {
  private readonly metHeard: Hears<ClaimsMet>[] = [];
  private readonly settledHeard: Hears<ConflictSettled>[] = [];
  private readonly dealtHeard: Hears<DisputedDeal>[] = [];

  onMet(hears: Hears<ClaimsMet>): void { this.metHeard.push(hears); }
  onSettled(hears: Hears<ConflictSettled>): void { this.settledHeard.push(hears); }
  onDealt(hears: Hears<DisputedDeal>): void { this.dealtHeard.push(hears); }

  async met(scene: Scene, news: ClaimsMet): Promise<void> {
    for (const hears of this.metHeard) await hears(scene, news);
  }

  async settled(scene: Scene, news: ConflictSettled): Promise<void> {
    for (const hears of this.settledHeard) await hears(scene, news);
  }

  async dealt(scene: Scene, news: DisputedDeal): Promise<void> {
    for (const hears of this.dealtHeard) await hears(scene, news);
  }
}
