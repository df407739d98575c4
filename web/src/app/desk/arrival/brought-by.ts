import { Component, computed, inject, input, output } from '@angular/core';
import type { KnownCustomer, PersonRef } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzIconDirective } from 'ng-zorro-antd/icon';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { ChoiceChips } from '../../reception/choice-chips';
import { Words } from '../../shared/language/words';
import type { BringingCustomer } from './arrival-draft';

/** Who brought the visitor: registered customers, found by name, pinyin or last four digits, or "a customer of agent X". */
@Component({
  selector: 'lj-brought-by',
  imports: [ChoiceChips, NzButtonComponent, NzIconDirective, NzInputDirective],
  template: `
    <label for="brought-search">{{ t('desk.brought.search') }}</label>
    <input nz-input id="brought-search" type="search" autocomplete="off" maxlength="40" #text [disabled]="disabled()" (input)="searchedFor.emit(text.value)" (keydown.enter)="$event.preventDefault()" />
    @if (customers().length) {
      <ul class="chosen">
        @for (one of customers(); track one.id) {
          <li>
            {{ one.label }}
            <button nz-button nzType="text" type="button" [attr.aria-label]="t('desk.brought.remove', { customer: one.label })" (click)="remove(one)">
              <nz-icon nzType="close" aria-hidden="true" />
            </button>
          </li>
        }
      </ul>
    }
    <p class="quiet" role="status">{{ said() }}</p>
    @if (found().length) {
      <ul class="found">
        @for (one of found(); track one.id) {
          <li>
            <button type="button" (click)="add(one); text.value = ''">
              <strong>{{ one.label }}</strong>
              <span class="quiet">{{ one.phoneMasked }}</span>
              <span>{{ one.owner ? t('reception.known.owner', { name: one.owner.name }) : t('reception.known.noOwner') }}</span>
            </button>
          </li>
        }
      </ul>
    }
    <lj-choice-chips kind="optional" [legend]="t('desk.brought.orAgent')" [choices]="choices()" [chosen]="customerOf() ? [customerOf()!] : []" [disabled]="disabled()" (chosenChange)="changed.emit({ customerOf: $event[0] ?? null, broughtBy: [] })" />
  `,
  styles: `
    :host { display: grid; gap: var(--gap-small); }
    label { font-weight: 600; }
    input { min-block-size: 48px; max-inline-size: 24rem; }
    .chosen { display: flex; flex-wrap: wrap; gap: var(--gap-small); }
    .chosen li { display: flex; align-items: center; padding-inline-start: 0.875rem; border: 1px solid var(--accent); border-radius: var(--corner); background: var(--accent-soft); }
    .chosen button { inline-size: 48px; block-size: 48px; padding: 0; }
    .found { display: grid; border: 1px solid var(--rule); border-radius: var(--corner); overflow: hidden; }
    .found button { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 var(--gap); inline-size: 100%; min-block-size: 48px; padding: 0.5rem 0.875rem; border: 0; border-block-end: 1px solid var(--rule); background: var(--surface); text-align: start; cursor: pointer; }
    .found button:hover { background: var(--hover); }
    .found button:focus-visible { outline-offset: -3px; }
  `,
})
export class BroughtBy {
  readonly agents = input.required<readonly PersonRef[]>();
  readonly customers = input.required<readonly BringingCustomer[]>();
  readonly customerOf = input<string | null>(null);
  readonly found = input<readonly KnownCustomer[]>([]);
  readonly outcome = input<'' | 'none' | 'failed'>('');
  readonly disabled = input(false);
  readonly searchedFor = output<string>();
  readonly changed = output<{ broughtBy: readonly BringingCustomer[]; customerOf: string | null }>();
  protected readonly t = inject(Words).t;
  protected readonly said = computed(() => (this.outcome() ? this.t(`desk.brought.${this.outcome()}`) : ''));
  protected readonly choices = computed(() => this.agents().map(({ id, name }) => ({ value: id, label: name })));

  protected add({ id, label }: KnownCustomer): void {
    this.searchedFor.emit('');
    this.changed.emit({ broughtBy: [...this.customers().filter((one) => one.id !== id), { id, label }], customerOf: null });
  }

  protected remove({ id }: BringingCustomer): void {
    this.changed.emit({ broughtBy: this.customers().filter((one) => one.id !== id), customerOf: null });
  }
}
