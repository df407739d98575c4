import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ImportView } from '@lunjie/contracts';
import { Words } from '../../shared/language/words';

/** Customers an import registered a second time for another agent, each leading to where it is settled. */
@Component({
  selector: 'lj-registered-again',
  imports: [RouterLink],
  template: `
    @if (again().length) {
      <p>{{ t('sheets.again') }}</p>
      <ul>
        @for (one of again(); track one.row) {
          <li><a [routerLink]="['/customers', one.customer.id]">{{ t(one.agent ? 'sheets.againBy' : 'sheets.againRow', { row: one.row, customer: one.customer.label, name: one.agent?.name ?? '' }) }}</a></li>
        }
      </ul>
    }
  `,
  styles: `
    :host { display: block; min-inline-size: 0; }
    ul { display: flex; flex-wrap: wrap; gap: 0.25rem var(--gap); }
    a { display: inline-grid; align-items: center; min-block-size: 44px; }
  `,
})
export class RegisteredAgain {
  readonly again = input.required<ImportView['again']>();
  protected readonly t = inject(Words).t;
}
