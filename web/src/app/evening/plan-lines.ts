import { Component, computed, inject, input } from '@angular/core';
import { planTargetKinds, type PlanSheet } from '@lunjie/contracts';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';

/** One plan sheet: the version that counts, and under it those before. */
@Component({
  selector: 'lj-plan-lines',
  template: `
    @if (versions()[0]; as newest) {
      <p class="head"><strong>{{ heading() }}</strong> <span class="figures">{{ newest.targets }}</span></p>
      <ol>
        @for (line of newest.lines; track $index) {
          <li>{{ line }}</li>
        }
      </ol>
      <p class="quiet figures">{{ newest.told }}</p>
    }
    @if (versions().length > 1) {
      <details>
        <summary>{{ t('evening.plans.before', { count: versions().length - 1 }) }}</summary>
        @for (one of versions().slice(1); track one.version) {
          <p class="quiet figures">{{ one.told }} {{ one.targets }}</p>
          <ol>
            @for (line of one.lines; track $index) {
              <li>{{ line }}</li>
            }
          </ol>
        }
      </details>
    }
  `,
  styles: `
    :host { display: grid; gap: 0.25rem; break-inside: avoid; }
    .head { display: flex; flex-wrap: wrap; gap: 0 var(--gap); }
    ol { padding-inline-start: 1.5rem; list-style: decimal; overflow-wrap: anywhere; }
    summary { display: flex; align-items: center; inline-size: fit-content; min-block-size: 44px; color: var(--link); cursor: pointer; }
    @media print { details { display: none; } }
  `,
})
export class PlanLines {
  readonly sheet = input.required<PlanSheet>();
  /** Whether the agent's name stands above it. */
  readonly named = input(true);
  readonly #moments = inject(Moments);
  protected readonly t = inject(Words).t;
  protected readonly heading = computed(() => {
    const { agent, period, date } = this.sheet();
    const which = this.t(`evening.plans.of.${period}`, { date: this.#moments.dated(date) });
    return this.named() ? `${agent.name} · ${which}` : which;
  });
  protected readonly versions = computed(() => this.sheet().versions.map(({ version, at, entry, lines, targets }) => ({
    version, lines, told: this.t('evening.plans.version', { version, at: this.#moments.time(at), entry }),
    targets: planTargetKinds.flatMap((kind) => targets[kind] === null ? [] : [this.t(`evening.plans.target.${kind}`, { count: targets[kind] })]).join(' · '),
  })));
}
