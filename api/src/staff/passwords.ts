import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';

/** Argon2id (the library's default variant) with the parameters OWASP recommends: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A well-formed hash of the same cost that belongs to nobody. */
const nobody = `$argon2id$v=19$m=19456,t=2,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`;

/** Fewest and most characters of a password. */
export const passwordLength = { least: 10, most: 200 } as const;

@Injectable()
export class Passwords {
  /** The hash to keep. Takes about 20 ms off the event loop; do it outside a transaction. */
  hashed(password: string): Promise<string> {
    return hash(password, cost);
  }

  /** Whether the password is the one kept. An unknown account (`null`) costs the same work and is never right. */
  async matches(kept: string | null, password: string): Promise<boolean> {
    const right = await verify(kept ?? nobody, password);
    return kept !== null && right;
  }
}
