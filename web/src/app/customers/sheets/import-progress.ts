import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ImportView } from '@lunjie/contracts';
import { Words } from '../../shared/language/words';
import { RegisteredAgain } from './registered-again';

/** How far an import or its undoing has come, and what became of the rows. */
@Component({
  selector: 'lj-import-progress',
  imports: [RegisteredAgain, RouterLink],
  template: `
    <p role="status">{{ t('sheets.state.' + view().state, { done: view().done, rows: view().rows }) }}</p>
    <progress [value]="view().done" [max]="most()" [attr.aria-label]="t('sheets.progress')"></progress>
    <ul>
      @for (one of counts(); track one.outcome) {
        @if (one.count) {
          <li>{{ one.says }} <span class="figures">{{ one.count }}</span></li>
        }
      }
      @if (view().withdrawn) {
        <li>{{ t('sheets.withdrawn') }} <span class="figures">{{ view().withdrawn }}</span></li>
      }
    </ul>
    <lj-registered-again [again]="view().again" />
    @if (view().stayed.length) {
      <p>{{ t('sheets.stayed') }}</p>
      <ul>
        @for (customer of view().stayed; track customer.id) {
          <li><a [routerLink]="['/customers', customer.id]">{{ customer.label }}</a></li>
        }
      </ul>
    }
  `,
  styles: `
    :host { display: grid; gap: 0.75rem; }
    progress { inline-size: 100%; block-size: 0.75rem; accent-color: var(--accent); }
    ul { display: flex; flex-wrap: wrap; gap: 0.25rem var(--gap); }
    .figures { font-weight: 600; }
  `,
})
export class ImportProgress {
  readonly view = input.required<ImportView>();
  readonly counts = input.required<readonly { readonly outcome: string; readonly says: string; readonly count: number }[]>();
  protected readonly t = inject(Words).t;
  protected readonly most = computed(() => Math.max(1, this.view().rows));
}
