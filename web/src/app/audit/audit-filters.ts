import { Component, computed, inject, input, output } from '@angular/core';
import { auditKindText, registerKindText, registerKinds, type StaffMember } from '@lunjie/contracts';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { Words } from '../shared/language/words';
import { officeAuditKinds, type AddressQuery, type View } from './audit-filter';

/** What is looked for; every answer goes into the address at once. */
@Component({
  selector: 'lj-audit-filters',
  imports: [NzInputDirective],
  template: `
    <label>
      <span>{{ t('audit.filter.kind') }}</span>
      <select #kind [value]="asked().kind ?? ''" (change)="changed.emit({ kind: kind.value })">
        <option value="">{{ t('audit.filter.everyKind') }}</option>
        @for (one of kinds(); track one.value) {
          <option [value]="one.value" [selected]="one.value === asked().kind">{{ one.label }}</option>
        }
      </select>
    </label>
    @if (view() === 'trail') {
      <label>
        <span>{{ t('audit.filter.person') }}</span>
        <select #person [value]="asked().person ?? ''" (change)="changed.emit({ person: person.value })">
          <option value="">{{ t('audit.filter.everybody') }}</option>
          @for (one of people(); track one.id) {
            <option [value]="one.id" [selected]="one.id === asked().person">{{ one.name }}</option>
          }
        </select>
      </label>
      <label>
        <span>{{ t('audit.filter.from') }}</span>
        <input nz-input type="date" #from [value]="asked().from ?? ''" [max]="asked().to ?? ''" (change)="changed.emit({ from: from.value })" />
      </label>
      <label>
        <span>{{ t('audit.filter.to') }}</span>
        <input nz-input type="date" #to [value]="asked().to ?? ''" [min]="asked().from ?? ''" (change)="changed.emit({ to: to.value })" />
      </label>
    }
  `,
  styles: `
    :host { display: flex; flex-wrap: wrap; align-items: end; gap: 0.75rem; }
    label { display: grid; gap: 0.25rem; min-inline-size: 9rem; color: var(--ink-quiet); font-size: var(--text-small); }
    select, input { min-block-size: var(--control-height); color: var(--ink); font-size: 1rem; }
    select { max-inline-size: 16rem; padding-inline: 0.625rem; border: 1px solid var(--control-rule); border-radius: var(--corner); background: var(--surface); }
    select:hover { border-color: var(--accent); }
    @media (max-width: 640px) {
      :host { display: grid; grid-template-columns: 1fr 1fr; }
      label { min-inline-size: 0; }
      select, input { inline-size: 100%; max-inline-size: none; }
    }
  `,
})
export class AuditFilters {
  readonly view = input.required<View>();
  readonly asked = input.required<AddressQuery>();
  readonly people = input.required<readonly StaffMember[]>();
  readonly changed = output<AddressQuery>();
  readonly #words = inject(Words);
  protected readonly t = this.#words.t;
  protected readonly kinds = computed(() => {
    const language = this.#words.language();
    return this.view() === 'trail'
      ? officeAuditKinds.map((value) => ({ value: value, label: auditKindText(value, language) }))
      : registerKinds.map((value) => ({ value: value, label: registerKindText(value, language) }));
  });
}
