import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import type { ReceptionDecision } from '@lunjie/contracts';
import { NzIconDirective } from 'ng-zorro-antd/icon';
import { Moments } from '../clock/moments';
import { Words } from '../language/words';
import { injectSpeech, type Names } from './speech';
import { tell } from './told-decision';

let cards = 0;

/**
 * A decision as everybody in the office reads it: one sentence, then why this person, why nobody else, the facts compared,
 * with clause and policy version at the edge. In a list it folds to its first line.
 * Needs the words of `verdict`. What can be done about it (对此有异议) goes inside.
 */
@Component({
  selector: 'lj-verdict-card',
  imports: [NzIconDirective],
  templateUrl: './verdict-card.html',
  styleUrl: './verdict-card.css',
})
export class VerdictCard {
  readonly decision = input.required<ReceptionDecision>();
  /** Names of the office's people by id. */
  readonly names = input.required<Names>();
  /** The business date it is read against, `YYYY-MM-DD`. */
  readonly today = input.required<string>();
  readonly policyName = input<string>();
  /** Can be folded, and starts so. */
  readonly folded = input(false);

  readonly #moments = inject(Moments);
  readonly #speech = injectSpeech(() => this.names());
  protected readonly t = inject(Words).t;
  protected readonly id = `verdict-${(cards += 1)}`;
  protected readonly open = linkedSignal(() => !this.folded());
  protected readonly told = computed(() => tell(this.decision(), this.#speech, this.today()));
  protected readonly at = computed(() => this.#moments.time(this.decision().decidedAt));
  protected readonly iso = computed(() => this.#moments.iso(this.decision().decidedAt));
  protected readonly policy = computed(() => {
    const version = this.decision().policyVersion;
    const policy = this.policyName();
    return policy ? this.t('verdict.label.namedPolicy', { policy, version }) : this.t('verdict.label.policy', { version });
  });

  protected toggle(): void {
    this.open.update((open) => !open);
  }
}
