import { Component, DOCUMENT, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { DrawFault, DrawView } from '@lunjie/contracts';
import { faultOfDraw } from '@lunjie/register';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { ReasonQuestion } from '../customers/page/reason-question';
import { Sheet } from '../reception/sheet';
import { Moments } from '../shared/clock/moments';
import { ConfirmDialog } from '../shared/confirm/confirm-dialog';
import { Words } from '../shared/language/words';
import { ListHash } from './list-hash';
import { sharesOf } from './told-draw';

/** One redistribution: what was fixed, what was drawn, who got whom; and anybody can recompute it here. */
@Component({
  selector: 'lj-draw-card',
  imports: [ConfirmDialog, ListHash, NzButtonComponent, ReasonQuestion, Sheet],
  templateUrl: './draw-card.html',
  styleUrl: './draw-card.css',
})
export class DrawCard {
  readonly view = input.required<DrawView>();
  /** The reader may draw and cancel. */
  readonly manages = input(false);
  readonly busy = input(false);
  readonly drawn = output();
  readonly cancelled = output<string>();
  readonly #document = inject(DOCUMENT);
  readonly #moments = inject(Moments);
  protected readonly t = inject(Words).t;
  protected readonly asked = signal<'draw' | 'cancel' | null>(null);
  /** What recomputing it here showed; another record has to be recomputed anew. */
  protected readonly checked = linkedSignal<DrawView, { readonly fault: DrawFault | null } | null>({ source: () => this.view(), computation: () => null });
  protected readonly shares = computed(() => sharesOf(this.view()));
  protected readonly published = computed(() => {
    const { publishedAt, publishedBy, publishedEntry } = this.view().draw;
    return this.t('draws.publishedBy', { name: publishedBy.name, at: this.#moments.time(publishedAt), entry: publishedEntry });
  });
  protected readonly done = computed(() => {
    const { doneAt, doneBy, doneEntry, state } = this.view().draw;
    return doneAt === null ? '' : this.t(state === 'cancelled' ? 'draws.cancelledBy' : 'draws.doneBy', { name: doneBy?.name ?? '', at: this.#moments.time(doneAt), entry: doneEntry });
  });

  protected check(): void {
    const record = this.view().record;
    if (record) this.checked.set({ fault: faultOfDraw(record) });
  }

  /** The record as a file, for whoever wants to recompute it with the program. */
  protected download(): void {
    const { record, draw } = this.view();
    const link = this.#document.createElement('a');
    link.href = URL.createObjectURL(new Blob([JSON.stringify(record, null, 2)], { type: 'application/json' }));
    link.download = `draw-${draw.id}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href));
  }
}
