import { Component, computed, inject, input } from '@angular/core';
import type { HandoverView } from '@lunjie/contracts';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';
import { liveReading } from '../shared/live/live-reading';
import { SheetPaper, type SheetColumn } from '../shared/paper/sheet-paper';

const columns = ['what', 'item', 'expected', 'count', 'found'] as const;
const shares: Partial<Record<(typeof columns)[number], number>> = { item: 4 };

/** 交接班记录表: a shift handed over on paper. */
@Component({
  selector: 'lj-handover-sheet',
  imports: [SheetPaper],
  template: `
    <lj-sheet-paper [reading]="reading" [back]="'/handovers/' + id()" [heading]="t('handovers.paper.title')" [facts]="facts()" [columns]="columns()" [rows]="rows()" [empty]="t('handovers.noMatters')" [signs]="[t('handovers.paper.from'), t('handovers.paper.to'), t('papers.manager')]" />
  `,
})
export default class HandoverPaper {
  /** From the address. */
  readonly id = input.required<string>();
  readonly #moments = inject(Moments);
  readonly #words = inject(Words);
  protected readonly reading = liveReading<HandoverView>(computed(() => `handovers/${encodeURIComponent(this.id())}`));
  protected readonly t = this.#words.t;
  protected readonly columns = computed(() => columns.map((name): SheetColumn => ({ label: this.t(`handovers.column.${name}`), share: shares[name] ?? 1 })));
  protected readonly facts = computed(() => {
    const view = this.reading.value();
    if (!view) return [];
    return [
      this.t(`handovers.place.${view.place}`), this.t('handovers.paper.fromAt', { name: view.by.name, at: this.#moments.fullTime(view.at), entry: view.entry }),
      view.taken ? this.t('handovers.paper.toAt', { name: view.taken.by.name, at: this.#moments.fullTime(view.taken.at), entry: view.taken.entry }) : this.t('handovers.open'),
    ];
  });
  protected readonly rows = computed((): readonly (readonly string[])[] => {
    const view = this.reading.value();
    if (!view) return [];
    const number = (count: number | null): string => count === null ? '' : String(count);
    const someone = (label: string): string => label || this.t('reception.someone');
    const remarked = (by: string, remarks: string | null): readonly (readonly string[])[] => remarks === null ? [] : [[this.t('handovers.remarks'), `${by}：${remarks}`, '', '', '']];
    return [
      ...view.matters.waiting.map(({ label, since }) => [this.t('handovers.paper.waiting'), `${someone(label)} ${this.t('handovers.since', { at: this.#moments.time(since) })}`, '', '', '']),
      ...view.matters.requests.map(({ label, class: kind, promisedAt }) => [this.t('handovers.paper.request'), [someone(label), this.t(`requests.class.${kind}`), promisedAt === null ? '' : this.t('handovers.promised', { at: this.#moments.time(promisedAt) })].filter(Boolean).join(' '), '', '', '']),
      ...view.matters.flatVisitors > 0 ? [[this.t('handovers.paper.flat'), this.t('handovers.flatVisitors', { count: view.matters.flatVisitors }), '', '', '']] : [],
      ...view.items.map(({ kind, text, expected, count, found }) => [this.t(`handovers.kind.${kind}`), text[this.#words.language()], number(expected), number(count), number(found)]),
      ...remarked(view.by.name, view.remarks), ...view.taken ? remarked(view.taken.by.name, view.taken.remarks) : [],
    ];
  });
}
