import { hash } from 'node:crypto';
import type { Sha256 } from '@lunjie/register';

/** The server's own SHA-256: every write hashes all it enters, and a verification the whole register. */
export const sha256: Sha256 = (text) => hash('sha256', text);
