import { Component, computed, inject, input } from '@angular/core';
import type { MyReception, VisitFormField } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { ChoiceChips, type Choice } from '../reception/choice-chips';
import { Words } from '../shared/language/words';
import { ProblemNote } from '../shared/problem/problem-note';
import { fieldsOf, formGroups, missingIn, type FormField } from './form-groups';
import type { FormSaving } from './form-saving';

/** 来访登记表 in short groups that save themselves. The reception's start, agent and first question are with the desk already. */
@Component({
  selector: 'lj-visit-form',
  imports: [ChoiceChips, NzButtonComponent, NzInputDirective, ProblemNote],
  templateUrl: './visit-form.html',
  styleUrl: './visit-form.css',
})
export class VisitFormCard {
  readonly reception = input.required<MyReception>();
  readonly saving = input.required<FormSaving>();
  protected readonly t = inject(Words).t;
  protected readonly groups = formGroups;
  protected readonly fieldsOf = fieldsOf;
  readonly #missing = computed(() => missingIn(this.reception(), this.saving()));
  protected readonly missingCount = computed(() =>
    Object.fromEntries(formGroups.map((group) => [group, fieldsOf(group).filter(({ name }) => this.#missing().includes(name)).length])));
  readonly #choices = computed(() => new Map(formGroups.flatMap(fieldsOf).map((field) => [field.name, this.#choicesOf(field)])));

  protected id(field: VisitFormField): string {
    return `form-${field}-${this.reception().reception.id}`;
  }

  protected isRequired(field: VisitFormField): boolean {
    return this.reception().requiredFields.includes(field);
  }

  protected text(field: VisitFormField): string {
    const value = field === 'phone' ? this.saving().typed(field) : this.saving().value(field, this.reception().form);
    return typeof value === 'string' ? value : '';
  }

  /** The server reads a phone back masked: it is shown behind the empty field, never as its text. */
  protected behind(field: VisitFormField): string {
    if (field !== 'phone') return '';
    const value = this.saving().value(field, this.reception().form);
    return (typeof value === 'string' && value) || (this.reception().visit.phoneMasked ?? '');
  }

  protected chosen(field: VisitFormField): readonly string[] {
    const value = this.saving().value(field, this.reception().form);
    return typeof value === 'string' ? (value ? [value] : []) : (value ?? []);
  }

  protected choices(field: VisitFormField): readonly Choice[] {
    return this.#choices().get(field) ?? [];
  }

  protected label(field: VisitFormField): string {
    return this.t(`reception.field.${field}`);
  }

  protected choose({ name, kind }: FormField, values: readonly string[]): void {
    this.saving().change(name, kind === 'several' ? values : (values[0] ?? ''));
  }

  #choicesOf(field: FormField): readonly Choice[] {
    if (!('options' in field)) return [];
    return field.options.map((value) => ({ value, label: this.t(`me.option.${field.name}.${value}`) }));
  }
}
