import { Component, computed, inject, input } from '@angular/core';
import type { RulingRow } from '@lunjie/contracts';
import { Words } from '../../shared/language/words';
import type { Names } from '../../shared/verdict-card/speech';
import { ConflictCard } from './conflict-card';
import { RulingCard } from './ruling-card';
import { tellChange } from './told-change';

/** A ruling that was made this moment: what changed, and its card. */
@Component({
  selector: 'lj-ruling-outcome',
  imports: [ConflictCard, RulingCard],
  template: `
    <section [attr.aria-label]="t('claims.happening.outcome')">
      <p class="change">{{ change() }}</p>
      @if (ruling().state !== 'in_force') {
        <p class="state">{{ t('claims.rulingState.' + ruling().state) }}</p>
      }
      @if (ruling().decision; as decision) {
        <lj-ruling-card [decision]="decision" [names]="names()" />
      } @else if (ruling().conflict) {
        <lj-conflict-card [decision]="ruling().conflict!" [names]="names()" />
      } @else {
        <p class="quiet">{{ ruling().clause }} · {{ t('claims.happening.conclusion') }}</p>
      }
    </section>
  `,
  styles: `
    :host { display: block; }
    section { display: grid; gap: 0.5rem; padding: var(--gap); border: 1px solid var(--accent); border-radius: var(--corner); background: var(--accent-soft); }
    .change { font-size: 1.125rem; font-weight: 700; }
    .state { color: var(--makeup); font-weight: 600; }
  `,
})
export class RulingOutcome {
  readonly ruling = input.required<RulingRow>();
  readonly names = input.required<Names>();
  protected readonly t = inject(Words).t;
  protected readonly change = computed(() => tellChange(this.ruling(), this.t));
}
