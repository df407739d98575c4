import { Component, inject, viewChild, type ElementRef } from '@angular/core';
import { Words } from '../../shared/language/words';
import { ShownColumns, columns } from './columns';

/** Which columns the table shows, remembered in this browser. */
@Component({
  selector: 'lj-column-chooser',
  host: { '(keydown.escape)': 'close()' },
  template: `
    <details #box>
      <summary #opener>{{ t('customers.columns') }}</summary>
      <fieldset>
        <legend class="for-screen-readers">{{ t('customers.columns') }}</legend>
        @for (column of columns; track column) {
          <label><input type="checkbox" #tick [checked]="chosen.shown().includes(column)" (change)="chosen.show(column, tick.checked)" /> {{ t('customers.column.' + column) }}</label>
        }
      </fieldset>
    </details>
  `,
  styles: `
    details { position: relative; }
    summary { display: grid; place-items: center; min-block-size: var(--control-height); padding-inline: 0.875rem; border: 1px solid var(--control-rule); border-radius: var(--corner); background: var(--surface); cursor: pointer; list-style: none; white-space: nowrap; }
    summary::-webkit-details-marker { display: none; }
    summary:hover { border-color: var(--accent); background: var(--hover); }
    fieldset { position: absolute; inset-inline-end: 0; inset-block-start: calc(100% + 0.25rem); z-index: 10; display: grid; min-inline-size: 11rem; margin: 0; padding: 0.5rem 0; border: 1px solid var(--rule); border-radius: var(--corner); background: var(--surface); box-shadow: var(--shadow); }
    label { display: flex; align-items: center; gap: 0.625rem; min-block-size: 40px; padding-inline: 1rem; cursor: pointer; white-space: nowrap; }
    label:hover { background: var(--hover); }
    input { inline-size: 1.125rem; block-size: 1.125rem; accent-color: var(--accent); }
  `,
})
export class ColumnChooser {
  protected readonly t = inject(Words).t;
  protected readonly chosen = inject(ShownColumns);
  protected readonly columns = columns;
  protected readonly box = viewChild.required<ElementRef<HTMLDetailsElement>>('box');
  protected readonly opener = viewChild.required<ElementRef<HTMLElement>>('opener');

  protected close(): void {
    this.box().nativeElement.open = false;
    this.opener().nativeElement.focus();
  }
}
