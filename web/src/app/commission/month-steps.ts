import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzIconDirective } from 'ng-zorro-antd/icon';
import { Words } from '../shared/language/words';
import { monthPlus } from './months';

/** The month that is looked at, and the ones beside it; it stands in the address. */
@Component({
  selector: 'lj-month-steps',
  imports: [NzButtonComponent, NzIconDirective],
  template: `
    <button nz-button type="button" [attr.aria-label]="t('commission.earlier')" (click)="go(-1)"><nz-icon nzType="left" aria-hidden="true" /></button>
    <strong class="figures" role="status">{{ label() }}</strong>
    <button nz-button type="button" [attr.aria-label]="t('commission.later')" [disabled]="month() >= latest()" (click)="go(1)"><nz-icon nzType="right" aria-hidden="true" /></button>
  `,
  styles: `
    :host { display: flex; align-items: center; gap: var(--gap-small); }
    button { inline-size: 48px; min-block-size: 44px; padding: 0; }
    strong { min-inline-size: 8rem; font-size: 1.125rem; text-align: center; }
    @media print { button { display: none; } }
  `,
})
export class MonthSteps {
  readonly month = input.required<string>();
  readonly latest = input.required<string>();
  readonly #router = inject(Router);
  readonly #words = inject(Words);
  protected readonly t = this.#words.t;
  protected readonly label = computed(() => new Intl.DateTimeFormat(this.#words.locale(), { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(Date.parse(`${this.month()}-01`)));

  protected go(by: -1 | 1): void {
    void this.#router.navigate([], { queryParams: { month: monthPlus(this.month(), by) }, queryParamsHandling: 'merge' });
  }
}
