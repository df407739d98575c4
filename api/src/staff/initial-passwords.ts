import { Injectable } from '@nestjs/common';
import { Cipher } from '../platform/cipher/cipher';
import type { WriteContext } from '../platform/idempotency/write-context';

/** No letters or digits that are taken for each other when read out. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/**
 * Passwords for people entered without one. They are derived from the installation's secret and the request, so that
 * nothing is kept, and yet a request repeated because its answer was lost tells the same ones.
 */
@Injectable()
export class InitialPasswords {
  constructor(private readonly cipher: Cipher) {}

  /** Twelve characters in three groups: 'kq3m-x7ta-9wfe', some 59 bits. */
  of({ officeId, personId, key }: WriteContext, account: string): string {
    const digest = Buffer.from(this.cipher.keyedHash(officeId, `initial password\n${personId}\n${key}\n${account}`), 'hex');
    const drawn = [...digest.subarray(0, 12)].map((byte) => letters[byte % letters.length]).join('');
    return drawn.replace(/(.{4})(?=.)/g, '$1-');
  }
}
