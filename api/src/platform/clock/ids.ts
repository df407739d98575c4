import { randomFillSync } from 'node:crypto';
import { Injectable } from '@nestjs/common';

/** Makes the ids of rows: UUIDs of 36 characters. */
export abstract class Ids {
  abstract next(): string;
}

const randomLength = 10;

/**
 * UUIDv7 (RFC 9562): the time leads, so that new rows land at the end of an index.
 * Within one process ids only grow, also inside one millisecond or when the wall clock steps back.
 */
@Injectable()
export class TimeOrderedIds extends Ids {
  private lastTime = 0;
  private counter = 0;
  /** Random bytes fetched many at a time: asking the system for ten costs as much as for four thousand. */
  private readonly pool = Buffer.alloc(400 * randomLength);
  private used = this.pool.length;

  next(): string {
    const random = this.random();
    const time = Date.now();
    if (time > this.lastTime) {
      this.lastTime = time;
      this.counter = random.readUInt16BE(0) & 0x7ff;
    } else if (++this.counter > 0xfff) {
      this.lastTime++;
      this.counter = 0;
    }
    const head = this.lastTime.toString(16).padStart(12, '0');
    const variant = (0x8000 | (random.readUInt16BE(2) & 0x3fff)).toString(16);
    return `${head.slice(0, 8)}-${head.slice(8)}-7${this.counter.toString(16).padStart(3, '0')}-${variant}-${random.toString('hex', 4)}`;
  }

  private random(): Buffer {
    if (this.used === this.pool.length) {
      randomFillSync(this.pool);
      this.used = 0;
    }
    this.used += randomLength;
    return this.pool.subarray(this.used - randomLength, this.used);
  }
}

/** Counts from one: the same run makes the same ids. For tests and scenarios. */
export class CountingIds extends Ids {
  private count = 0;

  next(): string {
    this.count++;
    return `00000000-0000-7000-8000-${this.count.toString(16).padStart(12, '0')}`;
  }
}
