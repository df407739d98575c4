import { inject } from '@angular/core';
import { callFormFields, type CallFormField } from '@lunjie/contracts';
import { Words } from '../shared/language/words';

/** What was chosen or written in a field of a call, in words. Needs an injection context, and the words of `calls` and `me`. */
export function injectOptionWords(): (field: CallFormField, value: string) => string {
  const words = inject(Words);
  return (field, value) => {
    const known = callFormFields.find(({ name }) => name === field);
    if (!known || !('options' in known) || !known.options.some((one) => one === value)) return value;
    const own = `calls.option.${field}.${value}`;
    return words.t(words.has(own) ? own : `me.option.${field}.${value}`);
  };
}
