import { LockTimeout } from './mutex';

/**
 * The driver's own error code, through TypeORM's wrapping; empty where there is none. Native modules make
 * their errors with the process's own `Error`, which is not a test sandbox's: so no `instanceof` here.
 */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  if ('driverError' in error) return codeOf(error.driverError);
  return 'code' in error ? String(error.code) : '';
}

/** Whether a unique index refused the row. */
export function isUniqueViolation(error: unknown): boolean {
  return ['ER_DUP_ENTRY', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY'].includes(codeOf(error));
}

const passing = new Set([
  'ER_LOCK_DEADLOCK',
  'ER_LOCK_WAIT_TIMEOUT',
  // MariaDB 11: a locked row changed since the transaction's snapshot.
  'ER_CHECKREAD',
  'SQLITE_BUSY',
  'SQLITE_BUSY_SNAPSHOT',
  'PROTOCOL_CONNECTION_LOST',
]);

/** Whether the same unit of work may succeed when it is begun anew. */
export function isPassing(error: unknown): boolean {
  return passing.has(codeOf(error));
}

/** Whether the wait for a lock was given up, on either database. */
export function isLockTimeout(error: unknown): boolean {
  return error instanceof LockTimeout || codeOf(error) === 'ER_LOCK_WAIT_TIMEOUT';
}
