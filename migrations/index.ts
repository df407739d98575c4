import { IdempotencyKey0001 } from './0001-idempotency-key';

/** Every change of the schema, in the order it was made. A change that was released is never edited. */
export const migrations = [IdempotencyKey0001];
