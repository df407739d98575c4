import { Component, DOCUMENT, inject, input, signal } from '@angular/core';
import { Words } from '../../shared/language/words';
import type { FirstAnswer } from './arrival-draft';

/** What to say at this step: before the first answer in the room the questions will take, then folded away. */
@Component({
  selector: 'lj-script-card',
  template: `
    <details [open]="step() === 'question' && roomy()">
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
  /** Where the page keeps room for the questions, the first sentence stands in it until one is answered. */
  protected readonly roomy = signal(inject(DOCUMENT).defaultView?.matchMedia?.('(min-width: 861px)').matches ?? false);
  protected readonly t = inject(Words).t;
}
