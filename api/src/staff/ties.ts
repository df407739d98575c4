import type { EmploymentTies } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import type { Reading } from '../platform/database/tx';

/** Counts one kind of what ties a person to an office; `today` is its business date. */
export type CountTies = (reading: Reading, officeId: string, personId: string, today: string) => Promise<number>;

/** What of somebody's ties can be counted. */
export type CountedTie = Exclude<keyof EmploymentTies, 'redistribution'>;

type Redistribution = NonNullable<EmploymentTies['redistribution']>;

/** What somebody would leave behind. Each room counts its own. */
@Injectable()
export class Ties {
  private readonly counts = new Map<CountedTie, CountTies>();
  private redistribution: ((reading: Reading, officeId: string) => Promise<Redistribution>) | undefined;

  /** Lets a room count what it keeps. */
  counted(kind: CountedTie, count: CountTies): void {
    this.counts.set(kind, count);
  }

  /** Lets the room of the claims say how customers are given to others. */
  redistributedBy(methods: (reading: Reading, officeId: string) => Promise<Redistribution>): void {
    this.redistribution = methods;
  }

  async of(reading: Reading, officeId: string, personId: string, today: string): Promise<EmploymentTies> {
    const ties: Record<CountedTie, number> = { openClaims: 0, openReceptions: 0, openDuties: 0 };
    for (const [kind, count] of this.counts) ties[kind] = await count(reading, officeId, personId, today);
    return this.redistribution ? { ...ties, redistribution: await this.redistribution(reading, officeId) } : ties;
  }
}

/** The number a `SELECT COUNT(*) AS number` answers: one driver says it as a text. */
export async function countOf(reading: Reading, sql: string, parameters: readonly unknown[]): Promise<number> {
  const { rows } = await reading.run<{ number: number | string }>(sql, parameters);
  return Number(rows[0]?.number ?? 0);
}
