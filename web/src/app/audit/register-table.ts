import { Component, computed, inject, input, signal } from '@angular/core';
import { registerKindText, type RegisterRow } from '@lunjie/contracts';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';
import type { Names } from '../shared/verdict-card/speech';
import { VerdictCard } from '../shared/verdict-card/verdict-card';

/** The register, newest first: each entry's number and hash, and behind it what was entered. */
@Component({
  selector: 'lj-register-table',
  imports: [VerdictCard],
  templateUrl: './register-table.html',
  styleUrl: './entries.css',
})
export class RegisterTable {
  readonly rows = input.required<readonly RegisterRow[]>();
  readonly names = input.required<Names>();
  readonly today = input.required<string>();
  readonly #moments = inject(Moments);
  readonly #words = inject(Words);
  protected readonly t = this.#words.t;
  protected readonly open = signal<number | null>(null);
  protected readonly told = computed(() => this.rows().map((row) => ({
    ...row, time: this.#moments.fullTime(row.at), iso: this.#moments.iso(row.at), who: row.by?.name ?? this.t('audit.system'),
    what: registerKindText(row.kind, this.#words.language()), text: JSON.stringify(row.content, null, 2),
  })));

  protected toggle(number: number): void {
    this.open.update((open) => open === number ? null : number);
  }
}
