import { ParseUUIDPipe, type PipeTransform } from '@nestjs/common';
import { Problem } from '../platform/errors/problem';

// What is no id at all is answered like an id nobody has.
export const visitId = new ParseUUIDPipe({ exceptionFactory: () => new Problem('visit_not_found', 404) });
export const receptionId = new ParseUUIDPipe({ exceptionFactory: () => new Problem('reception_not_found', 404) });
export const dutyId = new ParseUUIDPipe({ exceptionFactory: () => new Problem('duty_not_found', 404) });

/** The number of a register entry, made a number where requests are parsed. */
export const entryNumber: PipeTransform<number, number> = {
  transform: (entry) => {
    if (!Number.isSafeInteger(entry)) throw new Problem('entry_not_found', 404, { entry: '?' });
    return entry;
  },
};
