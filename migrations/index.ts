import { IdempotencyKey0001 } from './0001-idempotency-key';
import { People0002 } from './0002-people';
import { Offices0003 } from './0003-offices';
import { PolicyVersions0004 } from './0004-policy-versions';
import { Audit0005 } from './0005-audit';

/** Every change of the schema, in the order it was made. A change that was released is never edited. */
export const migrations = [IdempotencyKey0001, People0002, Offices0003, PolicyVersions0004, Audit0005];
