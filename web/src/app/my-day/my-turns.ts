import { Component, computed, inject, input } from '@angular/core';
import type { TurnRow } from '@lunjie/contracts';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';
import type { Names } from '../shared/verdict-card/speech';
import { VerdictCard } from '../shared/verdict-card/verdict-card';

/** What happened to my turns today and why, newest first. */
@Component({
  selector: 'lj-my-turns',
  imports: [VerdictCard],
  template: `
    <h2>{{ t('me.turns.title') }}</h2>
    <ol>
      @for (turn of told(); track turn.seq) {
        <li>
          <p class="line">
            <time [attr.datetime]="turn.iso">{{ turn.time }}</time>
            <span>{{ turn.words }}</span>
          </p>
          @if (turn.decision; as decision) {
            <lj-verdict-card [decision]="decision" [names]="names()" [today]="today()" [folded]="true" />
          }
        </li>
      } @empty {
        <li class="quiet">{{ t('me.turns.empty') }}</li>
      }
    </ol>
  `,
  styles: `
    :host { display: grid; gap: var(--gap-small); }
    ol { display: grid; gap: 0.75rem; }
    li { display: grid; gap: 0.25rem; }
    .line { display: flex; gap: 0.75rem; }
    time { flex: none; color: var(--ink-quiet); }
  `,
})
export class MyTurns {
  readonly turns = input.required<readonly TurnRow[]>();
  readonly names = input.required<Names>();
  readonly today = input.required<string>();
  readonly #words = inject(Words);
  readonly #moments = inject(Moments);
  protected readonly t = this.#words.t;
  protected readonly told = computed(() =>
    [...this.turns()].sort((one, other) => other.seq - one.seq).map((turn) => ({
      ...turn,
      time: this.#moments.time(turn.at),
      iso: this.#moments.iso(turn.at),
      words: this.#tell(turn),
    })));

  #tell({ kind, reason, customerLabel }: TurnRow): string {
    const known = this.#words.has(`me.turn.${kind}`) ? `me.turn.${kind}` : 'me.turn.other';
    const about = [customerLabel, reason && this.#reason(reason)].filter(Boolean).join(' · ');
    return about ? this.t('me.turns.about', { what: this.t(known), about }) : this.t(known);
  }

  /** A reason is one of the office's codes or a person's own words; a code without words is left out rather than shown raw. */
  #reason(reason: string): string {
    const key = ['verdict.absence', 'verdict.creditReason', 'verdict.mode', 'me.turnReason'].map((place) => `${place}.${reason}`).find((one) => this.#words.has(one));
    if (key) return this.t(key);
    return /^[a-z_]+$/.test(reason) ? '' : reason;
  }
}
