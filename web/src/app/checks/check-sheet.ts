import { Component, computed, inject, input } from '@angular/core';
import type { CheckView } from '@lunjie/contracts';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';
import { liveReading } from '../shared/live/live-reading';
import { SheetPaper, type SheetColumn } from '../shared/paper/sheet-paper';

const columns = ['number', 'item', 'clause', 'whose', 'result', 'words', 'brings'] as const;
const shares: Partial<Record<(typeof columns)[number], number>> = { number: 0.5, item: 2.5, words: 3 };

/** A check on paper, to be signed. */
@Component({
  selector: 'lj-check-sheet',
  imports: [SheetPaper],
  template: `
    <lj-sheet-paper [reading]="reading" [back]="'/checks/' + id()" [heading]="t('checks.paper.' + (reading.value()?.kind ?? 'spot_check'))" [facts]="facts()" [columns]="columns()" [rows]="rows()" [empty]="t('checks.empty')" [signs]="[t('checks.paper.by'), t('checks.paper.checked'), t('checks.paper.manager')]" />
  `,
})
export default class CheckSheet {
  /** From the address. */
  readonly id = input.required<string>();
  readonly #moments = inject(Moments);
  readonly #words = inject(Words);
  protected readonly reading = liveReading<CheckView>(computed(() => `checks/${encodeURIComponent(this.id())}`));
  protected readonly t = this.#words.t;
  protected readonly columns = computed(() => columns.map((name): SheetColumn => ({ label: this.t(`checks.column.${name}`), share: shares[name] ?? 1 })));
  protected readonly facts = computed(() => {
    const check = this.reading.value();
    if (!check) return [];
    return [
      check.place[this.#words.language()], this.#moments.fullTime(check.checkedAt), this.t('checks.paper.agents', { names: check.agents.map(({ name }) => name).join(this.t('verdict.label.list')) }), this.t('checks.score', { met: check.met, looked: check.looked }),
      this.t('claims.entry', { entry: check.published?.entry ?? check.entry }),
    ];
  });
  protected readonly rows = computed(() => this.reading.value()?.findings.map(({ text, clause, agent, now, words, corrections, brought }, index) => [
    String(index + 1), text[this.#words.language()], clause, agent?.name ?? this.t('checks.thePlace'), this.t(`checks.result.${now.result}`),
    [words ?? '', ...corrections.map((one) => this.t('checks.paper.corrected', { words: one.words ?? '', entry: one.entry }))].filter(Boolean).join('\n'),
    now.brings === 'nothing' ? '' : [this.t(`checks.outcome.${now.brings}`), brought === null ? '' : this.t('claims.entry', { entry: brought })].filter(Boolean).join('\n'),
  ]) ?? []);
}
