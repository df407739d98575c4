import { Component, afterNextRender, inject, input, output, viewChild, type ElementRef } from '@angular/core';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { Words } from '../language/words';

let dialogs = 0;

/** Asks before an act that cannot be taken back: what it does, and the act by its own name. Show it with `@if`. Esc means no. */
@Component({
  selector: 'lj-confirm-dialog',
  imports: [NzButtonComponent],
  template: `
    <dialog #dialog role="alertdialog" [attr.aria-labelledby]="id" [attr.aria-describedby]="id + '-means'" (cancel)="answered.emit(false)">
      <h2 [id]="id">{{ heading() }}</h2>
      <p [id]="id + '-means'">{{ means() }}</p>
      <div class="answers">
        <button nz-button type="button" (click)="answered.emit(false)">{{ t('shell.cancel') }}</button>
        <button nz-button nzType="primary" type="button" (click)="answered.emit(true)">{{ act() }}</button>
      </div>
    </dialog>
  `,
  styles: `
    dialog { inline-size: min(28rem, calc(100vw - 2rem)); padding: var(--gap-large); border: 1px solid var(--rule); border-radius: calc(var(--corner) * 1.5); background: var(--surface); color: var(--ink); box-shadow: var(--shadow); }
    dialog::backdrop { background: rgb(0 0 0 / 55%); }
    p { margin-block: var(--gap-small) var(--gap-large); color: var(--ink-quiet); }
    .answers { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: var(--gap-small); }
  `,
})
export class ConfirmDialog {
  readonly heading = input.required<string>();
  /** What the act does, and what stays as it is. */
  readonly means = input.required<string>();
  /** The act by name, as its button says it. */
  readonly act = input.required<string>();
  readonly answered = output<boolean>();
  protected readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  protected readonly t = inject(Words).t;
  protected readonly id = `confirm-${(dialogs += 1)}`;

  constructor() {
    afterNextRender(() => {
      this.dialog().nativeElement.showModal();
    });
  }
}
