import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { InjectOptions, Response } from 'light-my-request';
import type { DataSource } from 'typeorm';
import type { FixedClock } from '../clock/clock';
import type { Config } from '../config/config';
import type { Transactions } from '../database/transactions';

/** The product on a fresh database, with a clock that stands. */
export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly database: 'SQLite' | 'MariaDB';
  readonly config: Config;
  readonly clock: FixedClock;
  readonly dataSource: DataSource;
  readonly transactions: Transactions;
  /** Sends a request through the whole server without a socket. */
  inject(request: InjectOptions): Promise<Response>;
}
