import { Component, computed, inject, input, output } from '@angular/core';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { Moments } from '../../shared/clock/moments';
import { Words } from '../../shared/language/words';
import { injectSpeech, type Names } from '../../shared/verdict-card/speech';
import { VerdictCard } from '../../shared/verdict-card/verdict-card';
import { ConflictCard } from './conflict-card';
import type { Happened } from './customer-store';
import { RulingCard } from './ruling-card';
import { tellHappening } from './told-happening';

/** Everything that happened to a customer, newest first; a decision stands folded where it was made. */
@Component({
  selector: 'lj-timeline',
  imports: [ConflictCard, NzButtonComponent, RulingCard, VerdictCard],
  templateUrl: './timeline.html',
  styleUrl: './timeline.css',
})
export class Timeline {
  readonly rows = input.required<readonly Happened[]>();
  readonly names = input.required<Names>();
  readonly today = input.required<string>();
  readonly hasMore = input(false);
  readonly busy = input(false);
  /** The reader may correct what is entered. */
  readonly corrects = input(false);
  readonly moreAsked = output();
  readonly correctionAsked = output<Happened>();
  readonly #moments = inject(Moments);
  readonly #words = inject(Words);
  readonly #speech = injectSpeech(() => this.known());
  protected readonly t = this.#words.t;
  /** People, and the other customers the entries speak of. */
  protected readonly known = computed<Names>(() => new Map([...this.rows().flatMap(({ customers }) => customers.map(({ id, label }) => [id, label] as const)), ...this.names()]));
  protected readonly told = computed(() => this.rows().map((row) => ({
    row, ...tellHappening(row, this.#speech, this.#words.language()), time: this.#moments.time(row.at), iso: this.#moments.iso(row.at),
    by: row.by?.name ?? this.t('customers.timeline.byItself'), from: row.mergedFrom ? this.t('customers.timeline.mergedFrom', { label: row.mergedFrom.label }) : '',
  })));
}
