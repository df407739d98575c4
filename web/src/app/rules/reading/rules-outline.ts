import { Component, inject, input, output } from '@angular/core';
import { Words } from '../../shared/language/words';

/** One part of the rules in the outline, with what is to be seen there. */
export interface OutlineEntry {
  readonly id: string;
  readonly title: string;
  readonly changes: number;
  readonly faults: number;
}

/** The parts of the rules: a column beside them, one row to push along on a phone. */
@Component({
  selector: 'lj-rules-outline',
  template: `
    <nav [attr.aria-label]="t('rules.outline')">
      <ul>
        @for (entry of entries(); track entry.id) {
          <li>
            <button type="button" [attr.aria-current]="entry.id === chosen() ? 'true' : null" (click)="picked.emit(entry.id)">
              {{ entry.title }}
              @if (entry.faults) {
                <span class="faults" [attr.aria-label]="t('rules.outlineFaults', { count: entry.faults })">⚠ {{ entry.faults }}</span>
              }
              @if (entry.changes) {
                <span class="changes" [attr.aria-label]="t('rules.outlineChanges', { count: entry.changes })">● {{ entry.changes }}</span>
              }
            </button>
          </li>
        }
      </ul>
    </nav>
  `,
  styles: `
    :host { display: block; min-inline-size: 0; }
    nav { margin-inline: calc(-1 * var(--gap)); overflow-x: auto; scrollbar-width: thin; }
    ul { display: flex; gap: 0.375rem; inline-size: max-content; padding: 4px var(--gap); }
    button { display: flex; align-items: center; gap: 0.5rem; min-block-size: 44px; padding: 0.25rem 0.75rem; border: 1px solid var(--control-rule); border-radius: var(--corner); background: var(--surface); text-align: start; white-space: nowrap; cursor: pointer; }
    button:hover { background: var(--hover); }
    button[aria-current] { border-color: var(--accent); background: var(--accent-soft); color: var(--accent); font-weight: 600; }
    .changes { color: var(--makeup); font-size: var(--text-small); }
    .faults { color: var(--danger); font-size: var(--text-small); font-weight: 600; }
    @media (min-width: 900px) {
      nav { max-block-size: calc(100dvh - var(--bar-height) - 5rem); margin-inline: 0; overflow: hidden auto; }
      ul { display: grid; gap: 0; inline-size: auto; padding: 4px; }
      button { inline-size: 100%; min-block-size: 36px; border-color: transparent; border-radius: 4px; white-space: normal; }
      .changes, .faults { margin-inline-start: auto; }
      .faults + .changes { margin-inline-start: 0; }
    }
    @media print { :host { display: none; } }
  `,
})
export class RulesOutline {
  readonly entries = input.required<readonly OutlineEntry[]>();
  readonly chosen = input<string | null>(null);
  readonly picked = output<string>();
  protected readonly t = inject(Words).t;
}
