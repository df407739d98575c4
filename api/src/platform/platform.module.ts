import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { migrations } from '../../../migrations';
import { Clock, SystemClock } from './clock/clock';
import { Ids, TimeOrderedIds } from './clock/ids';
import { Config } from './config/config';
import { openDatabase } from './database/data-source';
import { Transactions } from './database/transactions';
import { Announcement } from './server/announcement';
import { HealthController } from './server/health.controller';
import { IdempotencyKey } from './idempotency/idempotency-key.entity';
import { Writes } from './idempotency/writes';
import { LiveEvents } from './live/live-events';
import { MemoryLiveEvents } from './live/memory-live-events';
import { RedisLiveEvents } from './live/redis-live-events';

/** What the platform is given from outside. */
export interface PlatformParts {
  readonly config: Config;
  readonly clock?: Clock | undefined;
  readonly ids?: Ids | undefined;
}

/** Everything a feature may inject without importing anything: Config, Clock, Ids, Transactions, Writes, LiveEvents. */
@Module({})
export class PlatformModule {
  static with({ config, clock, ids }: PlatformParts): DynamicModule {
    return {
      module: PlatformModule,
      global: true,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => ({ type: 'better-sqlite3', database: '', autoLoadEntities: true, retryAttempts: 0 }),
          // The options above only make Nest collect the entities; the database is opened by the configuration.
          dataSourceFactory: (options) => openDatabase(config, { entities: options?.entities ?? [], migrations }),
        }),
        TypeOrmModule.forFeature([IdempotencyKey]),
      ],
      controllers: [HealthController],
      providers: [
        { provide: Config, useValue: config },
        { provide: Clock, useValue: clock ?? new SystemClock() },
        { provide: Ids, useValue: ids ?? new TimeOrderedIds() },
        { provide: LiveEvents, useFactory: () => (config.redisUrl ? new RedisLiveEvents(config.redisUrl) : new MemoryLiveEvents()) },
        Announcement,
        Transactions,
        Writes,
      ],
      exports: [Announcement, Config, Clock, Ids, LiveEvents, Transactions, Writes],
    };
  }
}
