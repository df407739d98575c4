import type { Reading } from '../platform/database/tx';

/** Receptions of some days that count as of now, by queue and receiver: a later ruling is in it. */
export class CountedReceptions {
  private constructor(private readonly counted: ReadonlyMap<string, number>) {}

  static async of(reading: Reading, officeId: string, from: string, to: string): Promise<CountedReceptions> {
    const { rows } = await reading.run<{ queue: string; receiver_id: string; counted: number | string }>(
      `SELECT r.queue, v.receiver_id, COUNT(*) AS counted FROM visit v JOIN reception r ON r.id = v.reception_id
       WHERE v.office_id = ? AND v.business_date BETWEEN ? AND ? AND v.counts = 1 AND v.receiver_id IS NOT NULL GROUP BY r.queue, v.receiver_id`, [officeId, from, to]);
    return new CountedReceptions(new Map(rows.map((row) => [placeOf(row.queue, row.receiver_id), Number(row.counted)])));
  }

  by(agent: string, queue: string): number {
    return this.counted.get(placeOf(queue, agent)) ?? 0;
  }
}

const placeOf = (queue: string, agent: string): string => `${queue} ${agent}`;
