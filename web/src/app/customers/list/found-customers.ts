import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { KnownCustomer } from '@lunjie/contracts';
import { Moments } from '../../shared/clock/moments';
import { Words } from '../../shared/language/words';
import { injectKnownInWords } from '../../reception/known-in-words';

/** Who has the number that was typed, in the whole office: whose they are and until when, before anybody is opened. */
@Component({
  selector: 'lj-found-customers',
  imports: [RouterLink],
  template: `
    <section [attr.aria-label]="t('customers.found.title')">
      <h2>{{ t('customers.found.title') }}</h2>
      <ul aria-live="polite">
        @for (one of told(); track one.id) {
          <li>
            @if (one.opens) {
              <a [routerLink]="['/customers', one.id]">{{ one.label }}</a>
            } @else {
              <strong>{{ one.label }}</strong>
            }
            <span class="figures">{{ one.phone }}</span>
            <span>{{ one.owner }}</span>
            <span [class.lapsed]="one.lapsed">{{ one.validity }}</span>
            <span class="quiet">{{ one.lastVisit }}</span>
          </li>
        } @empty {
          <li class="quiet">{{ t('customers.found.none') }}</li>
        }
      </ul>
    </section>
  `,
  styles: `
    section { display: grid; gap: 0.25rem; padding: 0.75rem; border-inline-start: 3px solid var(--accent); border-radius: 0 var(--corner) var(--corner) 0; background: var(--accent-soft); }
    h2 { font-size: 1rem; }
    li { display: flex; flex-wrap: wrap; align-items: center; gap: 0 var(--gap); }
    a, strong { display: grid; align-items: center; min-block-size: 44px; font-weight: 600; }
    .lapsed { color: var(--waiting); }
  `,
})
export class FoundCustomers {
  readonly customers = input.required<readonly KnownCustomer[]>();
  /** The agent who reads: others' customers are named and not opened. Null for who opens everybody. */
  readonly reader = input<string | null>(null);
  readonly #tell = injectKnownInWords(inject(Moments).today());
  protected readonly t = inject(Words).t;
  protected readonly told = computed(() => this.customers().map((one) => ({ ...this.#tell(one), opens: this.reader() === null || one.owner?.id === this.reader() })));
}
