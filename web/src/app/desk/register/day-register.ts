import { Component, inject, input, output } from '@angular/core';
import type { VisitRow } from '@lunjie/contracts';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { NzSkeletonComponent } from 'ng-zorro-antd/skeleton';
import { Words } from '../../shared/language/words';
import type { Names } from '../../shared/verdict-card/speech';
import { RegisterRow } from './register-row';
import type { RowAct } from './row-acts';

/** Today's register, newest first, with a search. */
@Component({
  selector: 'lj-day-register',
  imports: [NzInputDirective, NzSkeletonComponent, RegisterRow],
  template: `
    <header>
      <h2 id="register">{{ t('desk.register.title') }}</h2>
      <input nz-input type="search" maxlength="40" autocomplete="off" [attr.aria-label]="t('desk.register.search')" [placeholder]="t('desk.register.search')" #text [value]="search()" (input)="searched.emit(text.value)" />
    </header>
    @if (rows(); as rows) {
      @if (rows.length) {
        <ul aria-labelledby="register">
          @for (row of rows; track row.id) {
            <li>
              <lj-register-row [row]="row" [names]="names()" [today]="today()" [now]="now()" [rules]="rules()" [busy]="busy()" (asked)="asked.emit({ act: $event, row })" />
            </li>
          }
        </ul>
      } @else {
        <p class="empty quiet">{{ t(search() ? 'desk.register.noneFound' : 'desk.register.empty') }}</p>
      }
    } @else {
      <nz-skeleton [nzTitle]="false" [nzParagraph]="{ rows: 4, width: '100%' }" />
    }
  `,
  styles: `
    :host { display: grid; align-content: start; gap: var(--gap-small); min-inline-size: 0; }
    header { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: var(--gap-small) var(--gap); }
    input { flex: 0 1 20rem; min-block-size: 48px; }
    ul { border-block-start: 1px solid var(--rule); }
    .empty { padding: var(--gap-large) var(--gap); border: 1px dashed var(--rule); border-radius: var(--corner); }
  `,
})
export class DayRegister {
  readonly rows = input.required<readonly VisitRow[] | null>();
  readonly search = input.required<string>();
  readonly names = input.required<Names>();
  readonly today = input.required<string>();
  readonly now = input.required<number>();
  readonly rules = input(false);
  readonly busy = input(false);
  readonly searched = output<string>();
  readonly asked = output<{ act: RowAct; row: VisitRow }>();
  protected readonly t = inject(Words).t;
}
