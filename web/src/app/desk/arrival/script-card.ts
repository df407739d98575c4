import { Component, DOCUMENT, computed, inject, input, signal } from '@angular/core';
import { Scripts } from '../../reception/scripts';
import { Words } from '../../shared/language/words';
import type { FirstAnswer } from './arrival-draft';

/** What to say at this step: before the first answer in the room the questions will take, then folded away. */
@Component({
  selector: 'lj-script-card',
  template: `
    <details [open]="step() === 'question' && roomy()">
      <summary>{{ t('desk.script.title') }}</summary>
      <p>{{ said() }}</p>
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
  readonly #scripts = inject(Scripts);
  protected readonly t = inject(Words).t;
  /** At the door the office's own words; until they are known the usual ones stand there, about as long. */
  protected readonly said = computed(() => {
    const own = [this.#scripts.said('greeting'), this.#scripts.said('first_question')].filter((words) => words !== '');
    return this.step() === 'question' && own.length > 0 ? this.t('reception.script.quoted', { words: own.join(' ') }) : this.t(`desk.script.${this.step()}`);
  });

  constructor() {
    this.#scripts.need();
  }
}
