import type { NoticeKind, ReminderFault } from '@lunjie/contracts';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { DueWork } from '../jobs/due-work';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import { MailBundles } from './mail-bundles';
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
    private readonly bundles: MailBundles,
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
    if (row.outlet === mailOutlet) return this.mailed(row, at);
    const { affected } = await this.transactions.single(
      "UPDATE reminder SET tries = tries + 1, next_try_at = ? WHERE id = ? AND state = 'waiting' AND tries = ? AND next_try_at = ?", [at + heldFor, row.id, row.tries, Number(row.next_try_at)]);
    if (affected === 0) return false;
    await this.mark([row.id], row.tries + 1, await this.send(row, at), row.kind === 'test');
    return true;
  }

  /** Mails what waits for the same person in one. */
  private async mailed(row: DueReminder, at: number): Promise<boolean> {
    const quiet = await this.mail.quiet(row.office_id, at);
    if (quiet !== null) return this.waits(row, quiet);
    const reminders = await this.bundles.take(row, at, at + heldFor);
    if (reminders.length === 0) return false;
    await this.mark(reminders.map(({ id }) => id), row.tries + 1, await this.mail.send({ ...row, reminders }));
    return true;
  }

  private async send(row: DueReminder, at: number): Promise<ReminderFault | null> {
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

  /** @param isTest it is tried once, and told to whoever pressed the button */
  private async mark(ids: readonly string[], tries: number, fault: ReminderFault | null, isTest = false): Promise<void> {
    const now = this.clock.now();
    const isOff = fault === 'outlet_off' || fault === 'mail_off';
    const next = fault === null || isOff || isTest ? null : nextTryAt(tries, now);
    const state = fault === null ? 'delivered' : isOff ? 'withdrawn' : next === null ? 'given_up' : 'waiting';
    if (state === 'given_up') this.logger.warn(`Reminder ${ids.join(', ')} was given up after ${tries} tries: ${fault}`);
    await this.transactions.single(`UPDATE reminder SET state = ?, next_try_at = ?, settled_at = ?, fault = ? WHERE state = 'waiting' AND id IN (${ids.map(() => '?').join(', ')})`, [state, next, next === null ? now : null, fault, ...ids]);
  }
}
