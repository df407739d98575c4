import { Component, inject, input, output } from '@angular/core';
import { Words } from '../../shared/language/words';
import type { ToldDifference } from './told-difference';

/** What is in force and what the draft says, side by side. */
@Component({
  selector: 'lj-difference-panel',
  template: `
    @if (rows().length) {
      <table>
        <thead><tr><th scope="col">{{ t('rules.difference.what') }}</th><th scope="col">{{ t('rules.difference.before') }}</th><th scope="col">{{ t('rules.difference.after') }}</th></tr></thead>
        <tbody>
          @for (row of rows(); track $index) {
            <tr>
              <th scope="row"><button type="button" class="link" (click)="jumped.emit(row.path)">{{ row.what }}</button></th>
              <td [attr.data-head]="t('rules.difference.before')"><del>{{ row.before }}</del></td>
              <td [attr.data-head]="t('rules.difference.after')"><ins>{{ row.after }}</ins></td>
            </tr>
          }
        </tbody>
      </table>
    } @else {
      <p>{{ t('rules.difference.none') }}</p>
    }
  `,
  styleUrl: './panel.css',
})
export class DifferencePanel {
  readonly rows = input.required<readonly ToldDifference[]>();
  readonly jumped = output<string>();
  protected readonly t = inject(Words).t;
}
