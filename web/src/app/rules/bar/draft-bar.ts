import { Component, computed, inject, input, output } from '@angular/core';
import { Words } from '../../shared/language/words';
import type { DraftState } from '../draft/draft-store';

export const panelIds = ['difference', 'gaps', 'replay', 'scenario', 'start', 'publish'] as const;
export type PanelId = (typeof panelIds)[number];

/** The thin bar over the draft: how far it is from the rules in force, what is open, what today would have been. */
@Component({
  selector: 'lj-draft-bar',
  templateUrl: './draft-bar.html',
  styles: `
    :host { display: block; min-inline-size: 0; }
    .bar { display: flex; flex-wrap: wrap; align-items: center; gap: 0.375rem; }
    button { min-block-size: 40px; padding: 0.25rem 0.75rem; border: 1px solid var(--control-rule); border-radius: var(--corner); background: var(--surface); cursor: pointer; }
    button:hover { border-color: var(--accent); background: var(--hover); }
    button[aria-expanded='true'] { border-color: var(--accent); background: var(--accent-soft); color: var(--accent); font-weight: 600; }
    button.primary { border-color: var(--accent); background: var(--accent); color: var(--on-accent); font-weight: 600; }
    button.primary:hover { background: var(--accent-hover); }
    button.faults { border-color: var(--danger); color: var(--danger); font-weight: 600; }
    button:disabled { border-color: var(--rule); color: var(--ink-quiet); cursor: not-allowed; }
    .state { margin-inline-start: auto; color: var(--ink-quiet); font-size: var(--text-small); }
    .waits { color: var(--danger); font-weight: 600; }
    @media (max-width: 640px) {
      .bar { gap: 0.25rem; }
      button { min-block-size: 44px; padding-inline: 0.5rem; font-size: var(--text-small); }
    }
  `,
})
export class DraftBar {
  readonly open = input.required<PanelId | null>();
  readonly differences = input.required<number | null>();
  readonly gaps = input.required<number | null>();
  readonly changedToday = input.required<number | null>();
  readonly faults = input.required<number>();
  readonly canUndo = input.required<boolean>();
  readonly state = input.required<DraftState>();
  readonly picked = output<PanelId>();
  readonly undo = output();
  readonly toFault = output();
  protected readonly t = inject(Words).t;
  protected readonly stateWords = computed(() => this.t(`rules.state.${this.state()}`));
  protected readonly panels = computed(() => panelIds.map((id) => ({ id, words: this.#words(id) })));

  #words(id: PanelId): string {
    switch (id) {
      case 'difference': return this.t('rules.bar.difference', { count: this.differences() ?? '…' });
      case 'gaps': return this.t('rules.bar.gaps', { count: this.gaps() ?? '—' });
      case 'replay': return this.t('rules.bar.replay', { count: this.changedToday() ?? '—' });
      case 'scenario': return this.t('rules.bar.scenario');
      case 'start': return this.t('rules.bar.start');
      case 'publish': return this.t('rules.bar.publish');
    }
  }
}
