import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { Problem } from '../platform/errors/problem';

/**
 * A phone number as it is kept (E.164). Numbers without a country code are Chinese.
 * @throws Problem 400 `invalid_request` for what is no phone number; the number itself is not repeated
 */
export function normalisedPhone(text: string, path: string): string {
  const phone = phoneIn(text);
  if (phone === null) throw new Problem('invalid_request', 400, { count: 1 }, [{ path, code: 'is_phone_number' }]);
  return phone;
}

/** The number a text holds, as it is kept, or null where it is none. */
export function phoneIn(text: string): string | null {
  const parsed = parsePhoneNumberFromString(text, 'CN');
  return parsed?.isValid() ? parsed.number : null;
}

/** All a reader may see who is neither owner nor manager: `138****0001`. */
export function maskedPhone(last4: string | null): string | null {
  return last4 === null ? null : `*** **** ${last4}`;
}
