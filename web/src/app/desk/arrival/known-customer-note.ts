import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import type { CustomerMatch, KnownCustomer } from '@lunjie/contracts';
import { injectKnownInWords } from '../../reception/known-in-words';
import { matchInWords } from '../../reception/match-in-words';
import { Moments } from '../../shared/clock/moments';
import { Words } from '../../shared/language/words';
import { canBeLookedUp } from './arrival-draft';

/** As many as can be read at a glance; the others on demand. */
const mostShown = 3;

/** What the register knows of who is typed, and who else it may be, in a place of fixed height: nothing jumps while somebody types. */
@Component({
  selector: 'lj-known-customer-note',
  template: `
    <div class="note" [class.known]="known()" aria-live="polite">
      @if (told(); as customer) {
        <strong>{{ t('desk.known.title', { customer: customer.label }) }}</strong>
        <span>{{ customer.owner }}</span>
        <span [class.lapsed]="customer.lapsed">{{ customer.validity }}</span>
        <span>{{ customer.lastVisit }}</span>
      } @else if (likely().length) {
        @for (one of shown(); track one.id) {
          <p class="likely"><strong>{{ one.label }}</strong> <span>{{ one.why }}</span> <span class="quiet">{{ one.owner }}</span> <span class="quiet" [class.lapsed]="one.lapsed">{{ one.validity }}</span></p>
        }
      } @else if (looking() && isWhole()) {
        <span class="quiet">{{ t('desk.known.looking') }}</span>
      } @else if (isWhole()) {
        <span class="quiet">{{ t('desk.known.unknown') }}</span>
      } @else {
        <span class="quiet">{{ t('desk.known.hint') }}</span>
      }
      @if (further().length) {
        <button type="button" [attr.aria-expanded]="open()" (click)="open.set(!open())">{{ t(open() ? 'desk.known.fold' : 'desk.known.more', { count: further().length }) }}</button>
      }
    </div>
    @if (open()) {
      <ul>
        @for (one of further(); track one.id) {
          <li><strong>{{ one.label }}</strong> <span>{{ one.why }}</span> <span class="quiet figures">{{ one.phone }}</span> <span>{{ one.owner }}</span> <span class="quiet" [class.lapsed]="one.lapsed">{{ one.validity }}</span></li>
        }
      </ul>
    }
  `,
  styles: `
    .note { display: flex; flex-wrap: wrap; align-content: center; align-items: center; gap: 0 var(--gap); min-block-size: 3.5rem; padding: 0.375rem 0.75rem; border-inline-start: 3px solid transparent; }
    .known { border-color: var(--accent); background: var(--accent-soft); border-radius: 0 var(--corner) var(--corner) 0; }
    .lapsed { color: var(--waiting); }
    /* Three side by side where there is room: each its name and why above, whose below. */
    .likely { display: grid; grid-template-columns: auto auto; gap: 0 0.5rem; padding-inline-start: 0.5rem; border-inline-start: 2px solid var(--makeup); line-height: 1.3; }
    button { min-block-size: 40px; padding-inline: 0.5rem; border: 0; background: transparent; color: var(--link); cursor: pointer; }
    button:hover { text-decoration: underline; }
    ul { display: grid; gap: 0.25rem; padding: 0.5rem 0.75rem; border: 1px solid var(--rule); border-radius: var(--corner); }
    li { display: flex; flex-wrap: wrap; gap: 0 0.75rem; }
  `,
})
export class KnownCustomerNote {
  readonly known = input<KnownCustomer | null>(null);
  /** Who else it may be. */
  readonly matches = input<readonly CustomerMatch[]>([]);
  readonly phone = input('');
  readonly looking = input(false);
  readonly #tell = injectKnownInWords(inject(Moments).today());
  protected readonly t = inject(Words).t;
  protected readonly isWhole = computed(() => canBeLookedUp(this.phone()));
  protected readonly told = computed(() => {
    const known = this.known();
    return known && this.#tell(known);
  });
  protected readonly likely = computed(() => this.matches().filter(({ customer }) => customer.id !== this.known()?.id)
    .map((match) => ({ ...this.#tell(match.customer), why: matchInWords(match, this.t) })));
  protected readonly shown = computed(() => this.known() ? [] : this.likely().slice(0, mostShown));
  protected readonly further = computed(() => this.likely().slice(this.shown().length));
  /** Folded again with every other visitor. */
  protected readonly open = linkedSignal<readonly CustomerMatch[], boolean>({ source: () => this.matches(), computation: () => false });
}
