import { ParseUUIDPipe } from '@nestjs/common';
import { Problem } from '../platform/errors/problem';

const idOr = (code: string): ParseUUIDPipe => new ParseUUIDPipe({ exceptionFactory: () => new Problem(code, 404) });

/** Ids in addresses: what is no id names nobody. */
export const customerId = idOr('customer_not_found');
export const phoneId = idOr('customer_phone_not_found');
export const linkId = idOr('link_not_found');
export const mergeId = idOr('merge_not_found');
