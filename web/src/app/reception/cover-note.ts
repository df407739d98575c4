import { Component, computed, inject, input } from '@angular/core';
import type { CoverView } from '@lunjie/contracts';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';

/** Says when the post is short, who is out since when, and who is due back (SN-03); nothing while all is well. */
@Component({
  selector: 'lj-cover-note',
  template: `
    @if (cover().short || late().length) {
      <div class="note" [class.short]="cover().short" role="status">
        @if (cover().short) {
          <strong>{{ said() }}</strong>
        }
        <ul>
          @for (one of cover().short ? out() : late(); track one.id) {
            <li [class.late]="one.late">{{ one.said }}</li>
          }
        </ul>
      </div>
    }
  `,
  styles: `
    :host { display: block; min-inline-size: 0; }
    .note { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.25rem var(--gap); padding: 0.625rem var(--gap); border: 1px solid var(--makeup); border-radius: var(--corner); background: var(--makeup-soft); color: var(--ink); }
    .short { border-color: var(--waiting); background: var(--waiting-soft); }
    strong { color: var(--waiting); }
    ul { display: flex; flex-wrap: wrap; gap: 0 var(--gap); }
    .late { font-weight: 600; }
  `,
})
export class CoverNote {
  readonly cover = input.required<CoverView>();
  /** Epoch ms: who is late changes with it. */
  readonly now = input.required<number>();
  readonly #moments = inject(Moments);
  protected readonly t = inject(Words).t;
  protected readonly said = computed(() => {
    const { present, minimum, since } = this.cover();
    return since === null ? this.t('verdict.cover.short', { present, minimum }) : this.t('verdict.cover.shortSince', { present, minimum, since: this.#moments.time(since) });
  });
  protected readonly out = computed(() => this.cover().out.map(({ agent, reason, since, expectedBackAt }) => {
    const late = expectedBackAt !== null && expectedBackAt <= this.now();
    const values = { name: agent.name, reason: this.t(`verdict.absence.${reason}`), since: this.#moments.time(since), back: expectedBackAt === null ? '' : this.#moments.time(expectedBackAt) };
    return { id: agent.id, late, said: this.t(`verdict.cover.${late ? 'late' : expectedBackAt === null ? 'out' : 'until'}`, values) };
  }));
  protected readonly late = computed(() => this.out().filter(({ late }) => late));
}
