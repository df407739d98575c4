import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { DisputeRequest, PersonRef } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { ChoiceChips } from '../../reception/choice-chips';
import { Session } from '../../shared/session/session';
import { Words } from '../../shared/language/words';

/** Opening a dispute about a customer: against whom, and one's own statement. Whoever manages names both sides. */
@Component({
  selector: 'lj-dispute-question',
  imports: [ChoiceChips, NzButtonComponent, NzInputDirective],
  template: `
    <form (submit)="$event.preventDefault(); send()">
      <p>{{ t('claims.dispute.means') }}</p>
      <lj-choice-chips kind="several" [legend]="t(isAgent() ? 'claims.dispute.against' : 'claims.dispute.parties')" [choices]="choices()" [chosen]="chosen()" [disabled]="busy()" (chosenChange)="picked.set($event)" />
      <div class="field">
        <label for="dispute-statement">{{ t('claims.dispute.statement') }}</label>
        <textarea nz-input id="dispute-statement" rows="4" maxlength="2000" #words [value]="statement()" [disabled]="busy()" (input)="statement.set(words.value)"></textarea>
      </div>
      <button nz-button nzType="primary" nzSize="large" type="submit" [disabled]="!complete() || busy()">{{ t('claims.dispute.open') }}</button>
    </form>
  `,
  styleUrl: './question.css',
})
export class DisputeQuestion {
  readonly agents = input.required<readonly PersonRef[]>();
  /** Whose the customer is: chosen from the start, unless that is the reader. */
  readonly owner = input<string | null>(null);
  readonly busy = input(false);
  readonly answered = output<DisputeRequest>();
  readonly #session = inject(Session);
  protected readonly t = inject(Words).t;
  protected readonly isAgent = computed(() => !this.#session.roles().some((role) => role === 'manager' || role === 'supervisor'));
  protected readonly picked = signal<readonly string[] | null>(null);
  protected readonly statement = signal('');
  readonly #others = computed(() => this.agents().filter(({ id }) => id !== this.#session.person()?.id));
  protected readonly choices = computed(() => this.#others().map(({ id, name }) => ({ value: id, label: name })));
  protected readonly chosen = computed(() => this.picked() ?? this.#others().flatMap(({ id }) => id === this.owner() ? [id] : []));
  protected readonly complete = computed(() => this.chosen().length >= (this.isAgent() ? 1 : 2) && this.statement().trim() !== '');

  protected send(): void {
    if (this.complete() && !this.busy()) this.answered.emit({ against: this.chosen(), statement: this.statement().trim() });
  }
}
