import { Component, computed, inject, input } from '@angular/core';
import type { DutyRow } from '@lunjie/contracts';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';

/** What the rules ask of me today, the most urgent first. */
@Component({
  selector: 'lj-my-duties',
  template: `
    <h2>{{ t('me.duties.title') }}</h2>
    <ul>
      @for (duty of told(); track duty.id) {
        <li [class.done]="duty.doneAt !== null" [class.late]="duty.late">
          <span>{{ duty.words }}</span>
          <span class="quiet">{{ duty.when }}</span>
        </li>
      } @empty {
        <li class="quiet">{{ t('me.duties.empty') }}</li>
      }
    </ul>
  `,
  styles: `
    :host, ul { display: grid; gap: var(--gap-small); }
    li { display: grid; }
    .late .quiet { color: var(--waiting); font-weight: 600; }
    .done { color: var(--ink-quiet); }
  `,
})
export class MyDuties {
  readonly duties = input.required<readonly DutyRow[]>();
  readonly now = input.required<number>();
  readonly #words = inject(Words);
  readonly #moments = inject(Moments);
  protected readonly t = this.#words.t;
  protected readonly told = computed(() =>
    [...this.duties()].sort((one, other) => Number(one.doneAt !== null) - Number(other.doneAt !== null) || one.dueAt - other.dueAt).map((duty) => {
      const key = `me.duty.${duty.kind}`;
      const late = duty.doneAt === null && duty.dueAt < this.now();
      const when = duty.doneAt === null ? this.t(late ? 'me.duties.late' : 'me.duties.due', { time: this.#moments.time(duty.dueAt) }) : this.t('me.duties.done', { time: this.#moments.time(duty.doneAt) });
      return { ...duty, late, when, words: [this.t(this.#words.has(key) ? key : 'me.duty.other'), duty.customerLabel].filter(Boolean).join(' · ') };
    }));
}
