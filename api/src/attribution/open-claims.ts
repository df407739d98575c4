import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Ties, countOf } from '../staff/ties';

/** Tells who looks after people how many customers somebody would leave behind. */
@Injectable()
export class OpenClaims implements OnModuleInit {
  constructor(private readonly ties: Ties) {}

  onModuleInit(): void {
    this.ties.counted('openClaims', (reading, officeId, personId, today) => countOf(reading,
      "SELECT COUNT(*) AS number FROM claim WHERE office_id = ? AND agent_id = ? AND kind = 'claim' AND ended_at IS NULL AND (until_date IS NULL OR until_date >= ?)",
      [officeId, personId, today]));
  }
}
