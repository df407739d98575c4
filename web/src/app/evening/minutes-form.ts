import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { CustomerRef, MinutesRequest, PersonRef } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { AgentChoice } from '../customers/agent-choice';
import { CustomerPicker } from '../customers/customer-picker';
import { Words } from '../shared/language/words';

interface Mention {
  readonly customer: CustomerRef;
  readonly agent: PersonRef;
}

/** Entering minutes: what was said, and whose customers were reported by whom. Ctrl+Enter enters them. */
@Component({
  selector: 'lj-minutes-form',
  imports: [AgentChoice, CustomerPicker, NzButtonComponent, NzInputDirective],
  template: `
    <form (submit)="$event.preventDefault(); send()" (keydown.control.enter)="send()" (keydown.meta.enter)="send()">
      <div class="field">
        <label for="minutes-words">{{ t('evening.minutes.words') }}</label>
        <textarea nz-input id="minutes-words" rows="4" maxlength="4000" #box [value]="words()" [disabled]="busy()" (input)="words.set(box.value)"></textarea>
      </div>
      @if (mentions().length) {
        <ul class="mentions" [attr.aria-label]="t('evening.minutes.mentions')">
          @for (one of mentions(); track one.customer.id + one.agent.id) {
            <li>
              {{ t('evening.minutes.mention', { customer: one.customer.label, agent: one.agent.name }) }}
              <button nz-button nzType="text" type="button" [attr.aria-label]="t('evening.minutes.dropOf', { customer: one.customer.label })" (click)="drop(one)">{{ t('evening.minutes.drop') }}</button>
            </li>
          }
        </ul>
      }
      <lj-customer-picker [legend]="t('evening.minutes.customer')" [chosen]="customer()" (chosenChange)="customer.set($event)" />
      @if (customer()[0]; as picked) {
        <lj-agent-choice [legend]="t('evening.minutes.agent', { customer: picked.label })" [agents]="agents()" [disabled]="busy()" (chosenChange)="mention(picked, $event)" />
      }
      <p class="quiet">{{ t('evening.minutes.means') }}</p>
      <button nz-button nzType="primary" nzSize="large" type="submit" [disabled]="!complete() || busy()">{{ t('evening.minutes.enter') }}</button>
    </form>
  `,
  styles: `
    form, .field { display: grid; gap: var(--gap-small); }
    .field label { font-weight: 600; }
    .mentions li { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: var(--gap-small); border-block-end: 1px solid var(--rule); }
    .mentions button { min-block-size: 44px; }
    form > button { justify-self: start; }
  `,
})
export class MinutesForm {
  readonly agents = input.required<readonly PersonRef[]>();
  readonly busy = input(false);
  readonly answered = output<Omit<MinutesRequest, 'date'>>();
  protected readonly t = inject(Words).t;
  protected readonly words = signal('');
  protected readonly customer = signal<readonly CustomerRef[]>([]);
  protected readonly mentions = signal<readonly Mention[]>([]);
  /** A customer picked for whom nobody is named yet would be lost. */
  protected readonly complete = computed(() => this.words().trim() !== '' && this.customer().length === 0);

  protected mention(customer: CustomerRef, agentId: string): void {
    const agent = this.agents().find(({ id }) => id === agentId);
    if (!agent) return;
    this.mentions.update((known) => [...known.filter((one) => one.customer.id !== customer.id || one.agent.id !== agentId), { customer, agent }]);
    this.customer.set([]);
  }

  protected drop(mention: Mention): void {
    this.mentions.update((known) => known.filter((one) => one !== mention));
  }

  protected send(): void {
    if (!this.complete() || this.busy()) return;
    this.answered.emit({ words: this.words().trim(), mentions: this.mentions().map(({ customer, agent }) => ({ customer: customer.id, agent: agent.id })) });
  }
}
