import type { ValidationError } from '@nestjs/common';
import type { FieldError } from './problem';
import { Problem } from './problem';
import { fieldTexts } from '@lunjie/contracts';

/** Turns what class-validator found into one problem that names every path and reason. */
export function invalidRequest(found: readonly ValidationError[]): Problem {
  const errors = found.flatMap((error) => fieldErrors(error, ''));
  return new Problem('invalid_request', 400, { count: errors.length }, errors);
}

function fieldErrors({ property, constraints = {}, children = [] }: ValidationError, parent: string): FieldError[] {
  const path = parent ? `${parent}.${property}` : property;
  const own = Object.entries(constraints).map(([name, message]) => fieldError(path, name, message));
  return [...own, ...children.flatMap((child) => fieldErrors(child, path))];
}

const renamed: Readonly<Record<string, string>> = { whitelistValidation: 'unknown_field', isIso8601: 'is_iso8601' };

function fieldError(path: string, constraint: string, message: string): FieldError {
  const code = renamed[constraint] ?? constraint.replace(/([A-Z])/g, (letter) => `_${letter.toLowerCase()}`);
  if (!(code in fieldTexts)) return { path, code: 'other' };
  const limit = limitOf(message);
  return limit === undefined ? { path, code } : { path, code, data: { limit } };
}

/** class-validator hands over the limit of a rule only inside its sentence. */
function limitOf(message: string): string | undefined {
  const list = /following values: (.+)$/.exec(message)?.[1];
  return list ?? /(-?\d+(?:\.\d+)?)(?: characters| elements)?$/.exec(message)?.[1];
}
