import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { planTargetKinds, type PlanPeriod, type PlanRequest, type PlanTargetKind, type PlanVersion } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { Words } from '../shared/language/words';

/** Writing a plan sheet: one line of text each, and targets in numbers. Begins with the version that counts. */
@Component({
  selector: 'lj-plan-form',
  imports: [NzButtonComponent, NzInputDirective],
  template: `
    <form (submit)="$event.preventDefault(); send()">
      <div class="field">
        <label [for]="'plan-lines-' + period()">{{ t('evening.plans.lines') }}</label>
        <textarea nz-input [id]="'plan-lines-' + period()" rows="4" maxlength="9000" #box [value]="text()" [disabled]="busy()" (input)="text.set(box.value)"></textarea>
      </div>
      <div class="targets">
        @for (kind of kinds; track kind) {
          <label>{{ t('evening.plans.aim.' + kind) }}
            <input nz-input type="number" min="0" max="999" step="1" inputmode="numeric" #count [id]="'plan-' + period() + '-' + kind" [value]="targets()[kind] ?? ''" [disabled]="busy()" (input)="aim(kind, count.value)" />
          </label>
        }
      </div>
      <button nz-button nzType="primary" type="submit" [disabled]="!complete() || busy()">{{ t('evening.plans.enter.' + period()) }}</button>
    </form>
  `,
  styles: `
    form, .field { display: grid; gap: var(--gap-small); }
    .field label { font-weight: 600; }
    .targets { display: grid; grid-template-columns: repeat(auto-fit, minmax(5.5rem, 1fr)); gap: var(--gap-small); }
    .targets label { display: grid; }
    input { inline-size: 100%; min-block-size: 44px; }
    button { justify-self: start; }
  `,
})
export class PlanForm {
  readonly period = input.required<PlanPeriod>();
  readonly date = input.required<string>();
  readonly newest = input<PlanVersion | null>(null);
  readonly busy = input(false);
  readonly answered = output<PlanRequest>();
  protected readonly t = inject(Words).t;
  protected readonly kinds = planTargetKinds;
  readonly #version = computed(() => this.newest()?.version ?? 0);
  // Another version takes the place of what is written; a change elsewhere in the office does not.
  protected readonly text = linkedSignal({ source: this.#version, computation: () => this.newest()?.lines.join('\n') ?? '' });
  protected readonly targets = linkedSignal<number, Partial<Record<PlanTargetKind, number | null>>>({ source: this.#version, computation: () => ({ ...this.newest()?.targets }) });
  readonly #lines = computed(() => this.text().split('\n').map((line) => line.trim()).filter(Boolean));
  protected readonly complete = computed(() => this.#lines().length > 0 || Object.values(this.targets()).some((target) => target != null));

  protected aim(kind: PlanTargetKind, typed: string): void {
    const count = Number.parseInt(typed, 10);
    this.targets.update((known) => ({ ...known, [kind]: Number.isNaN(count) ? null : count }));
  }

  protected send(): void {
    if (this.complete() && !this.busy()) this.answered.emit({ period: this.period(), date: this.date(), lines: this.#lines(), targets: this.targets() });
  }
}
