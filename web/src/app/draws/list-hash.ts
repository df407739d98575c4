import { Component, computed, inject, input } from '@angular/core';
import { Words } from '../shared/language/words';
import { shortHash } from './told-draw';

/** A fingerprint to compare by eye, with what it means; the whole of it opens below. */
@Component({
  selector: 'lj-list-hash',
  template: `
    <details>
      <summary><span class="quiet">{{ label() || t('draws.hash.label') }}</span> <code>{{ short() }}…</code></summary>
      <code class="whole">{{ hash() }}</code>
    </details>
    <p class="quiet">{{ means() }}</p>
  `,
  styles: `
    :host { display: grid; gap: 0.125rem; min-inline-size: 0; max-inline-size: 100%; }
    summary .quiet { margin-inline-end: 0.5rem; }
    summary { min-block-size: 32px; padding-block: 0.25rem; cursor: pointer; }
    code { font: 0.9375rem/1.5 ui-monospace, monospace; }
    .whole { display: block; padding: 0.5rem; background: var(--sunken); overflow-wrap: anywhere; user-select: all; }
  `,
})
export class ListHash {
  readonly hash = input.required<string>();
  readonly means = input.required<string>();
  readonly label = input('');
  protected readonly t = inject(Words).t;
  protected readonly short = computed(() => shortHash(this.hash()));
}
