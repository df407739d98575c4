import { Injectable } from '@nestjs/common';
import { momentIn } from '../floor/office-moment';
import type { Asking } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';

/** Days as an office counts them. */
@Injectable()
export class OfficeTime {
  /** An office never moves to another time zone, so each zone is read once. */
  private readonly zones = new Map<string, string>();

  /**
   * The office's IANA time zone.
   * @throws Problem 404 `office_not_found`
   */
  async zone(reading: Asking, officeId: string): Promise<string> {
    const known = this.zones.get(officeId);
    if (known !== undefined) return known;
    const { rows } = await reading.run<{ time_zone: string }>('SELECT time_zone FROM office WHERE id = ?', [officeId]);
    if (!rows[0]) throw new Problem('office_not_found', 404);
    // An office seen inside a transaction that then fails has an id nobody asks for again.
    this.zones.set(officeId, rows[0].time_zone);
    return rows[0].time_zone;
  }

  /** The office's date ('YYYY-MM-DD') at an instant (epoch ms). */
  async businessDate(reading: Asking, officeId: string, at: number): Promise<string> {
    return momentIn(await this.zone(reading, officeId), at).date;
  }
}
