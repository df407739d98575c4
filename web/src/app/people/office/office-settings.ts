import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import type { Holiday, OfficeChange } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzSkeletonComponent } from 'ng-zorro-antd/skeleton';
import { Words } from '../../shared/language/words';
import { ProblemNote } from '../../shared/problem/problem-note';
import { Session } from '../../shared/session/session';
import { HolidayCalendar } from './holiday-calendar';
import { OfficeForm } from './office-form';
import { OfficeStore } from './office-store';
import { WebhookOutlet } from './webhook-outlet';

/** The office itself: its name, when it works, when it does not. Read by managers, changed by admins. */
@Component({
  selector: 'lj-office-settings',
  imports: [OfficeForm, HolidayCalendar, ProblemNote, WebhookOutlet, NzButtonComponent, NzSkeletonComponent],
  providers: [OfficeStore],
  template: `
    @if (store.refusal(); as problem) {
      <lj-problem-note [problem]="problem" />
    }
    @if (store.office(); as office) {
      @if (store.holidays(); as holidays) {
        @if (!mayChange()) {
          <p class="quiet">{{ t('people.office.readOnly') }}</p>
        }
        <section [attr.aria-labelledby]="'office-facts'">
          <h2 id="office-facts">{{ t('people.office.title') }}</h2>
          <lj-office-form [office]="office" [mayChange]="mayChange()" [busy]="store.busy()" (answered)="save($event)" />
        </section>
        <section [attr.aria-labelledby]="'holidays'">
          <lj-holiday-calendar [holidays]="holidays" [restDays]="office.restDays" [mayChange]="mayChange()" [busy]="store.busy()" (yearChosen)="year.set($event)" (answered)="keep($event)" />
        </section>
        @if (mayChange()) {
          <section [attr.aria-labelledby]="'webhook'">
            <lj-webhook-outlet (done)="done.emit($event)" />
          </section>
        }
      }
    } @else if (store.problem(); as problem) {
      <lj-problem-note [problem]="problem"><button nz-button type="button" (click)="again()">{{ t('shell.retry') }}</button></lj-problem-note>
    } @else {
      <nz-skeleton [nzActive]="true" [nzParagraph]="{ rows: 8 }" />
    }
  `,
  styles: `
    :host { display: grid; gap: var(--gap-large); }
    section { display: grid; gap: var(--gap); min-inline-size: 0; }
    lj-office-form { max-inline-size: 44rem; }
  `,
})
export class OfficeSettings {
  readonly today = input.required<string>();
  readonly done = output<string>();
  readonly #session = inject(Session);
  protected readonly store = inject(OfficeStore);
  protected readonly t = inject(Words).t;
  protected readonly mayChange = computed(() => this.#session.roles().includes('admin'));
  protected readonly year = signal(0);

  constructor() {
    effect(() => {
      const year = this.year() || untracked(() => Number(this.today().slice(0, 4)));
      void this.store.load(year);
    });
  }

  protected again(): void {
    void this.store.load(this.year() || Number(this.today().slice(0, 4)));
  }

  protected async save(change: OfficeChange): Promise<void> {
    if (await this.store.change(change)) this.done.emit(this.t('people.done.office'));
  }

  protected async keep(days: readonly Holiday[]): Promise<void> {
    const year = this.store.holidays()?.year ?? 0;
    if (await this.store.keepHolidays(year, days)) this.done.emit(this.t('people.done.holidays', { year }));
  }
}
