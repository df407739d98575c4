import { Component, inject, input } from '@angular/core';
import type { TurnsPage } from '@lunjie/contracts';
import { Words } from '../shared/language/words';
import { liveReading } from '../shared/live/live-reading';
import { Session } from '../shared/session/session';
import type { Names } from '../shared/verdict-card/speech';
import { TurnRow } from '../turns/turn-row';

/** What happened to my turns today and why, newest first, as the ledger in the open tells it: turns that passed me by too. */
@Component({
  selector: 'lj-my-turns',
  imports: [TurnRow],
  template: `
    <h2>{{ t('me.turns.title') }}</h2>
    @if (page(); as page) {
      <ol>
        @for (row of page.rows; track row.id) {
          <li>
            <lj-turn-row [row]="row" [decision]="row.decision === null ? null : (page.decisions[row.decision] ?? null)" [names]="names()" [today]="today()" [showsAgent]="false" />
          </li>
        } @empty {
          <li class="quiet">{{ t('me.turns.empty') }}</li>
        }
      </ol>
    }
  `,
  styles: `
    :host { display: grid; gap: var(--gap-small); }
    li + li { border-block-start: 1px solid var(--rule); }
  `,
})
export class MyTurns {
  readonly names = input.required<Names>();
  readonly today = input.required<string>();
  protected readonly t = inject(Words).t;
  protected readonly page = liveReading<TurnsPage>(`turns?agent=${encodeURIComponent(inject(Session).person()?.id ?? '')}`).value;
}
