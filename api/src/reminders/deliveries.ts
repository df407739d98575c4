import type { NoticeKind, ReminderFault } from '@lunjie/contracts';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { DueWork } from '../jobs/due-work';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import { MailPost } from './mail-post';
import { mailOutlet } from './reminder-outlets';
import { nextTryAt } from './retries';
import { WebhookOutlets } from './webhook-outlets';
import { WebhookPost } from './webhook-post';

/** The name of the work, for whoever wakes it. */
export const deliveryWork = 'reminder-delivery';
const every = 30_000;
const atOnce = 100;
const lanes = 8;
/** For so long (ms) whoever tries has a reminder to themselves: longer than a try may take, so that only a crash leaves it to another. */
export const heldFor = 60_000;

interface DueReminder {
  readonly id: string;
  readonly office_id: string;
  readonly person_id: string;
  readonly outlet: string;
  readonly notice_id: string;
  readonly kind: NoticeKind | 'test';
  readonly notice_at: number | string;
  readonly tries: number;
  readonly next_try_at: number | string;
}

const columns = 'id, office_id, person_id, outlet, notice_id, kind, notice_at, tries, next_try_at';

/**
 * Sends what waits. Each try is taken in the database first (one process moves its hour, the others see that), then sent,
 * then marked. A process that dies between sending and marking leaves a reminder that is sent once more when its hour
 * comes, under the same id: it may arrive twice, and never not at all.
 */
@Injectable()
export class Deliveries implements OnApplicationBootstrap {
  private readonly logger = new Logger(Deliveries.name);

  constructor(
    private readonly due: DueWork,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly webhooks: WebhookOutlets,
    private readonly webhook: WebhookPost,
    private readonly mail: MailPost,
  ) {}

  onApplicationBootstrap(): void {
    this.due.does({ name: deliveryWork, every, run: async (goesOn) => { await this.allDue(goesOn); } });
  }

  /** Tries everything whose hour has come; answers how many tries that were. */
  async allDue(goesOn: () => boolean = () => true): Promise<number> {
    let tried = 0;
    while (goesOn()) {
      const { rows } = await this.transactions.read((reading) => reading.run<DueReminder>(
        `SELECT ${columns} FROM reminder WHERE state = 'waiting' AND next_try_at <= ? ORDER BY next_try_at, id LIMIT ${atOnce}`, [this.clock.now()]));
      if (rows.length === 0) break;
      const waiting = [...rows];
      await Promise.all(Array.from({ length: lanes }, async () => {
        for (let row = waiting.shift(); row && goesOn(); row = waiting.shift()) tried += await this.attempt(row) ? 1 : 0;
      }));
    }
    return tried;
  }

  /** Tries one of them now, where nobody is at it. */
  async now(id: string): Promise<void> {
    const { rows: [row] } = await this.transactions.read((reading) => reading.run<DueReminder>(`SELECT ${columns} FROM reminder WHERE id = ? AND state = 'waiting' AND next_try_at <= ?`, [id, this.clock.now()]));
    if (row) await this.attempt(row);
  }

  private async attempt(row: DueReminder): Promise<boolean> {
    const at = this.clock.now();
    const quiet = row.outlet === mailOutlet ? await this.mail.quiet(row.office_id, at) : null;
    if (quiet !== null) return this.waits(row, quiet);
    const { affected } = await this.transactions.single(
      "UPDATE reminder SET tries = tries + 1, next_try_at = ? WHERE id = ? AND state = 'waiting' AND tries = ? AND next_try_at = ?", [at + heldFor, row.id, row.tries, Number(row.next_try_at)]);
    if (affected === 0) return false;
    await this.mark(row, row.tries + 1, await this.send(row, at));
    return true;
  }

  private async send(row: DueReminder, at: number): Promise<ReminderFault | null> {
    if (row.outlet === mailOutlet) return this.mail.send(row);
    const outlet = await this.transactions.read((reading) => this.webhooks.target(reading, row.office_id, row.outlet));
    if (!outlet) return 'outlet_off';
    const body = { id: row.id, kind: row.kind, office: row.office_id, person: row.person_id, notice: row.notice_id, at: Number(row.notice_at) };
    return this.webhook.send({ ...outlet, body, at });
  }

  /** Nobody is mailed in the office's quiet hours: it is tried when they are over. */
  private async waits({ id, tries, next_try_at: planned }: DueReminder, until: number): Promise<false> {
    await this.transactions.single("UPDATE reminder SET next_try_at = ? WHERE id = ? AND state = 'waiting' AND tries = ? AND next_try_at = ?", [until, id, tries, Number(planned)]);
    return false;
  }

  private async mark({ id, kind }: DueReminder, tries: number, fault: ReminderFault | null): Promise<void> {
    const now = this.clock.now();
    const isOff = fault === 'outlet_off' || fault === 'mail_off';
    const next = fault === null || isOff || kind === 'test' ? null : nextTryAt(tries, now);
    const state = fault === null ? 'delivered' : isOff ? 'withdrawn' : next === null ? 'given_up' : 'waiting';
    if (state === 'given_up') this.logger.warn(`Reminder ${id} was given up after ${tries} tries: ${fault}`);
    await this.transactions.single("UPDATE reminder SET state = ?, next_try_at = ?, settled_at = ?, fault = ? WHERE id = ? AND state = 'waiting'", [state, next, next === null ? now : null, fault, id]);
  }
}
