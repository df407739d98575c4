import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import type { OfficeChange, OfficeView, Weekday } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { ChoiceChips } from '../../reception/choice-chips';
import { Words } from '../../shared/language/words';

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** Name, hours and days of rest. The time zone is told and never asked: the office's days are counted with it. */
@Component({
  selector: 'lj-office-form',
  imports: [ChoiceChips, NzButtonComponent, NzInputDirective],
  template: `
    <form (submit)="$event.preventDefault(); answered.emit(change())">
      <div class="field">
        <label for="office-name">{{ t('people.office.name') }}</label>
        <input nz-input id="office-name" type="text" maxlength="80" required #name [readOnly]="!mayChange()" [value]="now().name" (input)="put({ name: name.value })" />
      </div>
      <div class="hours">
        <div class="field">
          <label for="office-opens">{{ t('people.office.opens') }}</label>
          <input nz-input id="office-opens" type="time" #opens [readOnly]="!mayChange()" [value]="now().opens ?? ''" (change)="put({ opens: opens.value || null })" />
        </div>
        <div class="field">
          <label for="office-closes">{{ t('people.office.closes') }}</label>
          <input nz-input id="office-closes" type="time" #closes [readOnly]="!mayChange()" [value]="now().closes ?? ''" (change)="put({ closes: closes.value || null })" />
        </div>
      </div>
      <lj-choice-chips [legend]="t('people.office.rest')" kind="several" [disabled]="!mayChange()" [choices]="choices()" [chosen]="chosen()" (chosenChange)="rest($event)" />
      <p class="quiet">{{ t('people.office.restMeans') }}</p>
      <p class="quiet">{{ t('people.office.zone', { zone: office().timeZone }) }}</p>
      @if (mayChange()) {
        <button nz-button nzType="primary" type="submit" [disabled]="busy() || !isChanged()">{{ t('people.save') }}</button>
      }
    </form>
  `,
  styleUrls: ['../person-form.css', './office-form.css'],
})
export class OfficeForm {
  readonly office = input.required<OfficeView>();
  readonly mayChange = input(false);
  readonly busy = input(false);
  readonly answered = output<OfficeChange>();
  readonly #words = inject(Words);
  protected readonly t = this.#words.t;
  protected readonly now = linkedSignal<OfficeView>(() => this.office());
  protected readonly choices = computed(() => {
    const names = new Intl.DateTimeFormat(this.#words.locale(), { weekday: 'short', timeZone: 'UTC' });
    // The first of January 2024 was a Monday.
    return weekdays.map((day) => ({ value: String(day), label: names.format(Date.UTC(2024, 0, day)) }));
  });
  protected readonly chosen = computed(() => this.now().restDays.map(String));
  protected readonly change = computed<OfficeChange>(() => {
    const { name, opens, closes, restDays } = this.now();
    const before = this.office();
    return {
      ...(name.trim() !== before.name ? { name: name.trim() } : {}),
      ...(opens !== before.opens ? { opens } : {}),
      ...(closes !== before.closes ? { closes } : {}),
      ...(restDays.join() !== before.restDays.join() ? { restDays } : {}),
    };
  });
  protected readonly isChanged = computed(() => Object.keys(this.change()).length > 0);

  protected put(change: Partial<OfficeView>): void {
    this.now.set({ ...this.now(), ...change });
  }

  protected rest(chosen: readonly string[]): void {
    this.put({ restDays: weekdays.filter((day) => chosen.includes(String(day))) });
  }
}
