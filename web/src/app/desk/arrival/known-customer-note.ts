import { Component, computed, inject, input } from '@angular/core';
import type { KnownCustomer } from '@lunjie/contracts';
import { injectKnownInWords } from '../../reception/known-in-words';
import { Moments } from '../../shared/clock/moments';
import { Words } from '../../shared/language/words';
import { canBeLookedUp } from './arrival-draft';

/** What the register knows of the number typed, in a place of fixed height: nothing jumps while somebody types. */
@Component({
  selector: 'lj-known-customer-note',
  template: `
    <p class="note" [class.known]="known()" aria-live="polite">
      @if (told(); as customer) {
        <strong>{{ t('desk.known.title', { customer: customer.label }) }}</strong>
        <span>{{ customer.owner }}</span>
        <span [class.lapsed]="customer.lapsed">{{ customer.validity }}</span>
        <span>{{ customer.lastVisit }}</span>
      } @else if (looking() && isWhole()) {
        <span class="quiet">{{ t('desk.known.looking') }}</span>
      } @else if (isWhole()) {
        <span class="quiet">{{ t('desk.known.unknown') }}</span>
      } @else {
        <span class="quiet">{{ t('desk.known.hint') }}</span>
      }
    </p>
  `,
  styles: `
    .note { display: flex; flex-wrap: wrap; align-content: center; gap: 0 var(--gap); min-block-size: 3.5rem; padding: 0.375rem 0.75rem; border-inline-start: 3px solid transparent; }
    .known { border-color: var(--accent); background: var(--accent-soft); border-radius: 0 var(--corner) var(--corner) 0; }
    .lapsed { color: var(--waiting); }
  `,
})
export class KnownCustomerNote {
  readonly known = input<KnownCustomer | null>(null);
  readonly phone = input('');
  readonly looking = input(false);
  readonly #tell = injectKnownInWords(inject(Moments).today());
  protected readonly t = inject(Words).t;
  protected readonly isWhole = computed(() => canBeLookedUp(this.phone()));
  protected readonly told = computed(() => {
    const known = this.known();
    return known && this.#tell(known);
  });
}
