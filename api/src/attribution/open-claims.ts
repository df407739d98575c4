import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Floors } from '../floor/floors';
import { Ties, countOf } from '../staff/ties';
import { methodOf } from './draw-lists';

/** Tells who looks after people how many customers somebody would leave behind, and how those are given to others. */
@Injectable()
export class OpenClaims implements OnModuleInit {
  constructor(
    private readonly ties: Ties,
    private readonly floors: Floors,
  ) {}

  onModuleInit(): void {
    this.ties.counted('openClaims', (reading, officeId, personId, today) => countOf(reading,
      "SELECT COUNT(*) AS number FROM claim WHERE office_id = ? AND agent_id = ? AND kind = 'claim' AND ended_at IS NULL AND (until_date IS NULL OR until_date >= ?)",
      [officeId, personId, today]));
    this.ties.redistributedBy(async (reading, officeId) => {
      const { values } = (await this.floors.now(reading, officeId)).rules.policy;
      return { long_leave: methodOf('long_leave', values), transferred: methodOf('transferred', values), left: methodOf('left', values) };
    });
  }
}
