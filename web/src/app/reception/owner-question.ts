import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { PersonRef } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { Words } from '../shared/language/words';
import { ChoiceChips } from './choice-chips';

/** The customer turns out to be somebody's already: whose? */
@Component({
  selector: 'lj-owner-question',
  imports: [ChoiceChips, NzButtonComponent],
  template: `
    <form (submit)="$event.preventDefault(); send()">
      <p class="quiet">{{ t('reception.owner.means') }}</p>
      <lj-choice-chips [legend]="t('reception.owner.who')" [choices]="choices()" [chosen]="owner() ? [owner()!] : []" (chosenChange)="owner.set($event[0] ?? null)" />
      <button nz-button nzType="primary" nzSize="large" type="submit" [disabled]="busy() || !owner()">{{ t('reception.owner.send') }}</button>
    </form>
  `,
  styleUrl: './question.css',
})
export class OwnerQuestion {
  readonly agents = input.required<readonly PersonRef[]>();
  /** Who receives now; cannot be the owner found. */
  readonly receiver = input<PersonRef | null>(null);
  readonly busy = input(false);
  readonly answered = output<{ ownerId: string }>();
  protected readonly t = inject(Words).t;
  protected readonly owner = signal<string | null>(null);
  protected readonly choices = computed(() =>
    this.agents().filter((one) => one.id !== this.receiver()?.id).map((one) => ({ value: one.id, label: one.name })));

  protected send(): void {
    const ownerId = this.owner();
    if (ownerId) this.answered.emit({ ownerId });
  }
}
