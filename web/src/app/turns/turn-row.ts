import { Component, computed, inject, input, signal } from '@angular/core';
import type { LedgerRow, ReceptionDecision } from '@lunjie/contracts';
import { NgTemplateOutlet } from '@angular/common';
import { NzIconDirective } from 'ng-zorro-antd/icon';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';
import { injectSpeech, type Names } from '../shared/verdict-card/speech';
import { VerdictCard } from '../shared/verdict-card/verdict-card';
import { tellTurn } from './told-turn';

let rows = 0;

/** One thing that happened to one agent's turns; a tap opens the decision that explains it. */
@Component({
  selector: 'lj-turn-row',
  imports: [NgTemplateOutlet, NzIconDirective, VerdictCard],
  templateUrl: './turn-row.html',
  styleUrl: './turn-row.css',
})
export class TurnRow {
  readonly row = input.required<LedgerRow>();
  readonly decision = input.required<ReceptionDecision | null>();
  readonly names = input.required<Names>();
  readonly today = input.required<string>();
  /** Names the agent: left out where all rows are one agent's. */
  readonly showsAgent = input(true);
  readonly #moments = inject(Moments);
  readonly #speech = injectSpeech(() => this.names());
  protected readonly t = inject(Words).t;
  protected readonly id = `turn-${(rows += 1)}`;
  protected readonly open = signal(false);
  protected readonly told = computed(() => tellTurn(this.row(), this.#speech));
  protected readonly time = computed(() => this.#moments.clockTime(this.row().at));
  protected readonly iso = computed(() => this.#moments.iso(this.row().at));
  protected readonly who = computed(() => this.row().agent?.name ?? this.t('turns.wholeLine'));
}
