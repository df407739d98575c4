import { Component, computed, inject, input } from '@angular/core';
import { NzIconDirective } from 'ng-zorro-antd/icon';
import type { ApiProblem } from '../api/api-problem';
import { ProblemWords } from './problem-words';

/** A problem on the page: what happened, what to do, and the fields at fault. Put an act such as 重试 inside. */
@Component({
  selector: 'lj-problem-note',
  imports: [NzIconDirective],
  template: `
    <div class="note" role="alert">
      <nz-icon nzType="exclamation-circle" aria-hidden="true" />
      <div>
        <p>{{ sentence() }}</p>
        @if (problem().errors.length) {
          <ul>
            @for (fault of problem().errors; track fault.path) {
              <li>{{ fault.message }}</li>
            }
          </ul>
        }
        <ng-content />
      </div>
    </div>
  `,
  styles: `
    .note { display: flex; gap: 0.75rem; padding: 0.75rem 1rem; border: 1px solid var(--danger); border-radius: var(--corner); background: var(--waiting-soft); }
    nz-icon { margin-block-start: 0.2rem; color: var(--danger); font-size: 1.125rem; }
    .note > div { display: grid; gap: var(--gap-small); justify-items: start; }
    ul { padding-inline-start: 1.25rem; list-style: disc; }
  `,
})
export class ProblemNote {
  readonly problem = input.required<ApiProblem>();
  readonly #words = inject(ProblemWords);
  protected readonly sentence = computed(() => this.#words.sentence(this.problem()));
}
