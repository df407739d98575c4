import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { DueWork, type Work } from './due-work';

class Worker {
  private running: Promise<void> | null = null;
  private isWanted = false;
  private isStopped = false;
  timer: NodeJS.Timeout | undefined;

  constructor(
    readonly work: Work,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** One run at a time; who asks in the meantime gets another one behind it, in which what they wrote is seen. */
  async look(): Promise<void> {
    this.isWanted = true;
    this.running ??= this.whileWanted().finally(() => { this.running = null; });
    await this.running;
  }

  /** Waits for the transaction that is open; nothing is begun anew. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.isStopped = true;
    await this.running;
  }

  private async whileWanted(): Promise<void> {
    while (this.isWanted && !this.isStopped) {
      this.isWanted = false;
      await this.work.run(() => !this.isStopped).catch(this.failed);
    }
  }
}

/** Wakes the workers of this process, and looks by itself now and then: after a restart, and for what other processes left. */
@Injectable()
export class InProcessDueWork extends DueWork implements OnModuleDestroy {
  private readonly logger = new Logger(InProcessDueWork.name);
  private readonly workers = new Map<string, Worker>();
  private isOver = false;

  does(work: Work): void {
    const worker = new Worker(work, (error) => this.logger.error(error));
    worker.timer = setInterval(() => void worker.look(), work.every);
    worker.timer.unref();
    this.workers.set(work.name, worker);
  }

  wake(name: string): void {
    void this.settled(name);
  }

  async settled(name: string): Promise<void> {
    if (!this.isOver) await this.workers.get(name)?.look();
  }

  async onModuleDestroy(): Promise<void> {
    this.isOver = true;
    await Promise.all([...this.workers.values()].map((worker) => worker.stop()));
  }
}
