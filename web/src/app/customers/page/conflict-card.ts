import { Component, computed, inject, input } from '@angular/core';
import type { ConflictDecision } from '@lunjie/contracts';
import { Moments } from '../../shared/clock/moments';
import { Words } from '../../shared/language/words';
import { injectSpeech, type Names } from '../../shared/verdict-card/speech';
import { tellClaimant, tellPrinciple } from './told-claimant';

/** Two agents called one customer theirs: who has them, by which principle, and what each could show. */
@Component({
  selector: 'lj-conflict-card',
  template: `
    <p><strong>{{ t('claims.ruling.theirs', { name: name(decision().owner) }) }}</strong> {{ principle() }}</p>
    @if (decision().overruled; as byRule) {
      <p class="overruled">{{ t('claims.conflict.overruled', { name: name(byRule) }) }}</p>
    }
    <ul>
      @for (one of told(); track one.agent) {
        <li><strong>{{ one.agent }}</strong> <span>{{ one.registered }}</span> <span>{{ one.validity }}</span> <span class="quiet">{{ one.more }}</span></li>
      }
    </ul>
  `,
  styles: `
    :host, ul { display: grid; gap: 0.25rem; }
    li { display: flex; flex-wrap: wrap; gap: 0 0.75rem; }
    .overruled { color: var(--makeup); }
  `,
})
export class ConflictCard {
  readonly decision = input.required<ConflictDecision>();
  readonly names = input.required<Names>();
  readonly #moments = inject(Moments);
  readonly #words = inject(Words);
  readonly #speech = injectSpeech(() => this.names());
  protected readonly t = this.#words.t;
  protected readonly name = (agent: string) => this.#speech.name(agent);
  /** A ruling against the principles was not made by one. */
  protected readonly principle = computed(() => this.decision().overruled === undefined ? tellPrinciple(this.decision(), this.t, this.#words.language()) : '');
  protected readonly told = computed(() => this.decision().claimants.map((one) => ({ ...tellClaimant(one, this.t, this.#moments), agent: this.name(one.agent) })));
}
