import { Component, computed, inject, input } from '@angular/core';
import type { EveningView } from '@lunjie/contracts';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';
import { liveReading } from '../shared/live/live-reading';

/** With which digest the day's evening meeting was closed; nothing where it was not. For those who may read the meeting. */
@Component({
  selector: 'lj-day-digest',
  template: `
    @if (closing(); as closed) {
      <p>{{ t('reports.digest', { name: closed.by.name, at: time(closed.at), entry: closed.entry }) }} <code>{{ closed.digest }}</code></p>
    }
  `,
  styles: `
    :host { color: var(--ink-quiet); font-size: var(--text-small); }
    code { overflow-wrap: anywhere; }
  `,
})
export class DayDigest {
  readonly date = input.required<string>();
  readonly #moments = inject(Moments);
  readonly #reading = liveReading<EveningView>(computed(() => `evening?date=${this.date()}`));
  protected readonly t = inject(Words).t;
  protected readonly closing = computed(() => this.#reading.value()?.closing ?? null);

  protected time(at: number): string {
    return this.#moments.fullTime(at);
  }
}
