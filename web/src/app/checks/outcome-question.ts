import { Component, computed, inject, input, output } from '@angular/core';
import type { PenaltyTrigger } from '@lunjie/contracts';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { ChoiceChips } from '../reception/choice-chips';
import { Words } from '../shared/language/words';
import type { DraftFinding } from './check-draft';

/** What a finding brings to whom it is about: a slip of the schedule for what was not met, praise for what was. */
@Component({
  selector: 'lj-outcome-question',
  imports: [ChoiceChips, NzInputDirective],
  template: `
    <lj-choice-chips [legend]="t('checks.brings')" [choices]="choices()" [chosen]="chosen()" [disabled]="busy()" (chosenChange)="choose($event[0])" />
    @if (row(); as row) {
      @if (row.graded) {
        <lj-choice-chips [legend]="t('penalties.howSerious')" [choices]="grades()" [chosen]="finding().severity ? [finding().severity!] : []" [disabled]="busy()" (chosenChange)="grade($event[0])" />
      }
      @for (part of row.pay; track part) {
        <div class="field">
          <label [for]="id() + part">{{ t('penalties.pay.' + part) }}</label>
          <input nz-input [id]="id() + part" type="number" min="0" step="0.01" inputmode="decimal" #box [value]="finding().pay[part] ?? ''" [disabled]="busy()" (input)="take(part, box.value)" />
        </div>
      }
    }
  `,
  styles: `
    :host { display: grid; gap: 0.75rem; }
    .field { display: grid; gap: 0.25rem; max-inline-size: 16rem; }
    input { min-block-size: 44px; }
  `,
})
export class OutcomeQuestion {
  readonly finding = input.required<DraftFinding>();
  readonly triggers = input.required<readonly PenaltyTrigger[]>();
  /** Tells its fields from another's. */
  readonly id = input.required<string>();
  readonly busy = input(false);
  readonly changed = output<Partial<DraftFinding>>();
  readonly #words = inject(Words);
  protected readonly t = this.#words.t;
  /** A check is about no deal: what forfeits one is a penalty of its own. */
  readonly #fitting = computed(() => this.triggers().filter(({ forfeitsDeal }) => !forfeitsDeal));
  protected readonly row = computed(() => this.finding().brings === 'slip' ? this.#fitting().find(({ trigger }) => trigger === this.finding().trigger) ?? null : null);
  protected readonly grades = computed(() => (['ordinary', 'serious'] as const).map((value) => ({ value, label: this.t(`penalties.severity.${value}`) })));
  protected readonly choices = computed(() => {
    const nothing = { value: 'nothing', label: this.t('checks.outcome.nothing') };
    if (this.finding().result === 'met') return [nothing, { value: 'praise', label: this.t('checks.outcome.praise') }];
    return [nothing, ...this.#fitting().map(({ trigger, clause }) => ({ value: `slip ${trigger}`, label: this.#words.has(`penalties.trigger.${trigger}`) ? this.t(`penalties.trigger.${trigger}`) : trigger.replaceAll('_', ' '), hint: clause }))];
  });
  protected readonly chosen = computed(() => [this.finding().brings === 'slip' ? `slip ${this.finding().trigger}` : this.finding().brings]);

  protected choose(value: string | undefined): void {
    const [brings, trigger = null] = (value ?? 'nothing').split(' ');
    this.changed.emit({ brings: brings === 'slip' || brings === 'praise' ? brings : 'nothing', trigger, severity: null, pay: {} });
  }

  protected grade(severity: string | undefined): void {
    if (severity === 'ordinary' || severity === 'serious') this.changed.emit({ severity });
  }

  protected take(part: PenaltyTrigger['pay'][number], amount: string): void {
    this.changed.emit({ pay: { ...this.finding().pay, [part]: Number(amount) || 0 } });
  }
}
