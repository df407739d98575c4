import { Component, inject, input } from '@angular/core';
import { Words } from '../../shared/language/words';
import type { FirstAnswer } from './arrival-draft';

/** What to say at this step, folded away for those who know it. */
@Component({
  selector: 'lj-script-card',
  template: `
    <details>
      <summary>{{ t('desk.script.title') }}</summary>
      <p>{{ t('desk.script.' + step()) }}</p>
    </details>
  `,
  styles: `
    details { border-block-start: 1px solid var(--rule); }
    summary { padding-block: 0.75rem; color: var(--ink-quiet); cursor: pointer; }
    p { padding: 0 0 0.75rem; font-size: 1.0625rem; }
  `,
})
export class ScriptCard {
  readonly step = input.required<FirstAnswer | 'question'>();
  protected readonly t = inject(Words).t;
}
