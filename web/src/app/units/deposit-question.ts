import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { CustomerRef, DepositRequest, PersonRef, UnitView } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { AgentChoice } from '../customers/agent-choice';
import { CustomerPicker } from '../customers/customer-picker';
import { ChoiceChips } from '../reception/choice-chips';
import { Words } from '../shared/language/words';
import { AmountField } from '../shared/money/amount-field';

/**
 * A deposit for a registered customer. An agent takes their own; who leads says whose it is, or that they closed themselves.
 * Where others call the customer theirs the deal is disputed from the start.
 */
@Component({
  selector: 'lj-deposit-question',
  imports: [AgentChoice, AmountField, ChoiceChips, CustomerPicker, NzButtonComponent],
  template: `
    <form (submit)="$event.preventDefault(); send()">
      <p>{{ t('units.means.' + kind() + '_deposit') }}</p>
      <lj-customer-picker [legend]="t('units.deposit.customer')" [chosen]="customer()" (chosenChange)="customer.set($event)" />
      @if (leads()) {
        <lj-agent-choice [legend]="t('units.deposit.closer')" [agents]="closers()" [chosen]="closer()" [disabled]="busy()" (chosenChange)="closer.set($event)" />
      }
      @if (others().length) {
        <lj-choice-chips kind="several" [legend]="t('units.deposit.claimed')" [choices]="others()" [chosen]="claiming()" [disabled]="busy()" (chosenChange)="claims.set($event)" />
        @if (claiming().length) {
          <p role="status" class="contested">{{ t(claimedBy().length > 1 ? 'units.deposit.contested' : 'units.deposit.needsTwo') }}</p>
        }
      }
      <div class="amounts">
        <lj-amount-field class="price" [label]="t('units.deposit.price')" [fen]="price()" (fenChange)="price.set($event)" />
        <lj-amount-field class="deposit" [label]="t('units.deposit.' + kind())" [fen]="deposit()" (fenChange)="deposit.set($event)" />
      </div>
      <p class="quiet">{{ t('units.deposit.finance') }}</p>
      <button nz-button nzType="primary" nzSize="large" type="submit" [disabled]="busy() || request() === null">{{ t('units.act.' + kind() + '_deposit') }}</button>
    </form>
  `,
  styles: `
    form { display: grid; gap: 0.75rem; }
    .amounts { display: grid; grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); gap: 0.75rem; }
    .contested { padding: 0.5rem 0.75rem; border-inline-start: 4px solid var(--makeup); background: var(--makeup-soft); }
  `,
})
export class DepositQuestion {
  readonly kind = input.required<'soft' | 'firm'>();
  readonly unit = input.required<UnitView>();
  readonly leads = input(false);
  readonly agents = input<readonly PersonRef[]>([]);
  /** Who takes the deposit. */
  readonly me = input<string | null>(null);
  readonly busy = input(false);
  readonly answered = output<DepositRequest>();
  protected readonly t = inject(Words).t;
  protected readonly customer = signal<readonly CustomerRef[]>([]);
  protected readonly closer = signal<string | null>(null);
  protected readonly price = linkedSignal<number | null>(() => this.unit().listPriceFen);
  protected readonly deposit = signal<number | null>(null);
  protected readonly closers = computed(() => [...this.agents(), { id: 'nobody', name: this.t('units.deposit.lead') }]);
  readonly #taker = computed(() => this.leads() ? this.closer() : this.me());
  /** Whoever takes the deposit calls the customer theirs already. */
  protected readonly others = computed(() => this.agents().filter(({ id }) => id !== this.#taker()).map(({ id, name }) => ({ value: id, label: name })));
  protected readonly claims = signal<readonly string[]>([]);
  protected readonly claiming = computed(() => this.claims().filter((agent) => agent !== this.#taker()));
  protected readonly claimedBy = computed(() => {
    const taker = this.#taker();
    return this.claiming().length === 0 ? [] : [...taker === null || taker === 'nobody' ? [] : [taker], ...this.claiming()];
  });
  protected readonly request = computed<DepositRequest | null>(() => {
    const [customer] = this.customer();
    const [price, deposit, closer] = [this.price(), this.deposit(), this.closer()];
    const claimedBy = this.claimedBy();
    if (claimedBy.length === 1) return null;
    if (customer === undefined || price === null || price <= 0 || deposit === null || (this.leads() && closer === null)) return null;
    return { kind: this.kind(), customer: customer.id, priceFen: price, depositFen: deposit, ...this.leads() ? { closer: closer === 'nobody' ? null : closer } : {}, ...claimedBy.length > 0 ? { claimedBy } : {} };
  });

  protected send(): void {
    const request = this.request();
    if (request !== null) this.answered.emit(request);
  }
}
