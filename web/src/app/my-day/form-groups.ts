import { visitFormFields, type MyReception, type VisitFormField } from '@lunjie/contracts';
import type { FormSaving } from './form-saving';

export const formGroups = ['person', 'visit', 'need', 'reaction'] as const;
export type FormGroup = (typeof formGroups)[number];
export type FormField = (typeof visitFormFields)[number];

export function fieldsOf(group: FormGroup): readonly FormField[] {
  return visitFormFields.filter((field) => field.group === group);
}

/** Required fields that are still empty. A phone the desk took down counts as given. */
export function missingIn({ requiredFields, phoneEntered, form }: MyReception, saving: FormSaving): readonly VisitFormField[] {
  return visitFormFields
    .map((field) => field.name)
    .filter((name) => requiredFields.includes(name) && !(name === 'phone' && phoneEntered) && isEmpty(saving.value(name, form)));
}

function isEmpty(value: string | readonly string[] | undefined): boolean {
  return value === undefined || (typeof value === 'string' ? value.trim() === '' : value.length === 0);
}
