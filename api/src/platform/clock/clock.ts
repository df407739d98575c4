import { Injectable } from '@nestjs/common';

/** The only source of time. Nothing else reads the wall clock, so that a test or a scenario can hold it still. */
export abstract class Clock {
  /** Now, in epoch milliseconds UTC. */
  abstract now(): number;
}

@Injectable()
export class SystemClock extends Clock {
  now(): number {
    return Date.now();
  }
}

/** A clock that stands until it is moved. */
export class FixedClock extends Clock {
  private at: number;

  constructor(at: number | string) {
    super();
    this.at = typeof at === 'string' ? Date.parse(at) : at;
  }

  now(): number {
    return this.at;
  }

  /** Sets the time: epoch milliseconds, or an ISO instant with its zone. */
  set(at: number | string): void {
    this.at = typeof at === 'string' ? Date.parse(at) : at;
  }

  /** Moves the time forward. */
  advance(milliseconds: number): void {
    this.at += milliseconds;
  }
}
