import { Component, computed, inject, input } from '@angular/core';
import type { KnownCustomer } from '@lunjie/contracts';
import { Moments } from '../../shared/clock/moments';
import { Words } from '../../shared/language/words';
import { canBeLookedUp } from './arrival-draft';

const dayMs = 86_400_000;

/** What the register knows of the number typed, in a place of fixed height: nothing jumps while somebody types. */
@Component({
  selector: 'lj-known-customer-note',
  template: `
    <p class="note" [class.known]="known()" aria-live="polite">
      @if (known(); as customer) {
        <strong>{{ t('desk.known.title', { customer: customer.label }) }}</strong>
        <span>{{ customer.owner ? t('desk.known.owner', { name: customer.owner.name }) : t('desk.known.noOwner') }}</span>
        <span [class.lapsed]="customer.lapsed">{{ validity() }}</span>
        <span>{{ lastVisit() }}</span>
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
  readonly #moments = inject(Moments);
  readonly #today = this.#moments.today();
  protected readonly t = inject(Words).t;
  protected readonly isWhole = computed(() => canBeLookedUp(this.phone()));

  /** Both compared dates: until when, and how many days are left, today included in the last one. */
  protected readonly validity = computed(() => {
    const known = this.known();
    if (!known?.owner) return '';
    if (known.validUntil === null) return this.t(known.lapsed ? 'desk.known.lapsed' : 'desk.known.noEnd');
    const day = this.#moments.day(known.validUntil);
    if (known.lapsed) return this.t('desk.known.lapsedOn', { day });
    const days = Math.round((Date.parse(known.validUntil) - Date.parse(this.#today())) / dayMs);
    return this.t('desk.known.validUntil', { day, days });
  });

  protected readonly lastVisit = computed(() => {
    const known = this.known();
    if (!known) return '';
    if (!known.lastVisit) return this.t('desk.known.neverVisited');
    return this.t('desk.known.lastVisit', { day: this.#moments.day(known.lastVisit.slice(0, 10)), visits: known.visits });
  });
}
