import { Component, inject, input, output } from '@angular/core';
import type { DemoView } from '@lunjie/contracts';
import { Words } from '../../shared/language/words';

/** The demo's people, one tap each, with what to try as them. */
@Component({
  selector: 'lj-demo-people',
  template: `
    <h2>{{ t('shell.demo.title') }}</h2>
    <p class="quiet">{{ t('shell.demo.detail') }}</p>
    <ul>
      @for (person of people(); track person.account) {
        <li>
          <button type="button" [disabled]="busy()" (click)="chosen.emit(person.account)">
            <strong>{{ person.name }}</strong>
            <span class="role">{{ t('shell.role.' + person.role) }}</span>
            <span class="quiet">{{ person.tryThis[language()] }}</span>
          </button>
        </li>
      }
    </ul>
  `,
  styles: `
    :host { display: grid; gap: var(--gap-small); }
    ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: 0.75rem; margin-block-start: var(--gap-small); }
    button { display: grid; grid-template-columns: 1fr auto; align-items: baseline; gap: 0.25rem 0.75rem; inline-size: 100%; block-size: 100%; min-block-size: 72px; padding: 0.75rem 1rem; border: 1px solid var(--control-rule); border-radius: var(--corner); background: var(--surface); text-align: start; cursor: pointer; }
    button:hover { border-color: var(--accent); background: var(--hover); }
    button:disabled { cursor: progress; }
    strong { font-size: 1.125rem; }
    .role { color: var(--accent); font-size: var(--text-small); }
    .quiet { grid-column: 1 / -1; }
  `,
})
export class DemoPeople {
  readonly people = input.required<DemoView['people']>();
  readonly busy = input(false);
  /** The account of the person chosen. */
  readonly chosen = output<string>();
  readonly #words = inject(Words);
  protected readonly t = this.#words.t;
  protected readonly language = this.#words.language;
}
