import { randomBytes, randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';

/** The only source of chance. What it draws is posted or entered, so that what follows can be recomputed. */
@Injectable()
export class Draw {
  /** The items in a drawn order (Fisher–Yates; no modulo bias). */
  shuffled<T>(items: readonly T[]): readonly T[] {
    const drawn = [...items];
    for (let last = drawn.length - 1; last > 0; last -= 1) {
      const pick = randomInt(last + 1);
      [drawn[last], drawn[pick]] = [drawn[pick] as T, drawn[last] as T];
    }
    return drawn;
  }

  /** A seed nobody could foresee: 32 bytes in hex. */
  seed(): string {
    return randomBytes(32).toString('hex');
  }
}
