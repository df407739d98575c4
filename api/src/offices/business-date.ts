import { buildMessage, ValidateBy } from 'class-validator';

/** 'YYYY-MM-DD' and a day the calendar has. */
export function isBusinessDate(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const at = Date.parse(`${value}T00:00:00Z`);
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(value);
}

/** A business date in a request. */
export function BusinessDate(): PropertyDecorator {
  return ValidateBy({ name: 'isDateString', validator: { validate: isBusinessDate, defaultMessage: buildMessage(() => 'must be a date') } });
}
