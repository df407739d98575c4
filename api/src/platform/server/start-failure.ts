import { codeOf } from '../database/failures';

/** Why a start failed, by the code of the operating system or the database; the rest is unexpected and keeps its stack. */
const sentences: Readonly<Record<string, string>> = {
  EADDRINUSE: 'The port is taken: stop what listens on it, or set PORT to another.',
  EACCES: 'The port or a file is not permitted to this user: set PORT above 1024, and let the user own the data folder.',
  ECONNREFUSED: 'The database of DATABASE_URL does not answer: is it running, and are host and port right?',
  ETIMEDOUT: 'The database of DATABASE_URL does not answer: is it running, and are host and port right?',
  ENOTFOUND: 'The host of DATABASE_URL is not known.',
  ER_ACCESS_DENIED_ERROR: 'The database of DATABASE_URL refuses the user or the password.',
  ER_DBACCESS_DENIED_ERROR: 'The user of DATABASE_URL may not use that database.',
  ER_BAD_DB_ERROR: 'The database of DATABASE_URL does not exist: create it first.',
  SQLITE_CANTOPEN: 'The database file cannot be opened: does this user own its folder?',
  SQLITE_READONLY: 'The database file cannot be written: does this user own it?',
  SQLITE_NOTADB: 'The file of DATABASE_URL is not an SQLite database.',
};

/** One sentence for a failure a person can mend, or null. */
export function startFailure(error: unknown): string | null {
  return sentences[codeOf(error)] ?? null;
}
