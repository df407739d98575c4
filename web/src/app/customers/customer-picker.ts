import { Component, computed, inject, input, output } from '@angular/core';
import type { CustomerRef, KnownCustomer } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzIconDirective } from 'ng-zorro-antd/icon';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { CustomerSearch } from '../reception/customer-search';
import { injectKnownInWords } from '../reception/known-in-words';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';

/** Registered customers, found by name, pinyin, last four digits or whole number, and chosen: one, or several. */
@Component({
  selector: 'lj-customer-picker',
  imports: [NzButtonComponent, NzIconDirective, NzInputDirective],
  providers: [CustomerSearch],
  template: `
    <label for="picker-search">{{ legend() }}</label>
    @if (chosen().length) {
      <ul class="chosen">
        @for (one of chosen(); track one.id) {
          <li>
            {{ one.label }}
            <button nz-button nzType="text" type="button" [attr.aria-label]="t('customers.picker.remove', { label: one.label })" (click)="remove(one)"><nz-icon nzType="close" aria-hidden="true" /></button>
          </li>
        }
      </ul>
    }
    <input nz-input id="picker-search" type="search" autocomplete="off" maxlength="40" [placeholder]="t('customers.search')" #text (input)="search.lookFor(text.value)" (keydown.enter)="$event.preventDefault()" />
    <p class="quiet" role="status">{{ search.outcome() ? t('customers.picker.' + search.outcome()) : '' }}</p>
    @if (told().length) {
      <ul class="found">
        @for (one of told(); track one.id) {
          <li>
            <button type="button" (click)="add(one); text.value = ''">
              <strong>{{ one.label }}</strong> <span class="quiet figures">{{ one.phone }}</span> <span>{{ one.owner }}</span> <span class="quiet">{{ one.validity }}</span>
            </button>
          </li>
        }
      </ul>
    }
  `,
  styles: `
    :host { display: grid; gap: var(--gap-small); }
    label { font-weight: 600; }
    input { min-block-size: 48px; }
    .chosen { display: flex; flex-wrap: wrap; gap: var(--gap-small); }
    .chosen li { display: flex; align-items: center; padding-inline-start: 0.875rem; border: 1px solid var(--accent); border-radius: var(--corner); background: var(--accent-soft); }
    .chosen button { inline-size: 48px; block-size: 48px; padding: 0; }
    .found { display: grid; max-block-size: 16rem; border: 1px solid var(--rule); border-radius: var(--corner); overflow: hidden auto; }
    .found button { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 var(--gap); inline-size: 100%; min-block-size: 48px; padding: 0.5rem 0.875rem; border: 0; border-block-end: 1px solid var(--rule); background: var(--surface); text-align: start; cursor: pointer; }
    .found button:hover { background: var(--hover); }
    .found button:focus-visible { outline-offset: -3px; }
  `,
})
export class CustomerPicker {
  readonly legend = input.required<string>();
  readonly chosen = input.required<readonly CustomerRef[]>();
  /** The customer the choice is for, who is never found. */
  readonly except = input('');
  readonly several = input(false);
  readonly chosenChange = output<readonly CustomerRef[]>();
  readonly #tell = injectKnownInWords(inject(Moments).today());
  protected readonly search = inject(CustomerSearch);
  protected readonly t = inject(Words).t;
  protected readonly told = computed(() => this.search.found().filter(({ id }: KnownCustomer) => id !== this.except() && !this.chosen().some((one) => one.id === id)).map((one) => this.#tell(one)));

  protected add({ id, label }: CustomerRef): void {
    this.search.lookFor('');
    this.chosenChange.emit(this.several() ? [...this.chosen(), { id, label }] : [{ id, label }]);
  }

  protected remove({ id }: CustomerRef): void {
    this.chosenChange.emit(this.chosen().filter((one) => one.id !== id));
  }
}
