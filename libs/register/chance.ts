import { sha256 } from '@noble/hashes/sha2.js';
import { hexToBytes } from '@noble/hashes/utils.js';

const wordsPerBlock = 8;
const wordRange = 2 ** 32;

/**
 * Numbers drawn from a seed, the same for everybody who has it: block i is SHA-256(seed ‖ i as 8 bytes, big-endian), read
 * as eight 32-bit words, big-endian.
 */
export class SeededChance {
  private block: DataView | null = null;
  private counter = 0;
  private word = wordsPerBlock;

  /** @param seed 32 bytes in hex */
  constructor(private readonly seed: string) {}

  /** A whole number from 0 to `sides` − 1, each as likely as the others: words beyond the last full round are thrown away. */
  below(sides: number): number {
    const fair = Math.floor(wordRange / sides) * sides;
    for (;;) {
      const word = this.next();
      if (word < fair) return word % sides;
    }
  }

  /** The items in a drawn order (Fisher–Yates, from the last place down). */
  shuffled<T>(items: readonly T[]): readonly T[] {
    const drawn = [...items];
    for (let last = drawn.length - 1; last > 0; last -= 1) {
      const pick = this.below(last + 1);
      [drawn[last], drawn[pick]] = [drawn[pick] as T, drawn[last] as T];
    }
    return drawn;
  }

  private next(): number {
    if (this.word === wordsPerBlock || this.block === null) {
      const counted = new Uint8Array(40);
      counted.set(hexToBytes(this.seed));
      new DataView(counted.buffer).setBigUint64(32, BigInt(this.counter));
      this.counter += 1;
      this.block = new DataView(sha256(counted).buffer);
      this.word = 0;
    }
    const word = this.block.getUint32(this.word * 4);
    this.word += 1;
    return word;
  }
}
