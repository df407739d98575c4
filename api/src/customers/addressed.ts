import { ParseUUIDPipe } from '@nestjs/common';
import { Problem } from '../platform/errors/problem';

/** What is no id names nobody: the problem in that code. */
export const idOr = (code: string): ParseUUIDPipe => new ParseUUIDPipe({ exceptionFactory: () => new Problem(code, 404) });

/** Ids in addresses. */
export const customerId = idOr('customer_not_found');
export const phoneId = idOr('customer_phone_not_found');
export const linkId = idOr('link_not_found');
export const mergeId = idOr('merge_not_found');
