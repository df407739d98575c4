import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Ties, countOf } from '../staff/ties';

/** Tells who looks after people what somebody has begun and not ended. */
@Injectable()
export class OpenWork implements OnModuleInit {
  constructor(private readonly ties: Ties) {}

  onModuleInit(): void {
    this.ties.counted('openReceptions', (reading, officeId, personId) => countOf(reading,
      "SELECT COUNT(*) AS number FROM reception WHERE office_id = ? AND agent_id = ? AND state IN ('offered', 'receiving')", [officeId, personId]));
    this.ties.counted('openDuties', (reading, officeId, personId) => countOf(reading,
      'SELECT COUNT(*) AS number FROM duty WHERE office_id = ? AND by_person = ? AND done_at IS NULL', [officeId, personId]));
  }
}
