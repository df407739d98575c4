import { Component, inject, input, output } from '@angular/core';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { Words } from '../../shared/language/words';

let steppers = 0;

/** A small whole number that a thumb can set: nothing said, 1, 2, 3 … */
@Component({
  selector: 'lj-count-stepper',
  imports: [NzButtonComponent],
  template: `
    <span class="label" [id]="id">{{ label() }}</span>
    <div class="stepper" role="group" [attr.aria-labelledby]="id">
      <button nz-button type="button" [disabled]="disabled() || !value()" [attr.aria-label]="t('desk.less', { what: label() })" (click)="step(-1)">−</button>
      <output class="figures" [attr.aria-labelledby]="id">{{ value() ?? '—' }}</output>
      <button nz-button type="button" [disabled]="disabled() || (value() ?? 0) >= most()" [attr.aria-label]="t('desk.more', { what: label() })" (click)="step(1)">+</button>
    </div>
  `,
  styles: `
    :host { display: flex; align-items: center; gap: 0.75rem; }
    .label { font-weight: 600; }
    .stepper { display: grid; grid-template-columns: 48px 3rem 48px; align-items: center; text-align: center; }
    button { inline-size: 48px; block-size: 48px; padding: 0; font-size: 1.25rem; }
    output { font-size: 1.125rem; font-weight: 600; }
  `,
})
export class CountStepper {
  readonly label = input.required<string>();
  readonly value = input.required<number | null>();
  readonly most = input.required<number>();
  readonly disabled = input(false);
  readonly changed = output<number | null>();
  protected readonly t = inject(Words).t;
  protected readonly id = `count-${(steppers += 1)}`;

  protected step(by: number): void {
    const next = Math.min((this.value() ?? 0) + by, this.most());
    this.changed.emit(next > 0 ? next : null);
  }
}
