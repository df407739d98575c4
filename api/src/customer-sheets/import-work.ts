import { importKeptHours } from '@lunjie/contracts';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Floors } from '../floor/floors';
import type { Scene } from '../floor/scene';
import { DueWork } from '../jobs/due-work';
import { Clock } from '../platform/clock/clock';
import { isLockTimeout, isPassing } from '../platform/database/failures';
import { Transactions } from '../platform/database/transactions';
import { ImportBatches, type StoredBatch } from './import-batches';
import { ImportEntering } from './import-entering';
import { ImportUndoing } from './import-undoing';
import { importWork } from './imports';

/** Rows settled in one transaction: the desk waits for no more than these. */
const atOnce = 20;
const hour = 3_600_000;

/** Carries out imports and their undoing. The rows are the truth; whichever process comes takes up what another left, each row once. */
@Injectable()
export class ImportWork implements OnApplicationBootstrap {
  private readonly logger = new Logger(ImportWork.name);
  private forgottenAt = 0;

  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly floors: Floors,
    private readonly due: DueWork,
    private readonly batches: ImportBatches,
    private readonly entering: ImportEntering,
    private readonly undoing: ImportUndoing,
  ) {}

  onApplicationBootstrap(): void {
    this.due.does({ name: importWork, every: 2_000, run: (goesOn) => this.run(goesOn) });
  }

  /** Does everything that is due: a few rows of each import in turn, so that no office waits for another's. */
  private async run(goesOn: () => boolean): Promise<void> {
    await this.forget();
    while (goesOn()) {
      const batches = await this.transactions.read((reading) => this.batches.underWay(reading));
      const finished = [];
      for (const batch of batches) finished.push(await this.step(batch));
      if (finished.every((each) => each)) return;
    }
  }

  /** Answers whether there is nothing more to do for this import now. One office's trouble must not hold up the others. */
  private async step(batch: StoredBatch): Promise<boolean> {
    try {
      return await this.act(batch, (scene) => this.carriedOut(scene, batch, atOnce));
    } catch (error) {
      this.logger.error(error);
      // Taken up again at the next look: the database was away, or busy with others.
      if (isPassing(error) || isLockTimeout(error)) return true;
      return this.oneByOne(batch);
    }
  }

  /** What fails twice, and by itself, is left out and said; the rest goes on. */
  private async oneByOne(batch: StoredBatch): Promise<boolean> {
    for (let row = 0; row < atOnce; row += 1) {
      try {
        if (await this.act(batch, (scene) => this.carriedOut(scene, batch, 1))) return true;
      } catch (error) {
        this.logger.error(error);
        if (batch.state === 'undoing') return true;
        await this.act(batch, (scene) => this.entering.leaveOut(scene, batch.id));
      }
    }
    return false;
  }

  private carriedOut(scene: Scene, { id, state }: StoredBatch, most: number): Promise<boolean> {
    return state === 'undoing' ? this.undoing.step(scene, id, most) : this.entering.step(scene, id, most);
  }

  /** As who asked for it: their name stands in the register. */
  private act<T>(batch: StoredBatch, work: (scene: Scene) => Promise<T>): Promise<T> {
    const by = batch.state === 'undoing' ? batch.undoneBy : batch.byPerson;
    return this.transactions.transaction((tx) => this.floors.within(tx, batch.officeId, by, work));
  }

  /** Files that were read and not imported, and the cells of those that were: who is in the register needs no second copy. */
  private async forget(): Promise<void> {
    const now = this.clock.now();
    if (now - this.forgottenAt < hour) return;
    this.forgottenAt = now;
    const before = now - importKeptHours * hour;
    await this.transactions.transaction(async (tx) => {
      const { rows } = await tx.run<{ id: string; state: string }>(
        "SELECT id, state FROM import_batch WHERE content_hash <> '' AND state IN ('read', 'done', 'undone') AND created_at < ? AND COALESCE(finished_at, created_at) < ? LIMIT 100", [before, before]);
      for (const { id, state } of rows) {
        if (state === 'read') {
          await tx.run('DELETE FROM import_row WHERE batch_id = ?', [id]);
          await tx.run('DELETE FROM import_batch WHERE id = ?', [id]);
        } else {
          await tx.run('UPDATE import_row SET sealed = NULL WHERE batch_id = ?', [id]);
          await tx.run("UPDATE import_batch SET content_hash = '' WHERE id = ?", [id]);
        }
      }
    });
  }
}
