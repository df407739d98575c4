import { Component, DOCUMENT, DestroyRef, afterNextRender, inject, input, output, viewChild, type ElementRef } from '@angular/core';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzIconDirective } from 'ng-zorro-antd/icon';
import { Words } from '../shared/language/words';

let sheets = 0;

/** A question over the page: Esc, the cross or a tap beside it leaves without doing anything. Show it with `@if`. */
@Component({
  selector: 'lj-sheet',
  host: { '(click)': 'leaveFromBeside($event)' },
  imports: [NzButtonComponent, NzIconDirective],
  template: `
    <dialog #dialog [attr.aria-labelledby]="id" (cancel)="closed.emit()">
      <div class="sheet">
        <header>
          <h2 [id]="id" tabindex="-1" autofocus>{{ heading() }}</h2>
          <button nz-button nzType="text" type="button" class="close" [attr.aria-label]="t('reception.close')" (click)="closed.emit()">
            <nz-icon nzType="close" aria-hidden="true" />
          </button>
        </header>
        <ng-content />
      </div>
    </dialog>
  `,
  styles: `
    dialog { inline-size: min(36rem, calc(100vw - 2rem)); max-block-size: calc(100dvh - 2rem); margin: auto; padding: 0; border: 1px solid var(--rule); border-radius: calc(var(--corner) * 1.5); background: var(--surface); color: var(--ink); box-shadow: var(--shadow); overflow-y: auto; }
    dialog::backdrop { background: rgb(0 0 0 / 55%); }
    .sheet { display: grid; gap: var(--gap); padding: var(--gap); }
    header { display: flex; align-items: center; justify-content: space-between; gap: var(--gap-small); }
    h2:focus { outline: none; }
    .close { display: grid; place-items: center; inline-size: 48px; block-size: 48px; padding: 0; }
    @media (max-width: 640px) {
      dialog { inline-size: 100vw; max-inline-size: 100vw; margin-block-end: 0; border-end-start-radius: 0; border-end-end-radius: 0; padding-block-end: env(safe-area-inset-bottom); }
    }
  `,
})
export class Sheet {
  readonly heading = input.required<string>();
  /** The person leaves the question. */
  readonly closed = output();
  protected readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  protected readonly t = inject(Words).t;
  protected readonly id = `sheet-${(sheets += 1)}`;

  constructor() {
    const document = inject(DOCUMENT);
    const before = document.activeElement;
    afterNextRender(() => this.dialog().nativeElement.showModal());
    // A dialog that is taken out of the page does not give the focus back by itself.
    inject(DestroyRef).onDestroy(() => {
      if (before instanceof HTMLElement) queueMicrotask(() => before.focus({ preventScroll: true }));
    });
  }

  protected leaveFromBeside(event: MouseEvent): void {
    if (event.target === this.dialog().nativeElement) this.closed.emit();
  }
}
