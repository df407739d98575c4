import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { Router } from '@angular/router';
import type { RotationSheet as Answer } from '@lunjie/contracts';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { DayDigest } from '../reports/day-digest';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';
import { liveReading } from '../shared/live/live-reading';
import { EntryMark } from '../shared/paper/entry-mark';
import { SheetPaper, type SheetColumn } from '../shared/paper/sheet-paper';
import { Session } from '../shared/session/session';
import { injectSpeech } from '../shared/verdict-card/speech';
import { placesFor } from '../shell/places';
import { lineChanges, rotationCells, rotationColumns, type SheetSpeech } from './rotation-cells';

const shares: Partial<Record<(typeof rotationColumns)[number], number>> = { position: 0.5, name: 0.85, signedIn: 0.8, turns: 4, counted: 0.7, missed: 3, makeup: 1.5, owed: 0.66, lost: 1.3, absences: 1.9 };
const effects = ['credit', 'lose_turn', 'keep_place'] as const;

/** 排轮表: the day of a line on paper, to hang up or to file (forms.md no. 13). */
@Component({
  selector: 'lj-rotation-sheet',
  imports: [DayDigest, EntryMark, NzInputDirective, SheetPaper],
  templateUrl: './rotation-sheet.html',
  styleUrl: './rotation-sheet.css',
})
export default class RotationSheet {
  /** From the address; the office's today and its first line where there is none. */
  readonly date = input<string>();
  readonly queue = input<string>();
  readonly #moments = inject(Moments);
  readonly #router = inject(Router);
  readonly #session = inject(Session);
  readonly #words = inject(Words);
  readonly #speech = injectSpeech(() => new Map());
  protected readonly reading = liveReading<Answer>(computed(() => {
    const asked = new URLSearchParams(Object.entries({ date: this.date(), queue: this.queue() }).flatMap(([name, value]) => value ? [[name, value]] : []));
    return asked.size === 0 ? 'turns/sheet' : `turns/sheet?${asked.toString()}`;
  }));
  protected readonly t = this.#words.t;
  protected readonly view = this.reading.value;
  /** Stays while another day is read. */
  protected readonly queues = linkedSignal<Answer | null, readonly string[]>({ source: this.view, computation: (view, before) => view?.queues ?? before?.value ?? [] });
  protected readonly today = this.#moments.today();
  /** The digest is of the evening meeting, which is for those who lead and those who inspect. */
  protected readonly readsEvening = computed(() => placesFor(this.#session.roles()).some(({ path }) => path === 'evening'));
  protected readonly facts = computed(() => {
    const { date, queue, queues } = this.view() ?? { date: '1970-01-01', queue: '', queues: [] };
    return [this.t('papers.day', { day: this.#moments.longDay(date) }), ...(queues.length > 1 ? [this.t('papers.rotation.line', { queue: this.queueName(queue) })] : [])];
  });
  protected readonly columns = computed(() => rotationColumns.map((name): SheetColumn => ({ label: this.t(`papers.rotation.column.${name}`), share: shares[name] ?? 1 })));
  readonly #spoken = computed((): SheetSpeech => ({ ...this.#speech, language: this.#words.language(), clock: (at) => this.#moments.clockTime(at) }));
  protected readonly rows = computed(() => (this.view()?.agents ?? []).map((one) => rotationCells(one, this.view()?.rows ?? [], this.#spoken())));
  protected readonly changes = computed(() => lineChanges(this.view()?.rows ?? [], this.#spoken()));
  protected readonly rules = computed(() => {
    const rules = this.view()?.rules;
    const language = this.#words.language();
    return rules ? {
      title: this.t('papers.rotation.rules', { name: rules.name[language], version: rules.version }),
      // What no reason comes to is not said, but that nothing is made up, or everything, is.
      reasons: effects.filter((effect) => effect !== 'keep_place' || rules.reasons[effect].length > 0).map((effect) => ({ what: this.t(`papers.rotation.reasons.${effect}`), which: rules.reasons[effect].map((reason) => reason[language]).join(this.t('verdict.label.list')) || this.t('papers.rotation.nobody') })),
      terms: rules.terms.map(({ label, text }) => ({ what: label[language], which: text[language] })),
    } : null;
  });

  /** An office may name its own lines. */
  protected queueName(queue: string): string {
    const key = `turns.queue.${queue}`;
    return this.#words.has(key) ? this.t(key) : queue;
  }

  protected go(asked: { readonly date?: string; readonly queue?: string }): void {
    if (Object.values(asked).every(Boolean)) void this.#router.navigate([], { queryParams: asked, queryParamsHandling: 'merge' });
  }
}
