import { randomUUID } from 'node:crypto';
import type { LiveEvent } from '@lunjie/contracts';
import { Injectable, Logger } from '@nestjs/common';
import { Redis } from 'ioredis';
import { MemoryLiveEvents } from './memory-live-events';

const channel = 'lunjie:live';

/**
 * Live events between instances. The own screens are told directly, so that a broken Redis costs the other
 * instances their liveness and nothing else; when it comes back, every screen is told to read again.
 */
@Injectable()
export class RedisLiveEvents extends MemoryLiveEvents {
  private readonly logger = new Logger(RedisLiveEvents.name);
  private readonly instance = randomUUID();
  private readonly publisher: Redis;
  private readonly subscriber: Redis;
  private ready = false;
  private told = false;

  constructor(url: string) {
    super();
    // Nothing is queued while Redis is away: what waits for it would be told late, and `everybody` tells it better.
    const options = { enableOfflineQueue: false, maxRetriesPerRequest: 1, disconnectTimeout: 200, retryStrategy: (attempt: number) => Math.min(attempt * 200, 3_000) };
    this.publisher = new Redis(url, options);
    this.subscriber = new Redis(url, options);
    for (const connection of [this.publisher, this.subscriber]) connection.on('error', (error: Error) => this.lost(error));
    this.subscriber.on('message', (_channel: string, message: string) => this.received(message));
    this.subscriber.on('ready', () => void this.joined());
    this.subscriber.on('close', () => (this.ready = false));
  }

  override publish(officeId: string, event: LiveEvent): void {
    super.publish(officeId, event);
    this.publisher.publish(channel, JSON.stringify([this.instance, officeId, event])).catch((error: unknown) => this.lost(error));
  }

  /** Whether other instances hear this one at the moment. */
  connected(): boolean {
    return this.ready && this.publisher.status === 'ready';
  }

  override async onModuleDestroy(): Promise<void> {
    await super.onModuleDestroy();
    this.publisher.disconnect();
    this.subscriber.disconnect();
  }

  private async joined(): Promise<void> {
    try {
      await this.subscriber.subscribe(channel);
      this.ready = true;
      this.everybody({ seq: 0, kind: 'changed' });
    } catch (error) {
      this.lost(error);
    }
  }

  /** Said once an outage, not once an event. */
  private lost(error: unknown): void {
    if (this.ready || !this.told) this.logger.warn(`Redis is away; other instances hear of changes late. ${String(error)}`);
    this.told = true;
    this.ready = false;
  }

  private received(message: string): void {
    const [instance, officeId, event] = JSON.parse(message) as [string, string, LiveEvent];
    if (instance !== this.instance) super.publish(officeId, event);
  }
}
