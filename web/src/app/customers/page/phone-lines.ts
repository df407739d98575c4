import { Component, DestroyRef, computed, inject, input, output, signal } from '@angular/core';
import type { CustomerPhoneRow } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { Clock } from '../../shared/clock/clock';
import { Words } from '../../shared/language/words';

/** How long a number stays readable once it was asked for. */
const shownMs = 30_000;

/** The customer's numbers, masked; one that was asked for is shown for a short while. */
@Component({
  selector: 'lj-phone-lines',
  imports: [NzButtonComponent],
  template: `
    <ul>
      @for (phone of phones(); track phone.id) {
        <li>
          @if (shown()?.id === phone.id) {
            <a class="number figures" [href]="'tel:' + shown()!.number">{{ written() }}</a>
            <span class="quiet" role="status">{{ t('customers.phone.shown') }}</span>
            <span class="quiet figures" aria-hidden="true">{{ t('customers.phone.left', { seconds: left() }) }}</span>
          } @else {
            <span class="number figures">{{ phone.masked }}</span>
            @if (phone.primary && phones().length > 1) {
              <span class="tag">{{ t('customers.phone.primary') }}</span>
            }
            @if (mayReveal()) {
              <button nz-button nzSize="small" type="button" [attr.aria-label]="t('customers.phone.revealOf', { phone: phone.masked })" (click)="asked.emit(phone)">{{ t('customers.phone.reveal') }}</button>
            }
            @if (mayEnd()) {
              <button nz-button nzSize="small" nzType="link" type="button" [attr.aria-label]="t('customers.phone.endOf', { phone: phone.masked })" (click)="retired.emit(phone)">{{ t('customers.phone.end') }}</button>
            }
          }
        </li>
      } @empty {
        <li class="quiet">{{ t('customers.phone.none') }}</li>
      }
    </ul>
  `,
  styles: `
    ul { display: flex; flex-wrap: wrap; gap: 0.25rem var(--gap-large); }
    li { display: flex; flex-wrap: wrap; align-items: center; gap: 0 0.5rem; min-block-size: 44px; }
    .number { font-size: 1.125rem; }
    a.number { display: grid; align-items: center; min-block-size: 44px; font-weight: 700; }
    .tag { padding: 0 0.375rem; border: 1px solid var(--control-rule); border-radius: 4px; color: var(--ink-quiet); font-size: var(--text-small); }
    @media (max-width: 640px), (pointer: coarse) { li button { block-size: 44px; } }
  `,
})
export class PhoneLines {
  readonly phones = input.required<readonly CustomerPhoneRow[]>();
  readonly mayReveal = input(false);
  readonly mayEnd = input(false);
  readonly asked = output<CustomerPhoneRow>();
  readonly retired = output<CustomerPhoneRow>();
  readonly #clock = inject(Clock);
  readonly #now = this.#clock.ticking();
  readonly #shown = signal<{ readonly id: string; readonly number: string; readonly until: number } | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  protected readonly t = inject(Words).t;
  protected readonly shown = this.#shown.asReadonly();
  /** A mobile number in its three groups, as people read it out. */
  protected readonly written = computed(() => (this.#shown()?.number ?? '').replace(/^\+86(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3'));
  protected readonly left = computed(() => Math.max(0, Math.ceil(((this.#shown()?.until ?? 0) - this.#now()) / 1000)));

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.#timer));
  }

  /** Shows a number that was told, until its time is over. */
  show(id: string, number: string): void {
    clearTimeout(this.#timer);
    this.#shown.set({ id, number, until: this.#clock.read() + shownMs });
    this.#timer = setTimeout(() => this.#shown.set(null), shownMs);
  }
}
