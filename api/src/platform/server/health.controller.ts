import { Controller, Get } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Public } from '../access/access';
import { Problem } from '../errors/problem';
import { LiveEvents } from '../live/live-events';
import { RedisLiveEvents } from '../live/redis-live-events';

interface Health {
  readonly status: 'ok';
  readonly database: 'ok';
  /** 'away' costs other instances their liveness, nothing else: the instance stays in service. */
  readonly redis: 'ok' | 'away' | 'none';
}

/** Whether this instance can serve: for the proxy in front and the container's health check. */
@Controller('health')
export class HealthController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly live: LiveEvents,
  ) {}

  @Public()
  @Get()
  async health(): Promise<Health> {
    try {
      await this.dataSource.query('SELECT 1');
    } catch {
      throw new Problem('unavailable', 503);
    }
    const redis = this.live instanceof RedisLiveEvents ? (this.live.connected() ? 'ok' : 'away') : 'none';
    return { status: 'ok', database: 'ok', redis };
  }
}
