import { visitFormFields, type VisitForm } from '@lunjie/contracts';
import type { PipeTransform } from '@nestjs/common';
import { Problem, type FieldError } from '../platform/errors/problem';

type Field = (typeof visitFormFields)[number];

function faultOf(field: Field, value: unknown): FieldError['code'] | null {
  if (field.kind === 'several') {
    const known: readonly string[] = field.options;
    return Array.isArray(value) && value.length <= known.length && value.every((each) => known.includes(String(each))) ? null : 'is_in';
  }
  if (typeof value !== 'string') return 'is_string';
  if (field.kind === 'choice') return value === '' || (field.options as readonly string[]).includes(value) ? null : 'is_in';
  return value.length <= field.max ? null : 'max_length';
}

/** Takes a part of the visit form as its declaration allows it: no field it does not name, no option it does not list. */
export class FormPipe implements PipeTransform<unknown, VisitForm> {
  transform(body: unknown): VisitForm {
    if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new Problem('invalid_request', 400, { count: 1 }, [{ path: '', code: 'is_object' }]);
    const errors = Object.entries(body).flatMap(([name, value]): FieldError[] => {
      const field = visitFormFields.find((each) => each.name === name);
      if (!field) return [{ path: name, code: 'unknown_field' }];
      const code = faultOf(field, value);
      return code === null ? [] : [{ path: name, code, data: { limit: 'options' in field ? field.options.join(', ') : field.max } }];
    });
    if (errors.length > 0) throw new Problem('invalid_request', 400, { count: errors.length }, errors);
    return body;
  }
}
