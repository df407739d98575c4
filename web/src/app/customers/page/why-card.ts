import { Component, computed, inject, input, output } from '@angular/core';
import type { OwnershipView, RulingRow } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { Moments } from '../../shared/clock/moments';
import { Words } from '../../shared/language/words';
import { injectSpeech, type Names } from '../../shared/verdict-card/speech';
import { ConflictCard } from './conflict-card';
import { RulingCard } from './ruling-card';
import { tellChange } from './told-change';
import { tellOccasion } from './told-happening';

/** How the case stands, and every ruling before. Where the office shows conclusions only, the sentence and its clause. */
@Component({
  selector: 'lj-why-card',
  imports: [ConflictCard, NzButtonComponent, RulingCard],
  templateUrl: './why-card.html',
  styles: `
    :host, ol, li { display: grid; gap: 0.375rem; }
    ol { gap: 0.75rem; padding-block-start: 0.5rem; }
    li { padding-inline-start: 0.75rem; border-inline-start: 3px solid var(--rule); }
    li.proposed { border-color: var(--makeup); }
    .sentence { font-size: 1.125rem; font-weight: 700; }
    .state { color: var(--makeup); font-weight: 600; }
    li > p:first-child { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 0.5rem; }
    .pair { display: flex; gap: var(--gap-small); }
    summary { min-block-size: 32px; padding-block: 0.25rem; color: var(--ink-quiet); cursor: pointer; }
  `,
})
export class WhyCard {
  readonly view = input.required<OwnershipView>();
  readonly names = input.required<Names>();
  /** The reader may approve what waits for it. */
  readonly approves = input(false);
  readonly answered = output<{ readonly ruling: RulingRow; readonly approved: boolean }>();
  readonly #moments = inject(Moments);
  readonly #words = inject(Words);
  readonly #speech = injectSpeech(() => this.names());
  protected readonly t = this.#words.t;
  protected readonly sentence = computed(() => {
    const owner = this.view().owner;
    return owner ? this.t('claims.ruling.theirs', { name: owner.name }) : this.t('claims.ruling.nobodys');
  });
  protected readonly rulings = computed(() => this.view().rulings.map((ruling) => ({
    ruling, time: this.#moments.time(ruling.at), occasion: tellOccasion(ruling.occasion, this.#speech, this.#words.language()), sentence: tellChange(ruling, this.t),
    state: ruling.state === 'in_force' ? '' : this.t(`claims.rulingState.${ruling.state}`),
  })));
  /** What waits for an answer stands open. */
  protected readonly waits = computed(() => this.view().rulings.some(({ state }) => state === 'proposed'));
}
