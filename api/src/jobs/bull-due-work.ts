import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import Bull, { type Queue } from 'bull';
import { Redis } from 'ioredis';
import { setTimeout as pause } from 'node:timers/promises';
import { DueWork, type Work } from './due-work';
import { InProcessDueWork } from './in-process-due-work';

/** Wake-ups so close together (ms) are one: whoever looks sees what all of them wrote. */
const together = 50;
/** How long the end of the server waits for a Redis that does not answer (ms). */
const patience = 2_000;

/**
 * Wakes the workers of all instances through Bull on Redis: a job says which work to look for and nothing else, one instance
 * takes it, and Bull gives it to another one where that instance dies over it. Without Redis the own workers are woken, and
 * every instance goes on looking by itself, so that Redis may be lost with everything in it.
 */
@Injectable()
export class BullDueWork extends DueWork implements OnModuleDestroy {
  private readonly logger = new Logger(BullDueWork.name);
  private readonly here = new InProcessDueWork();
  private readonly queue: Queue<null>;
  private readonly connections: Redis[] = [];
  private readonly soon = new Map<string, NodeJS.Timeout>();

  /** @param prefix what the keys in Redis begin with */
  constructor(url: string, prefix = 'lunjie') {
    super();
    this.queue = new Bull<null>('due', {
      prefix,
      createClient: () => this.connect(url),
      defaultJobOptions: { removeOnComplete: true, removeOnFail: true, attempts: 3, backoff: 1_000 },
    });
    // It names the worker for dashboards; where Redis is away it fails outside every promise, which would end the process.
    Object.assign(this.queue, { setWorkerName: () => Promise.resolve() });
    this.queue.on('error', ({ message }: Error) => this.logger.warn(`Redis: ${message}`));
  }

  does(work: Work): void {
    this.here.does(work);
    // What goes wrong with Redis is told by the queue's own event.
    this.queue.process(work.name, 1, () => this.here.settled(work.name)).catch(() => undefined);
  }

  wake(name: string): void {
    if (this.soon.has(name)) return;
    this.soon.set(name, setTimeout(() => {
      this.soon.delete(name);
      this.tell(name);
    }, together));
  }

  settled(name: string): Promise<void> {
    return this.here.settled(name);
  }

  async onModuleDestroy(): Promise<void> {
    for (const timer of this.soon.values()) clearTimeout(timer);
    await this.here.onModuleDestroy();
    const closed = this.queue.close().catch(() => undefined);
    await Promise.race([closed, pause(patience, undefined, { ref: false })]);
    // A connection that never came about would go on trying.
    for (const connection of this.connections) connection.disconnect();
  }

  private connect(url: string): Redis {
    const connection = new Redis(url, { maxRetriesPerRequest: null, enableReadyCheck: false, retryStrategy: (attempt) => Math.min(attempt * 200, 3_000) });
    this.connections.push(connection);
    return connection;
  }

  private tell(name: string): void {
    if (this.queue.client.status !== 'ready') return this.here.wake(name);
    this.queue.add(name, null).catch(() => this.here.wake(name));
  }
}
