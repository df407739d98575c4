import { Component, computed, inject, input, output, viewChild } from '@angular/core';
import type { CustomerPhoneRow, CustomerView } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { Moments } from '../../shared/clock/moments';
import { Words } from '../../shared/language/words';
import { tellValidity } from '../told-validity';
import { ClaimBar } from './claim-bar';
import { PhoneLines } from './phone-lines';

/** Who the customer is, whose and how long still, and how to reach them. */
@Component({
  selector: 'lj-customer-head',
  imports: [ClaimBar, NzButtonComponent, PhoneLines],
  templateUrl: './customer-head.html',
  styleUrl: './customer-head.css',
})
export class CustomerHead {
  readonly view = input.required<CustomerView>();
  readonly mayLog = input(false);
  readonly logAsked = output();
  readonly handOverAsked = output();
  readonly phoneAsked = output<CustomerPhoneRow>();
  readonly phoneEnded = output<CustomerPhoneRow>();
  readonly phoneAdded = output();
  readonly #moments = inject(Moments);
  protected readonly phones = viewChild(PhoneLines);
  protected readonly t = inject(Words).t;
  protected readonly name = computed(() => this.view().name || this.view().label || this.t('reception.someone'));
  protected readonly validity = computed(() => {
    const { state, owner } = this.view();
    return tellValidity({ state, validUntil: owner?.until ?? null, daysLeft: owner?.daysLeft ?? null }, { t: this.t, day: (date) => this.#moments.day(date) });
  });
  protected readonly facts = computed(() => {
    const { source, registeredOn, lastContactOn, visits, gender } = this.view();
    return [
      gender === 'male' || gender === 'female' ? this.t(`customers.gender.${gender}`) : '',
      this.t('customers.head.registered', { day: this.#moments.dated(registeredOn), source: this.t(`customers.source.${source}`) }),
      lastContactOn === null ? this.t('customers.head.noContact') : this.t('customers.head.lastContact', { day: this.#moments.dated(lastContactOn) }),
      this.t('customers.head.visits', { count: visits }),
    ].filter(Boolean);
  });
  protected readonly warnings = computed(() => {
    const { state, late } = this.view().registration;
    return [...state === 'complete' ? [] : [this.t(`customers.registration.${state}`)], ...late ? [this.t('customers.registration.late')] : []];
  });

  protected may(act: CustomerView['acts'][number]): boolean {
    return this.view().acts.includes(act);
  }

  /** Shows a number that was told for a short while. */
  show(phone: string, number: string): void {
    this.phones()?.show(phone, number);
  }
}
