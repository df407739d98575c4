import { Component, computed, inject, input } from '@angular/core';
import type { OwnershipDecision } from '@lunjie/contracts';
import { Moments } from '../../shared/clock/moments';
import { Words } from '../../shared/language/words';
import { injectSpeech, type Names } from '../../shared/verdict-card/speech';
import { tellOwnership } from './told-ownership';

/** Why the customer is whose: one sentence, then who has what by which clause, what was compared, and what would have been otherwise. */
@Component({
  selector: 'lj-ruling-card',
  templateUrl: './ruling-card.html',
  styleUrl: './ruling-card.css',
})
export class RulingCard {
  readonly decision = input.required<OwnershipDecision>();
  readonly names = input.required<Names>();
  readonly #moments = inject(Moments);
  readonly #words = inject(Words);
  readonly #speech = injectSpeech(() => this.names());
  protected readonly t = this.#words.t;
  protected readonly told = computed(() => tellOwnership(this.decision(), this.#speech, this.#words.language()));
  protected readonly at = computed(() => this.#moments.time(this.decision().decidedAt));
  protected readonly iso = computed(() => this.#moments.iso(this.decision().decidedAt));
}
