import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { PersonRef, ShowFlatRow } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { Words } from '../../shared/language/words';

/** The day's sheet goes to sales: whoever never came to the sales office is referred to an agent. */
@Component({
  selector: 'lj-flat-hand-over',
  imports: [NzButtonComponent],
  template: `
    <form (submit)="$event.preventDefault(); send()">
      <p>{{ t('customers.showFlat.handOverMeans', { count: rows().length }) }}</p>
      @if (toRefer().length) {
        <h3>{{ t('customers.showFlat.toRefer') }}</h3>
        <ul>
          @for (row of toRefer(); track row.id) {
            <li>
              <label [for]="'refer-' + row.id">{{ row.customer.label || t('reception.someone') }} <span class="quiet figures">{{ row.phoneMasked }}</span></label>
              <select [id]="'refer-' + row.id" #agent (change)="choose(row.id, agent.value)">
                <option value="">{{ t('customers.showFlat.choose') }}</option>
                @for (one of agents(); track one.id) {
                  <option [value]="one.id" [selected]="chosen()[row.id] === one.id">{{ one.name }}</option>
                }
              </select>
            </li>
          }
        </ul>
      }
      <button nz-button nzType="primary" nzSize="large" type="submit" [disabled]="busy() || !isWhole()">{{ t('customers.showFlat.handOver', { count: rows().length }) }}</button>
    </form>
  `,
  styles: `
    form, ul { display: grid; gap: 0.75rem; }
    li { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.25rem var(--gap); }
    label { font-weight: 600; }
    select { min-block-size: 48px; min-inline-size: 10rem; padding-inline: 0.625rem; border: 1px solid var(--control-rule); border-radius: var(--corner); background: var(--surface); }
  `,
})
export class FlatHandOver {
  /** What is still to hand over. */
  readonly rows = input.required<readonly ShowFlatRow[]>();
  readonly agents = input.required<readonly PersonRef[]>();
  readonly busy = input(false);
  readonly answered = output<readonly { readonly row: string; readonly agent: string }[]>();
  protected readonly t = inject(Words).t;
  protected readonly chosen = signal<Readonly<Record<string, string>>>({});
  protected readonly toRefer = computed(() => this.rows().filter(({ visitedOffice }) => !visitedOffice));
  protected readonly isWhole = computed(() => this.toRefer().every(({ id }) => this.chosen()[id]));

  protected choose(row: string, agent: string): void {
    const { [row]: _, ...others } = this.chosen();
    this.chosen.set(agent ? { ...others, [row]: agent } : others);
  }

  protected send(): void {
    if (this.isWhole()) this.answered.emit(this.toRefer().map(({ id }) => ({ row: id, agent: this.chosen()[id] ?? '' })));
  }
}
